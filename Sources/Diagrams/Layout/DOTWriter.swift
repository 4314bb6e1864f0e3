import ByteText
import SVG

/// Writes a graph of nothing but names of our own and numbers, for Graphviz.
struct DOTWriter {
  private var text: String
  /// For each cluster the one around it, or -1.
  private(set) var parents: [Int32] = []
  private var open: [Int] = []

  /// - Parameter isLarge: Whether a good layout would take too long.
  init(_ direction: Graph.Direction, isLarge: Bool) {
    let effort =
      isLarge
      ? "nslimit=0.3 nslimit1=0.3 mclimit=0.1 splines=polyline" : "nslimit=3 nslimit1=3 mclimit=0.5"
    text = """
      digraph{graph[rankdir=\(direction.rawValue) compound=true nodesep=0.5 ranksep=0.55 \
      margin=14 \(effort)];node[fixedsize=true label=""];edge[dir=none];
      """
  }

  mutating func addNode(_ name: String, _ size: Size, shape: String) {
    text += "\(name)[shape=\(shape) width=\(Self.inches(size.width)) "
    text += "height=\(Self.inches(size.height))"
    if let cluster = open.last { text += " in=\(cluster)" }
    text += "];"
  }

  /// Puts two nodes side by side.
  mutating func addRank(_ first: String, _ second: String) {
    text += "{rank=same;\(first);\(second)}"
  }

  mutating func beginCluster(title: Size?) {
    let number = parents.count
    parents.append(Int32(open.last ?? -1))
    open.append(number)
    if let title { text += "graph[t\(number)=\(Self.space(title))];" }
  }

  mutating func endCluster() { open.removeLast() }

  mutating func addEdge(
    _ index: Int, from: String, to: String, _ edge: Graph.Edge, tail: Int?, head: Int?
  ) {
    text += "\(from)->\(to)[id=e\(index)"
    // A link with a group needs room for the margin and the title of that.
    let length = edge.length + (tail != nil || head != nil ? 1 : 0)
    if length > 1 { text += " minlen=\(length)" }
    if let tail { text += " tc=\(tail)" }
    if let head { text += " hc=\(head)" }
    if edge.isBeside { text += " beside=1 to=\(to)" }
    if edge.line == .invisible { text += " style=invis" }
    if !edge.label.isEmpty {
      let size = Size(
        TextMeasure.width(of: edge.label) + 12, TextMeasure.height(of: edge.label) + 4)
      text += " label=\(Self.space(size))"
    }
    text += "];"
  }

  func finished() -> [UInt8] { Array((text + "}").utf8) }

  /// A label without a text, as large as the text will be.
  private static func space(_ size: Size) -> String {
    let width = Int(size.width.rounded(.up))
    let height = Int(size.height.rounded(.up))
    return "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\" "
      + "FIXEDSIZE=\"TRUE\" WIDTH=\"\(width)\" HEIGHT=\"\(height)\"><TR><TD></TD></TR></TABLE>>"
  }

  /// Four digits behind the point.
  private static func inches(_ points: Double) -> String {
    let number = Int((points / 72 * 10_000).rounded())
    let rest = String(number % 10_000)
    return "\(number / 10_000)." + String(repeating: "0", count: 4 - rest.count) + rest
  }
}
