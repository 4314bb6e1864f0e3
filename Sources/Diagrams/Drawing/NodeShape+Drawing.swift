import SVG

/// Drawing the outline of a node.
extension NodeShape {
  /// Filled with the colour of lines.
  var isFilled: Bool { self == .start || self == .bar || self == .end }

  var isSpecial: Bool { isFilled || self == .note || self == .text }

  /// Where the middle of the text is, from the middle of the node.
  func textOffset(_ size: Size) -> Point {
    switch self {
    case .cylinder: Point(0, 6)
    case .document: Point(0, -6)
    case .flag: Point(6, 0)
    case .triangle: Point(0, size.height * 0.2)
    default: Point(0, 0)
    }
  }

  func draw(_ box: PlacedGraph.Box, _ style: Style, on canvas: inout Canvas) {
    let (x, y) = (box.origin.x, box.origin.y)
    let (width, height) = (box.size.width, box.size.height)
    let middle = box.middle
    switch self {
    case .rectangle: canvas.rectangle(x, y, width, height, radius: 3, style: style)
    case .rounded: canvas.rectangle(x, y, width, height, radius: 10, style: style)
    case .stadium: canvas.rectangle(x, y, width, height, radius: height / 2, style: style)
    case .bar: canvas.rectangle(x, y, width, height, radius: 2, style: style)
    case .circle, .start, .ellipse: canvas.ellipse(middle, width / 2, height / 2, style: style)
    case .doubleCircle:
      canvas.ellipse(middle, width / 2, height / 2, style: style)
      canvas.ellipse(middle, width / 2 - 5, height / 2 - 5, style: style)
    case .end:
      var ring = style
      ring.fill = "none"
      canvas.ellipse(middle, width / 2 - 1, height / 2 - 1, style: ring)
      canvas.ellipse(middle, width / 2 - 5, height / 2 - 5, style: style)
    case .subroutine:
      canvas.rectangle(x, y, width, height, radius: 3, style: style)
      canvas.path(style: style) {
        $0.move(Point(x + 8, y))
        $0.line(Point(x + 8, y + height))
        $0.move(Point(x + width - 8, y))
        $0.line(Point(x + width - 8, y + height))
      }
    case .cylinder: drawCylinder(x, y, width, height, style, on: &canvas)
    case .document:
      canvas.path(style: style) {
        let bottom = y + height - 8
        $0.move(Point(x, y))
        $0.line(Point(x + width, y))
        $0.line(Point(x + width, bottom))
        $0.curve(
          Point(x + width * 0.7, bottom - 12), Point(x + width * 0.3, bottom + 16),
          Point(x, bottom))
        $0.close()
      }
    case .diamond:
      canvas.polygon(
        [
          Point(middle.x, y), Point(x + width, middle.y), Point(middle.x, y + height),
          Point(x, middle.y),
        ], style: style)
    case .note:
      canvas.path(style: style) {
        $0.move(Point(x, y))
        $0.line(Point(x + width - 9, y))
        $0.line(Point(x + width, y + 9))
        $0.line(Point(x + width, y + height))
        $0.line(Point(x, y + height))
        $0.close()
      }
    case .text: break
    case .hexagon, .leanLeft, .leanRight, .trapezoid, .invertedTrapezoid, .flag, .card, .triangle:
      canvas.polygon((corners(box.size) ?? []).map { $0 + middle }, style: style)
    }
  }

  private func drawCylinder(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: Style,
    on canvas: inout Canvas
  ) {
    let rim = 7.0
    // A half of an ellipse as one curve.
    let reach = rim * 4 / 3
    canvas.path(style: style) {
      $0.move(Point(x, y + rim))
      $0.curve(
        Point(x, y + rim - reach), Point(x + width, y + rim - reach), Point(x + width, y + rim))
      $0.line(Point(x + width, y + height - rim))
      $0.curve(
        Point(x + width, y + height - rim + reach), Point(x, y + height - rim + reach),
        Point(x, y + height - rim))
      $0.close()
    }
    canvas.path(style: style) {
      $0.move(Point(x, y + rim))
      $0.curve(
        Point(x, y + rim + reach), Point(x + width, y + rim + reach), Point(x + width, y + rim))
    }
  }
}
