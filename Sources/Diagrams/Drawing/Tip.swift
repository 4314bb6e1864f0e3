import SVG

/// What an edge ends with.
struct Tip {
  var kind: Graph.Edge.Tip
  var point: Point
  /// One point long, towards the tip.
  var direction: Point
  var style: Style

  /// How much shorter the line is.
  var length: Double {
    switch kind {
    case .none: 0
    case .arrow: 8
    case .circle: 9
    case .cross: 5
    }
  }

  /// The same in the direction from where the line ends now.
  func turned(from end: Point) -> Tip {
    var tip = self
    if (point - end).length > 0.5 { tip.direction = (point - end).unit }
    return tip
  }

  func draw(on canvas: inout Canvas) {
    let across = Point(-direction.y, direction.x)
    var own = Style.none
    own.stroke = style.stroke
    own.fill = style.stroke
    switch kind {
    case .none: break
    case .arrow:
      let back = point - direction * 9.5
      canvas.polygon([point, back + across * 4.5, back - across * 4.5], style: own)
    case .circle: canvas.ellipse(point - direction * 4.5, 4.5, 4.5, style: own)
    case .cross:
      let middle = point - direction * 6
      canvas.path(style: own, width: "1.8") {
        $0.move(middle + direction * 4.5 + across * 4.5)
        $0.line(middle - direction * 4.5 - across * 4.5)
        $0.move(middle + direction * 4.5 - across * 4.5)
        $0.line(middle - direction * 4.5 + across * 4.5)
      }
    }
  }
}

/// Curves as Graphviz gives them: a start and three points for each piece.
enum BezierCurve {
  /// Takes a length off the end, at most a piece.
  static func shorten(_ points: inout [Point], by length: Double) {
    guard points.count >= 4, length > 0 else { return }
    let start = points.count - 4
    let piece = Array(points[start...])
    let end = piece[3]
    var low = 0.0
    var high = 1.0
    for _ in 0..<30 {
      let middle = (low + high) / 2
      if (at(middle, piece) - end).length > length { low = middle } else { high = middle }
    }
    points.replaceSubrange(start..., with: first(low, of: piece))
  }

  private static func mix(_ left: Point, _ right: Point, _ time: Double) -> Point {
    left * (1 - time) + right * time
  }

  private static func at(_ time: Double, _ piece: [Point]) -> Point { first(time, of: piece)[3] }

  /// The part of a piece before a time, by de Casteljau's construction.
  private static func first(_ time: Double, of piece: [Point]) -> [Point] {
    let a = mix(piece[0], piece[1], time)
    let b = mix(piece[1], piece[2], time)
    let c = mix(piece[2], piece[3], time)
    let d = mix(a, b, time)
    let e = mix(b, c, time)
    return [piece[0], a, d, mix(d, e, time)]
  }
}

/// The corners of a shape.
enum Outline {
  /// Where a way first meets the outline around `middle`.
  static func firstCrossing(
    _ from: Point, _ to: Point, _ corners: [Point], _ middle: Point
  ) -> Point? {
    var best: Double?
    let way = to - from
    for index in corners.indices {
      let start = corners[index] + middle
      let side = corners[(index + 1) % corners.count] + middle - start
      let cross = way.x * side.y - way.y * side.x
      guard abs(cross) > 1e-9 else { continue }
      let offset = start - from
      let along = (offset.x * side.y - offset.y * side.x) / cross
      let place = (offset.x * way.y - offset.y * way.x) / cross
      guard along >= 0, along <= 1, place >= -1e-9, place <= 1 + 1e-9 else { continue }
      best = min(best ?? along, along)
    }
    return best.map { from + way * $0 }
  }
}
