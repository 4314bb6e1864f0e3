import SVG

/// Draws a flowchart or a state diagram.
enum GraphDrawing {
  static func draw(_ graph: Graph, _ placed: PlacedGraph, on canvas: inout Canvas) {
    drawGroups(graph, placed, on: &canvas)
    drawEdges(graph, placed, on: &canvas)
    drawNodes(graph, placed, on: &canvas)
  }

  // MARK: Groups

  private static func drawGroups(
    _ graph: Graph, _ placed: PlacedGraph, on canvas: inout Canvas
  ) {
    guard !graph.groups.isEmpty else { return }
    // What is inside lies on what is around it.
    let order = graph.groups.indices.sorted {
      (graph.path(from: $0).count, $0) < (graph.path(from: $1).count, $1)
    }
    canvas.begin("dc")
    for group in order {
      guard let box = placed.groups[group] else { continue }
      canvas.rectangle(
        box.origin.x, box.origin.y, box.size.width, box.size.height, radius: 6,
        style: graph.groups[group].style, dashes: graph.groups[group].isRegion ? "5 4" : nil)
    }
    canvas.end()
    // Edges come in at the middle of a side, so titles stand at its start.
    canvas.beginTexts("start")
    for group in order {
      guard let box = placed.groups[group] else { continue }
      let title = graph.groups[group].title.bold
      canvas.text(
        title, x: box.origin.x + 12, y: box.origin.y + 7 + TextMeasure.height(of: title) / 2,
        anchor: 0, style: graph.groups[group].style)
    }
    canvas.end()
  }

  // MARK: Edges

  private static func drawEdges(_ graph: Graph, _ placed: PlacedGraph, on canvas: inout Canvas) {
    var tips: [Tip] = []
    canvas.begin("de")
    for (index, edge) in graph.edges.enumerated() where edge.line != .invisible {
      guard var points = placed.edges[index]?.points, points.count >= 4 else { continue }
      reach(&points, graph, placed, edge)
      tips += cut(&points, edge)
      let dashes: StaticString? = edge.line == .dotted ? "3 4" : nil
      var style = edge.style
      style.fill = nil
      canvas.path(style: style, dashes: dashes, width: edge.line == .thick ? "3" : nil) { path in
        path.move(points[0])
        var place = 1
        while place + 2 < points.count {
          path.curve(points[place], points[place + 1], points[place + 2])
          place += 3
        }
      }
    }
    canvas.end()
    if !tips.isEmpty {
      canvas.begin("dh")
      for tip in tips { tip.draw(on: &canvas) }
      canvas.end()
    }
    let labelled = graph.edges.indices.filter {
      !graph.edges[$0].label.isEmpty && graph.edges[$0].line != .invisible
        && placed.edges[$0]?.label != nil
    }
    guard !labelled.isEmpty else { return }
    canvas.begin("dl")
    for index in labelled {
      guard let place = placed.edges[index]?.label else { continue }
      let label = graph.edges[index].label
      let size = Size(TextMeasure.width(of: label) + 8, TextMeasure.height(of: label))
      canvas.rectangle(
        place.x - size.width / 2, place.y - size.height / 2, size.width, size.height, radius: 4)
    }
    canvas.end()
    canvas.beginTexts()
    for index in labelled {
      guard let place = placed.edges[index]?.label else { continue }
      var style = Style.none
      style.color = graph.edges[index].style.color
      canvas.text(graph.edges[index].label, x: place.x, y: place.y, style: style)
    }
    canvas.end()
  }

  /// Leads both ends of a curve to the outlines of shapes that Graphviz took for boxes.
  private static func reach(
    _ points: inout [Point], _ graph: Graph, _ placed: PlacedGraph, _ edge: Graph.Edge
  ) {
    if let end = outlinePoint(points[0], from: points[1], edge.from, graph, placed) {
      points[0] = end
    }
    let last = points.count - 1
    if let end = outlinePoint(points[last], from: points[last - 1], edge.to, graph, placed) {
      points[last] = end
    }
  }

  private static func outlinePoint(
    _ point: Point, from before: Point, _ end: Graph.End, _ graph: Graph, _ placed: PlacedGraph
  ) -> Point? {
    guard case .node(let node) = end, let box = placed.nodes[node],
      let corners = graph.nodes[node].shape.corners(box.size)
    else { return nil }
    let middle = box.middle
    let direction = (point - before).unit
    let reach = direction * (box.size.width + box.size.height)
    // A curve that runs along a side would pass the shape: it goes to the middle then.
    return Outline.firstCrossing(point - direction * 0.5, point + reach, corners, middle)
      ?? Outline.firstCrossing(point, middle, corners, middle)
  }

  /// Makes room for the tips at both ends.
  private static func cut(_ points: inout [Point], _ edge: Graph.Edge) -> [Tip] {
    var tips: [Tip] = []
    if edge.end != .none, let last = points.last {
      let direction = (last - points[points.count - 2]).unit
      let tip = Tip(kind: edge.end, point: last, direction: direction, style: edge.style)
      BezierCurve.shorten(&points, by: tip.length)
      if let end = points.last { tips.append(tip.turned(from: end)) }
    }
    if edge.start != .none {
      points.reverse()
      if let last = points.last {
        let direction = (last - points[points.count - 2]).unit
        let tip = Tip(kind: edge.start, point: last, direction: direction, style: edge.style)
        BezierCurve.shorten(&points, by: tip.length)
        if let end = points.last { tips.append(tip.turned(from: end)) }
      }
      points.reverse()
    }
    return tips
  }

  // MARK: Nodes

  private static func drawNodes(_ graph: Graph, _ placed: PlacedGraph, on canvas: inout Canvas) {
    func drawShapes(_ indices: [Int], _ className: StaticString) {
      guard !indices.isEmpty else { return }
      canvas.begin(className)
      for index in indices {
        guard let box = placed.nodes[index] else { continue }
        graph.nodes[index].shape.draw(box, graph.nodes[index].style, on: &canvas)
      }
      canvas.end()
    }
    func drawText(_ index: Int) {
      guard let box = placed.nodes[index] else { return }
      let node = graph.nodes[index]
      canvas.text(
        node.label, x: box.middle.x + node.shape.textOffset(box.size).x,
        y: box.middle.y + node.shape.textOffset(box.size).y, style: node.style)
    }
    let plain = graph.nodes.indices.filter { graph.nodes[$0].link == nil }
    drawShapes(plain.filter { !graph.nodes[$0].shape.isSpecial }, "dn")
    drawShapes(plain.filter { graph.nodes[$0].shape.isFilled }, "df")
    drawShapes(plain.filter { graph.nodes[$0].shape == .note }, "do")
    if plain.contains(where: { !graph.nodes[$0].label.isEmpty }) {
      canvas.beginTexts()
      for index in plain { drawText(index) }
      canvas.end()
    }
    for index in graph.nodes.indices {
      guard let link = graph.nodes[index].link else { continue }
      canvas.beginLink(link)
      drawShapes([index], graph.nodes[index].shape.isFilled ? "df" : "dn")
      canvas.beginTexts()
      drawText(index)
      canvas.end()
      canvas.endLink()
    }
  }
}
