import ByteText
import SVG

/// Finds the places of a graph. A group with a direction of its own that no edge crosses is laid out
/// by itself and is then one node of the graph around it: Graphviz knows one direction alone.
struct GraphLayout {
  private let graph: Graph
  private let sizes: [Size]
  /// For each group, the group laid out by itself that it is in or is; nil for the whole graph.
  private var scopes: [Int?] = []
  private var isolated: [Bool] = []
  private var members: [Int?: [Int]] = [:]
  private var inner: [Int?: [Int]] = [:]

  /// Nil where Graphviz failed.
  static func place(_ graph: Graph) -> PlacedGraph? {
    var layout = GraphLayout(graph)
    layout.findScopes()
    return layout.place(nil, graph.direction)
  }

  private init(_ graph: Graph) {
    self.graph = graph
    sizes = graph.nodes.map { node in
      node.shape.size(
        around: (TextMeasure.width(of: node.label), TextMeasure.height(of: node.label)),
        isHorizontal: graph.direction(around: node.group).isHorizontal)
    }
    for (index, node) in graph.nodes.enumerated() { members[node.group, default: []].append(index) }
    for (index, group) in graph.groups.enumerated() {
      inner[group.parent, default: []].append(index)
    }
  }

  private mutating func findScopes() {
    isolated = graph.groups.indices.map { group in
      guard let direction = graph.groups[group].direction,
        direction != graph.direction(around: graph.groups[group].parent)
      else { return false }
      return !graph.edges.contains { isInside($0.from, group) != isInside($0.to, group) }
    }
    scopes = graph.groups.indices.map { group in
      graph.path(from: group).first { isolated[$0] }
    }
  }

  private func isInside(_ end: Graph.End, _ group: Int) -> Bool {
    graph.path(from: graph.group(of: end)).contains(group)
  }

  private func scope(of group: Int?) -> Int? { group.flatMap { scopes[$0] } }

  // MARK: One scope

  private func place(_ scope: Int?, _ direction: Graph.Direction) -> PlacedGraph? {
    var placed = PlacedGraph()
    var parts: [Int: PlacedGraph] = [:]
    for group in graph.groups.indices
    where isolated[group] && self.scope(of: graph.groups[group].parent) == scope {
      guard let own = graph.groups[group].direction, let part = place(group, own) else {
        return nil
      }
      parts[group] = part
    }
    var dot = DOTWriter(direction, isLarge: graph.edges.count > 150)
    var clusters: [Int] = []
    write(scope, parts, into: &dot, &clusters)
    for (index, edge) in graph.edges.enumerated()
    where self.scope(of: scopeGroup(edge.from)) == scope {
      write(edge, index, parts, clusters, into: &dot)
    }
    guard let lines = GraphvizLibrary.layout(dot.finished(), clusters: dot.parents) else {
      return nil
    }
    read(lines, into: &placed, parts, clusters)
    return placed
  }

  /// The group whose scope an end of an edge is in: that around a group which is one node.
  private func scopeGroup(_ end: Graph.End) -> Int? {
    switch end {
    case .node(let node): graph.nodes[node].group
    case .group(let group): isolated[group] ? graph.groups[group].parent : group
    }
  }

  /// - Parameter clusters: Gets the group that each cluster is.
  private func write(
    _ group: Int?, _ parts: [Int: PlacedGraph], into dot: inout DOTWriter, _ clusters: inout [Int]
  ) {
    for node in members[group] ?? [] {
      dot.addNode("n\(node)", sizes[node], shape: graph.nodes[node].shape.graphvizName)
    }
    for inside in inner[group] ?? [] {
      if let part = parts[inside] {
        dot.addNode("p\(inside)", boxSize(inside, part), shape: "box")
        continue
      }
      let title = graph.groups[inside].title
      let width = TextMeasure.width(of: title.bold)
      dot.beginCluster(
        title: title.isEmpty ? nil : Size(width + 16, TextMeasure.height(of: title) + 6))
      clusters.append(inside)
      if members[inside] == nil, inner[inside] == nil {
        dot.addNode("p\(inside)", Size(max(width, 40), 10), shape: "box")
      }
      write(inside, parts, into: &dot, &clusters)
      dot.endCluster()
    }
  }

  /// The size of a group that is one node.
  private func boxSize(_ group: Int, _ part: PlacedGraph) -> Size {
    let title = graph.groups[group].title
    let width = max(part.size.width, TextMeasure.width(of: title.bold) + 8)
    return Size(width + 28, part.size.height + 28 + titleHeight(group))
  }

  private func titleHeight(_ group: Int) -> Double {
    let title = graph.groups[group].title
    return title.isEmpty ? 0 : TextMeasure.height(of: title) + 4
  }

  private func write(
    _ edge: Graph.Edge, _ index: Int, _ parts: [Int: PlacedGraph], _ clusters: [Int],
    into dot: inout DOTWriter
  ) {
    let tail = anchor(edge.from, parts)
    let head = anchor(edge.to, parts)
    guard let tailNode = tail.node, let headNode = head.node else { return }
    func place(_ group: Int) -> Int? { clusters.firstIndex(of: group) }
    dot.addEdge(
      index, from: tailNode, to: headNode, edge,
      // An edge between a group and what is in it ends at the node.
      tail: isInsideGroup(edge.to, tail.cluster) ? nil : tail.cluster.flatMap(place),
      head: isInsideGroup(edge.from, head.cluster)
        ? nil : head.cluster.flatMap(place))
  }

  private func isInsideGroup(_ end: Graph.End, _ group: Int?) -> Bool {
    guard let group else { return false }
    return end == .group(group) || isInside(end, group)
  }

  /// What stands for an end of an edge: a node, and the cluster around it where that is meant.
  private func anchor(
    _ end: Graph.End, _ parts: [Int: PlacedGraph]
  ) -> (node: String?, cluster: Int?) {
    switch end {
    case .node(let node): return ("n\(node)", nil)
    case .group(let group):
      if parts[group] != nil { return ("p\(group)", nil) }
      return (firstNode(in: group, parts), group)
    }
  }

  private func firstNode(in group: Int, _ parts: [Int: PlacedGraph]) -> String? {
    if let node = members[group]?.first { return "n\(node)" }
    for inside in inner[group] ?? [] {
      if parts[inside] != nil { return "p\(inside)" }
      if let node = firstNode(in: inside, parts) { return node }
    }
    return members[group] == nil && inner[group] == nil ? "p\(group)" : nil
  }

  // MARK: Reading

  private func read(
    _ lines: [[Substring]], into placed: inout PlacedGraph, _ parts: [Int: PlacedGraph],
    _ clusters: [Int]
  ) {
    var left = 0.0
    var top = 0.0
    for line in lines {
      guard let kind = line.first, let text = line.last else { continue }
      let numbers = Self.numbers(text)
      if kind == "g", numbers.count == 4 {
        left = numbers[0]
        top = numbers[3]
        placed.size = Size(numbers[2] - numbers[0], numbers[3] - numbers[1])
        continue
      }
      guard line.count >= 3 else { continue }
      let name = line[1]
      func point(_ pair: [Double]) -> Point { Point(pair[0] - left, top - pair[1]) }
      switch kind {
      case "n" where numbers.count == 2:
        guard let index = Int(name.dropFirst()) else { continue }
        if name.first == "n" {
          placed.nodes[index] = .init(around: point(numbers), sizes[index])
        } else if let part = parts[index] {
          let box = PlacedGraph.Box(around: point(numbers), boxSize(index, part))
          placed.groups[index] = box
          let gap = (box.size.width - part.size.width) / 2
          placed.add(part, at: Point(box.origin.x + gap, box.origin.y + 14 + titleHeight(index)))
        }
      case "c" where numbers.count == 4:
        guard let number = Int(name), clusters.indices.contains(number) else { continue }
        let index = clusters[number]
        let corner = point([numbers[0], numbers[3]])
        placed.groups[index] = .init(
          corner, Size(numbers[2] - numbers[0], numbers[3] - numbers[1]))
      case "e":
        guard let index = Int(name.dropFirst()) else { continue }
        let points = line.dropFirst(2).compactMap { word -> Point? in
          let pair = Self.numbers(word)
          return pair.count == 2 ? point(pair) : nil
        }
        guard points.count >= 4 else { continue }
        placed.edges[index, default: .init(points: [])].points = points
      case "l" where numbers.count == 2:
        guard let index = Int(name.dropFirst()) else { continue }
        placed.edges[index, default: .init(points: [])].label = point(numbers)
      default: break
      }
    }
  }

  private static func numbers(_ text: Substring) -> [Double] {
    text.split(separator: ",").compactMap { Double($0) }
  }
}

extension Graph {
  /// The direction of the edges between what is in a group.
  func direction(around group: Int?) -> Direction {
    path(from: group).lazy.compactMap { groups[$0].direction }.first ?? direction
  }
}
