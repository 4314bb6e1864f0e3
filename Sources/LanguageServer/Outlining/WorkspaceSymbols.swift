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
    var found: [(rank: Int, heading: Heading, title: String)] = []
    for page in desk.guide.catalog.pages {
      for heading in page.body.headings {
        var text = heading.text
        let rank = text.withUTF8 { bytes in
          Letters.begins(bytes, wanted) ? 0 : Letters.contains(bytes, wanted) ? 1 : 2
        }
        guard rank < 2 else { continue }
        // Titles before the headings below them.
        found.append((rank * 8 + heading.level, heading, page.title))
      }
    }
    let order = found.indices.sorted { (found[$0].rank, $0) < (found[$1].rank, $1) }
    let chosen = order.prefix(Self.limit).map { found[$0] }
    let places = chosen.map { FilePlace(path: $0.heading.path, range: $0.heading.range) }
    var symbols: [JSONValue] = []
    for (entry, place) in zip(chosen, places) {
      guard let location = desk.locations([place]).first else { continue }
      var symbol: JSONObject = [
        "name": .string(entry.heading.text.isEmpty ? entry.title : entry.heading.text),
        "kind": DocumentSymbols.kind, "location": location,
      ]
      if entry.heading.text != entry.title { symbol["containerName"] = .string(entry.title) }
      symbols.append(.object(symbol))
    }
    return .array(symbols)
  }
}
