import SVG

/// A graph with the places of everything in it.
struct PlacedGraph {
  struct Box: Hashable {
    /// The corner at the top left.
    var origin: Point
    var size: Size

    var middle: Point { Point(origin.x + size.width / 2, origin.y + size.height / 2) }

    init(_ origin: Point, _ size: Size) {
      self.origin = origin
      self.size = size
    }

    init(around middle: Point, _ size: Size) {
      origin = Point(middle.x - size.width / 2, middle.y - size.height / 2)
      self.size = size
    }
  }

  struct Curve {
    /// A start and three points for each Bézier curve.
    var points: [Point]
    /// The middle of the edge's text.
    var label: Point?
  }

  var nodes: [Int: Box] = [:]
  var groups: [Int: Box] = [:]
  var edges: [Int: Curve] = [:]
  var size = Size(0, 0)

  mutating func add(_ other: PlacedGraph, at origin: Point) {
    for (index, box) in other.nodes { nodes[index] = Box(box.origin + origin, box.size) }
    for (index, box) in other.groups { groups[index] = Box(box.origin + origin, box.size) }
    for (index, curve) in other.edges {
      edges[index] = Curve(
        points: curve.points.map { $0 + origin }, label: curve.label.map { $0 + origin })
    }
  }
}
