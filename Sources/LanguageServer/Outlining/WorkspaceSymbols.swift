import Diagnostics
import JSON
import Markdown
import Pages
import Site

/// The pages and headings of the whole guide whose words contain what is looked for.
struct WorkspaceSymbols {
  let desk: Desk
  private static let limit = 100

  func answer(_ query: String) -> JSONValue {
    let wanted = query.utf8.map(Letters.lower)
    var found: [(rank: Int, page: Int, heading: Int)] = []
    for (index, page) in desk.guide.catalog.pages.enumerated() {
      // Of everything, the titles will do.
      let headings = wanted.isEmpty ? page.body.headings.prefix(1) : page.body.headings[...]
      for (place, heading) in headings.enumerated() {
        var text = heading.text
        let rank = text.withUTF8 { bytes in
          Letters.begins(bytes, wanted) ? 0 : Letters.contains(bytes, wanted) ? 1 : 2
        }
        guard rank < 2 else { continue }
        // Titles before the headings below them.
        found.append((rank * 8 + heading.level, index, place))
      }
    }
    let order = found.indices.sorted { (found[$0].rank, $0) < (found[$1].rank, $1) }
    return .array(
      order.prefix(Self.limit).compactMap { index in
        let page = desk.page(found[index].page)
        let heading = page.body.headings[found[index].heading]
        let place = FilePlace(path: heading.path, range: heading.range)
        guard let location = desk.locations([place]).first else { return nil }
        var symbol: JSONObject = [
          "name": .string(heading.text.isEmpty ? page.title : heading.text),
          "kind": DocumentSymbols.kind, "location": location,
        ]
        if heading.text != page.title { symbol["containerName"] = .string(page.title) }
        return .object(symbol)
      })
  }
}
