import ByteText
import Diagnostics
import SVG

/// What is around a drawing: the figure, the root of the SVG, and what is said of it to those who do
/// not see it.
struct SVGFrame {
  private let id: String
  private let caption: String?
  private let writtenTitle: String?
  private let writtenDescription: String?
  private var title = ""
  private var parts: [String] = []
  private var size = 0

  init(id: String, _ preamble: Preamble) {
    self.id = id
    caption = preamble.caption
    writtenTitle = preamble.accessibleTitle
    writtenDescription = preamble.accessibleDescription
  }

  // MARK: Descriptions

  /// Longer descriptions help nobody.
  private static let descriptionLimit = 4000

  private mutating func add(_ part: String) {
    guard size < Self.descriptionLimit, !part.isEmpty else { return }
    size += part.utf8.count
    parts.append(size < Self.descriptionLimit ? part : "…")
  }

  mutating func describe(_ graph: Graph) {
    title = graph.kind.rawValue
    for group in graph.groups.indices {
      let names = graph.nodes.filter { $0.group == group && !$0.label.isEmpty }.map(\.label.plain)
      guard !graph.groups[group].title.isEmpty, !names.isEmpty else { continue }
      add("\(graph.groups[group].title.plain): \(names.joined(separator: ", "))")
    }
    var isLinked = Set<Int>()
    for edge in graph.edges where edge.line != .invisible {
      for case .node(let node) in [edge.from, edge.to] { isLinked.insert(node) }
      let arrow = edge.end == .none ? "–" : edge.start == .none ? "→" : "↔"
      let text = edge.label.isEmpty ? "" : ": \(edge.label.plain)"
      add("\(Self.name(edge.from, graph)) \(arrow) \(Self.name(edge.to, graph))\(text)")
    }
    for (index, node) in graph.nodes.enumerated()
    where !isLinked.contains(index) && node.group == nil {
      add(node.label.plain)
    }
  }

  private static func name(_ end: Graph.End, _ graph: Graph) -> String {
    switch end {
    case .group(let group): return graph.groups[group].title.plain
    case .node(let node):
      switch graph.nodes[node].shape {
      case .start where graph.nodes[node].label.isEmpty: return "●"
      case .end where graph.nodes[node].label.isEmpty: return "◉"
      case .bar: return "▬"
      case .diamond where graph.nodes[node].label.isEmpty: return "◇"
      default: return graph.nodes[node].label.plain
      }
    }
  }

  mutating func describe(_ diagram: SequenceDiagram) {
    title = diagram.title.isEmpty ? "Sequence diagram" : diagram.title.plain
    let names = diagram.participants.map(\.label.plain)
    for event in diagram.events {
      switch event {
      case .message(let message):
        add("\(names[message.from]) → \(names[message.to]): \(message.label.plain)")
      case .note(.left(let index), let label), .note(.right(let index), let label),
        .note(.over(let index, _), let label):
        add("\(names[index]): \(label.plain)")
      case .begin(let word, let label, _) where word != "rect":
        add("[\(word)\(label.isEmpty ? "" : " ")\(label.plain)]")
      case .section(let label): add("[\(label.isEmpty ? "–" : label.plain)]")
      default: break
      }
    }
  }

  mutating func describe(_ chart: PieChart) {
    title = chart.title.isEmpty ? "Pie chart" : chart.title.plain
    for slice in chart.slices {
      add("\(slice.label.plain): \(slice.number) (\(PieDrawing.percent(slice.value / chart.sum)))")
    }
  }

  mutating func describe(_ map: Mindmap) {
    title = map.nodes.first.map(\.label.plain) ?? "Mind map"
    for node in map.nodes where !node.children.isEmpty {
      let names = node.children.map { map.nodes[$0].label.plain }
      add("\(node.label.plain): \(names.joined(separator: ", "))")
    }
  }

  // MARK: HTML

  func finished(_ canvas: borrowing Canvas) -> DiagramDrawing {
    let bounds = canvas.bounds
    let margin = 8.0
    let (x, y) = (bounds.low.x - margin, bounds.low.y - margin)
    let width = bounds.high.x - bounds.low.x + 2 * margin
    let height = bounds.high.y - bounds.low.y + 2 * margin
    var out = ByteBuffer(capacity: canvas.out.count + 1024)
    out.append("<figure class=\"diagram\">")
    // What is inside an image is no link to a screen reader.
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"dg")
    if let wide = Self.width(width) { out.append(wide) }
    out.append(canvas.links.isEmpty ? "\" role=\"img\"" : "\" role=\"group\"")
    out.append(" aria-labelledby=\"\(id).t\"")
    let description = writtenDescription ?? parts.joined(separator: "; ")
    if !description.isEmpty { out.append(" aria-describedby=\"\(id).d\"") }
    out.append(" viewBox=\"\(x.tenths) \(y.tenths) \(width.tenths) \(height.tenths)\"")
    out.append(" width=\"\(width.tenths)\" height=\"\(height.tenths)\"")
    out.append(" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.3\" font-size=\"15\">")
    out.append("<title id=\"\(id).t\">")
    out.append(escaping: writtenTitle ?? caption ?? title)
    out.append("</title>")
    if !description.isEmpty {
      out.append("<desc id=\"\(id).d\">")
      out.append(escaping: description)
      out.append("</desc>")
    }
    out.append("\n")
    var links: [DiagramDrawing.Link] = []
    let start = out.count
    out.append(canvas.out)
    for (offset, link) in canvas.links {
      links.append(
        .init(
          offset: start + offset, target: link.target,
          range: ByteRange(link.range.lowerBound, link.range.upperBound)))
    }
    out.append("</svg>")
    if let caption {
      out.append("<figcaption>")
      out.append(escaping: caption)
      out.append("</figcaption>")
    }
    out.append("</figure>\n")
    return DiagramDrawing(html: out.array, links: links)
  }

  /// A class for drawings that may not become as narrow as a narrow screen is.
  private static func width(_ width: Double) -> StaticString? {
    switch width {
    case ..<440: nil
    case ..<660: " dg-1"
    case ..<960: " dg-2"
    default: " dg-3"
    }
  }
}
