import Diagnostics
import JSON
import Links
import Markdown
import Pages
import Site

/// The links of a page that lead to files of the guide.
struct DocumentLinks {
  let view: PageView

  var answer: JSONValue {
    var places: [(range: ByteRange, resolution: Resolution?)] = []
    for (index, link) in view.page.body.links.enumerated()
    where link.path == view.printed && link.isPlaced && link.range.count > 0 {
      places.append((link.range, view.target(ofLink: index)))
    }
    for (index, related) in view.page.frontMatter.related.enumerated() {
      places.append((related.page.range, view.target(ofRelated: index)))
    }
    var known: Set<ByteRange> = []
    return .array(
      places.compactMap { place in
        guard known.insert(place.range).inserted, let target = target(place.resolution) else {
          return nil
        }
        return [
          "range": Desk.range(view.range(place.range), in: view.text), "target": .string(target),
        ]
      })
  }

  private func target(_ resolution: Resolution?) -> String? {
    switch resolution {
    case .page(let index, _)?: view.desk.uri(of: view.desk.page(index).printedPath)
    case .file(let path, _)?:
      view.guide.catalog.hasFile(path)
        ? view.desk.uri(of: view.guide.printed(String(decoding: path, as: UTF8.self))) : nil
    case .missing?, nil: nil
    }
  }
}
