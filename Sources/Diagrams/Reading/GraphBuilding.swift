import SVG

/// A graph while it is read: names become numbers when all of it is known.
struct GraphBuilding {
  /// An edge between names.
  struct Edge {
    var from: String
    var to: String
    var edge: Graph.Edge
  }

  var graph: Graph
  var nodes: [String: Int] = [:]
  var groups: [String: Int] = [:]
  var edges: [Edge] = []
  var classes: [String: Style] = [:]
  /// What edges look like unless they say otherwise.
  var edgeStyle = Style.none
  private var classesOf: [String: [String]] = [:]
  private var styles: [String: Style] = [:]
  private var links: [String: Graph.Link] = [:]

  init(_ kind: Graph.Kind) { graph = Graph(kind) }

  /// The number of a node, which is new where the name is.
  mutating func node(_ id: String, at range: Range<Int>) throws(SyntaxFault) -> Int {
    if let known = nodes[id] { return known }
    guard graph.nodes.count < Limits.nodes else {
      throw SyntaxFault("the diagram has more than \(Limits.nodes) nodes", range)
    }
    graph.nodes.append(Graph.Node(id: id, label: Label(plain: id)))
    nodes[id] = graph.nodes.count - 1
    return graph.nodes.count - 1
  }

  mutating func add(_ edge: Edge, at range: Range<Int>) throws(SyntaxFault) {
    guard edges.count < Limits.edges else {
      throw SyntaxFault("the diagram has more than \(Limits.edges) edges", range)
    }
    edges.append(edge)
  }

  mutating func group(
    _ id: String, _ title: Label, parent: Int?, at range: Range<Int>
  ) throws(SyntaxFault) -> Int {
    guard graph.groups.count < Limits.nodes, graph.path(from: parent).count < Limits.nesting else {
      throw SyntaxFault("the boxes of the diagram are nested too deeply or too many", range)
    }
    graph.groups.append(Graph.Group(id: id, title: title, parent: parent))
    groups[id] = graph.groups.count - 1
    return graph.groups.count - 1
  }

  mutating func addClass(_ name: String, to id: String) { classesOf[id, default: []].append(name) }

  mutating func addStyle(_ style: Style, to id: String) { styles[id, default: .none].add(style) }

  mutating func setLink(_ link: Graph.Link, of id: String) { links[id] = link }

  mutating func addCall(_ range: Range<Int>) { graph.calls.append(range) }

  /// `linkStyle 0,2 stroke:#f00`.
  mutating func addEdgeStyle(_ style: Style, to index: Int) {
    if edges.indices.contains(index) { edges[index].edge.style.add(style) }
  }

  /// The graph with styles, and with edges between what their names mean in the end.
  consuming func finished() -> Graph {
    resolveStyles()
    // An edge may name a group before the group is read.
    var kept: [Int] = []
    var places = [Int?](repeating: nil, count: graph.nodes.count)
    for (index, node) in graph.nodes.enumerated() where groups[node.id] == nil {
      places[index] = kept.count
      kept.append(index)
    }
    let all = graph.nodes
    graph.nodes = kept.map { all[$0] }
    func end(_ id: String) -> Graph.End? {
      if let group = groups[id] { return .group(group) }
      return nodes[id].flatMap { places[$0] }.map { .node($0) }
    }
    for edge in edges {
      guard let from = end(edge.from), let to = end(edge.to) else { continue }
      var resolved = edge.edge
      resolved.from = from
      resolved.to = to
      var style = edgeStyle
      style.add(resolved.style)
      resolved.style = style
      graph.edges.append(resolved)
    }
    return graph
  }

  private mutating func resolveStyles() {
    let usual = classes["default"]
    func style(_ id: String, _ first: Style?) -> Style {
      var style = first ?? .none
      for name in classesOf[id] ?? [] { if let known = classes[name] { style.add(known) } }
      if let own = styles[id] { style.add(own) }
      return style
    }
    for index in graph.nodes.indices {
      let id = graph.nodes[index].id
      graph.nodes[index].style = style(id, usual)
      graph.nodes[index].link = links[id]
      let widest = graph.nodes[index].shape == .diamond ? 170.0 : 230
      graph.nodes[index].label = graph.nodes[index].label.wrapped(to: widest)
    }
    for index in graph.groups.indices {
      graph.groups[index].style = style(graph.groups[index].id, nil)
    }
  }
}
