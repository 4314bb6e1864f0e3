import SVG

/// Draws a mind map: the root in the middle, its branches to both sides, each in a colour.
struct MindmapDrawing {
  private let map: Mindmap
  private var sizes: [Size] = []
  /// The height of each node with all that comes from it.
  private var heights: [Double]
  private var middles: [Point]
  /// Which branch of the root a node is on.
  private var branches: [Int]
  private var isLeft: [Bool]
  private var parents: [Int]

  private static let gap = Size(46, 12)

  static func draw(_ map: Mindmap, on canvas: inout Canvas) {
    var drawing = MindmapDrawing(map)
    drawing.place()
    drawing.draw(on: &canvas)
  }

  private init(_ map: Mindmap) {
    self.map = map
    heights = Array(repeating: 0, count: map.nodes.count)
    middles = Array(repeating: Point(0, 0), count: map.nodes.count)
    branches = Array(repeating: 0, count: map.nodes.count)
    isLeft = Array(repeating: false, count: map.nodes.count)
    parents = Array(repeating: 0, count: map.nodes.count)
    for (index, node) in map.nodes.enumerated() {
      let width = TextMeasure.width(of: node.label) * (index == 0 ? 1.1 : 1)
      let height = max(TextMeasure.height(of: node.label), TextMeasure.lineHeight)
      sizes.append(
        Self.size(index == 0 && node.shape == .none ? .rounded : node.shape, width, height))
    }
  }

  private static func size(_ shape: Mindmap.Node.Shape, _ width: Double, _ height: Double) -> Size {
    switch shape {
    case .none: return Size(width + 16, height + 8)
    case .square, .rounded: return Size(width + 28, height + 18)
    case .hexagon: return Size(width + 48, height + 20)
    case .cloud: return Size(width * 1.15 + 48, height * 1.3 + 32)
    case .bang: return Size(width * 1.25 + 56, height * 1.4 + 40)
    case .circle:
      let side = (width * width + height * height).squareRoot() + 20
      return Size(side, side)
    }
  }

  // MARK: Placing

  private mutating func place() {
    // Children come after their parents, so that one pass from the end knows all of them.
    for index in map.nodes.indices.reversed() {
      heights[index] = max(sizes[index].height, total(map.nodes[index].children))
    }
    let children = map.nodes[0].children
    // The right side takes branches until it has half of the height.
    let all = total(children)
    var right: [Int] = []
    var used = 0.0
    for child in children {
      let isFull = used > 0 && used + heights[child] / 2 > all / 2
      if isFull { break }
      right.append(child)
      used += heights[child] + Self.gap.height
    }
    if children.count < 4, all < 200 { right = children }
    for (number, child) in children.enumerated() { branches[child] = number }
    place(right, of: 0, toLeft: false)
    place(Array(children.dropFirst(right.count)), of: 0, toLeft: true)
    for index in map.nodes.indices.dropFirst() {
      for child in map.nodes[index].children {
        branches[child] = branches[index]
      }
      place(map.nodes[index].children, of: index, toLeft: isLeft[index])
    }
  }

  private func total(_ children: [Int]) -> Double {
    children.reduce(0) { $0 + heights[$1] } + Double(max(children.count - 1, 0)) * Self.gap.height
  }

  private mutating func place(_ children: [Int], of parent: Int, toLeft: Bool) {
    var y = middles[parent].y - total(children) / 2
    for child in children {
      isLeft[child] = toLeft
      parents[child] = parent
      let distance = (sizes[parent].width + sizes[child].width) / 2 + Self.gap.width
      middles[child] = Point(
        middles[parent].x + (toLeft ? -distance : distance), y + heights[child] / 2)
      y += heights[child] + Self.gap.height
    }
  }

  // MARK: Drawing

  private func draw(on canvas: inout Canvas) {
    for branch in 0..<max(map.nodes[0].children.count, 1) {
      let members = map.nodes.indices.dropFirst().filter { branches[$0] == branch }
      guard !members.isEmpty else { continue }
      canvas.begin("dm", color: branch)
      for index in members { drawStem(to: index, on: &canvas) }
      canvas.end()
      canvas.begin("ds", color: branch)
      for index in members { drawShape(index, on: &canvas) }
      canvas.end()
    }
    canvas.begin("dn")
    drawShape(0, on: &canvas)
    canvas.end()
    canvas.beginTexts()
    for (index, node) in map.nodes.enumerated() {
      var style = Style.none
      style.isBold = index == 0
      canvas.text(node.label, x: middles[index].x, y: middles[index].y, style: style)
    }
    canvas.end()
  }

  private func drawStem(to index: Int, on canvas: inout Canvas) {
    let parent = parents[index]
    let side = isLeft[index] ? -1.0 : 1.0
    let from = middles[parent] + Point(side * sizes[parent].width / 2, 0)
    let to = middles[index] - Point(side * sizes[index].width / 2, 0)
    let bend = abs(to.x - from.x) / 2
    canvas.path(width: parent == 0 ? "3" : "2") {
      $0.move(from)
      $0.curve(from + Point(side * bend, 0), to - Point(side * bend, 0), to)
    }
  }

  private func drawShape(_ index: Int, on canvas: inout Canvas) {
    let box = PlacedGraph.Box(around: middles[index], sizes[index])
    let (x, y) = (box.origin.x, box.origin.y)
    let (width, height) = (box.size.width, box.size.height)
    switch map.nodes[index].shape {
    case .none where index == 0: canvas.rectangle(x, y, width, height, radius: height / 2)
    case .none: canvas.rectangle(x, y, width, height, radius: 6)
    case .square: canvas.rectangle(x, y, width, height, radius: 2)
    case .rounded: canvas.rectangle(x, y, width, height, radius: min(height / 2, 12))
    case .circle: canvas.ellipse(box.middle, width / 2, height / 2)
    case .hexagon:
      canvas.polygon((NodeShape.hexagon.corners(box.size) ?? []).map { $0 + box.middle })
    case .cloud: drawBumps(box, count: 9, depth: 0.16, on: &canvas)
    case .bang: drawBumps(box, count: 12, depth: -0.2, on: &canvas)
    }
  }

  /// A cloud, whose bumps go out, or a bang, whose points do.
  private func drawBumps(
    _ box: PlacedGraph.Box, count: Int, depth: Double, on canvas: inout Canvas
  ) {
    let middle = box.middle
    func point(_ step: Double, _ reach: Double) -> Point {
      let direction = UnitCircle.point(step / Double(count))
      return middle
        + Point(
          direction.x * box.size.width / 2 * reach, direction.y * box.size.height / 2 * reach)
    }
    let rim = 1 - abs(depth)
    canvas.path {
      $0.move(point(0, depth > 0 ? rim : 1))
      for step in 0..<count {
        let place = Double(step)
        if depth > 0 {
          $0.curve(
            point(place + 0.15, 1.08), point(place + 0.85, 1.08), point(place + 1, rim))
        } else {
          $0.line(point(place + 0.5, rim))
          $0.line(point(place + 1, 1))
        }
      }
      $0.close()
    }
  }
}
