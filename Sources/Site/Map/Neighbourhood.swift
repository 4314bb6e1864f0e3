import ByteText
import Checking
import Diagrams
import Markdown
import Pages
import PatternExtraction
import Templating

extension TechniqueBody {
  /// As many as a reader takes in at a glance; the map has all.
  private static let most = 12

  /// What the page is related to, as a drawing below the list of it.
  /// - Parameter list: What takes the place of that list.
  func around(_ list: BodyEdit?) -> BodyEdit? {
    let graph = contexts.site.graph
    guard let map = contexts.site.listings.mapURL, let node = graph.node(ofPage: index),
      graph.neighbours[node].count > 1
    else { return nil }
    let all = graph.neighbours[node]
    let shown = Array(all.prefix(Self.most))
    var pairs: [(Int, Int)] = []
    for first in shown.indices {
      for second in shown.indices.dropFirst(first + 1)
      where graph.areRelated(shown[first], shown[second]) {
        pairs.append((first, second))
      }
    }
    var drawing = ByteBuffer()
    NeighbourhoodDrawing.write(
      around: contexts.site.title(ofNode: node),
      shown.map {
        .init(
          title: contexts.site.title(ofNode: $0),
          href: contexts.href(contexts.site.catalog.urls[graph.nodes[$0].page], from: index))
      }, pairs: pairs, into: &drawing)
    let end =
      list?.range.upperBound ?? sections.of(.related).first?.html.upperBound
      ?? page.body.html.count
    let value: TemplateValue = [
      "drawing": .html(drawing.array), "map": .string(contexts.href(map, from: index)),
      "id": graph.isOnMap[node] ? .string(contexts.site.mapID(ofNode: node)) : .null,
      "more": .integer(all.count - shown.count),
      "joined": .bool(!pairs.isEmpty),
    ]
    return BodyEdit(range: end..<end, content: .template("around", ["around": value]))
  }
}
