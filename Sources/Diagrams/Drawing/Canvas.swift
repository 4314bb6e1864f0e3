import ByteText
import SVG

/// What is drawn, as SVG without its root: shapes and texts in the order in which they lie on each
/// other. Lines have the colour of the text where no style sheet says more, and nothing is filled.
struct Canvas: ~Copyable {
  private(set) var out = ByteBuffer()
  /// Where targets of links belong, and which.
  private(set) var links: [(offset: Int, link: Graph.Link)] = []
  private var low = Point(.infinity, .infinity)
  private var high = Point(-.infinity, -.infinity)

  init() {}

  /// The box around everything that was drawn.
  var bounds: (low: Point, high: Point) {
    low.x <= high.x ? (low, high) : (Point(0, 0), Point(1, 1))
  }

  // MARK: Groups

  mutating func begin(_ className: StaticString) {
    out.append("<g class=\"")
    out.append(className)
    out.append("\">")
  }

  /// What the numbered colours of the theme are for.
  mutating func begin(_ className: StaticString, color: Int) {
    out.append("<g class=\"")
    out.append(className)
    out.append(" d")
    out.append(decimal: color % 8)
    out.append("\">")
  }

  mutating func beginTexts(_ anchor: StaticString = "middle", size: Int? = nil) {
    out.append("<g fill=\"currentColor\" stroke=\"none\" text-anchor=\"")
    out.append(anchor)
    if let size {
      out.append("\" font-size=\"")
      out.append(decimal: size)
    }
    out.append("\">")
  }

  mutating func end() { out.append("</g>\n") }

  mutating func beginLink(_ link: Graph.Link) {
    out.append("<a href=\"")
    links.append((out.count, link))
    out.append("\">")
    if let title = link.title, !title.isEmpty {
      out.append("<title>")
      out.append(escaping: title)
      out.append("</title>")
    }
  }

  mutating func endLink() { out.append("</a>\n") }

  // MARK: Shapes

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, radius: Double = 0,
    style: Style = .none, dashes: StaticString? = nil
  ) {
    out.append("<rect")
    attribute(" x", x)
    attribute(" y", y)
    attribute(" width", width)
    attribute(" height", height)
    if radius > 0 { attribute(" rx", radius) }
    finish(style, dashes)
    cover(Point(x, y))
    cover(Point(x + width, y + height))
  }

  mutating func ellipse(_ middle: Point, _ x: Double, _ y: Double, style: Style = .none) {
    if x == y {
      out.append("<circle")
      attribute(" cx", middle.x)
      attribute(" cy", middle.y)
      attribute(" r", x)
    } else {
      out.append("<ellipse")
      attribute(" cx", middle.x)
      attribute(" cy", middle.y)
      attribute(" rx", x)
      attribute(" ry", y)
    }
    finish(style, nil)
    cover(Point(middle.x - x, middle.y - y))
    cover(Point(middle.x + x, middle.y + y))
  }

  mutating func polygon(_ points: [Point], style: Style = .none) {
    path(style: style) { path in
      for (index, point) in points.enumerated() {
        if index == 0 { path.move(point) } else { path.line(point) }
      }
      path.close()
    }
  }

  mutating func line(_ from: Point, _ to: Point, dashes: StaticString? = nil) {
    path(dashes: dashes) {
      $0.move(from)
      $0.line(to)
    }
  }

  mutating func path(
    style: Style = .none, dashes: StaticString? = nil, width: StaticString? = nil,
    _ draw: (inout PathData) -> Void
  ) {
    var data = PathData()
    draw(&data)
    out.append("<path d=\"")
    out.append(data.text)
    out.append("\"")
    if let width, style.strokeWidth == nil {
      out.append(" stroke-width=\"")
      out.append(width)
      out.append("\"")
    }
    finish(style, dashes)
    for point in data.points { cover(point) }
  }

  // MARK: Texts

  /// Writes the lines of a text around a place.
  /// - Parameter y: The middle of all lines together.
  mutating func text(
    _ label: Label, x: Double, y: Double, anchor: Double = 0.5, size: Double = TextMeasure.size,
    lineHeight: Double = TextMeasure.lineHeight, style: Style = .none
  ) {
    var top = y - Double(label.lines.count) * lineHeight / 2
    for line in label.lines {
      defer { top += lineHeight }
      guard !line.isEmpty else { continue }
      out.append("<text")
      attribute(" x", x)
      attribute(" y", top + lineHeight / 2 + size * 0.35)
      if size != TextMeasure.size { attribute(" font-size", size) }
      if let color = style.textColor { attribute(" fill", color) }
      let isBold = style.isBold || line.allSatisfy(\.isBold)
      if isBold { out.append(" font-weight=\"bold\"") }
      let isItalic = style.isItalic || line.allSatisfy(\.isItalic)
      if isItalic { out.append(" font-style=\"italic\"") }
      out.append(">")
      for run in line { write(run, isBold, isItalic) }
      out.append("</text>\n")
      let width = TextMeasure.width(of: line, size: size)
      cover(Point(x - width * anchor, top))
      cover(Point(x + width * (1 - anchor), top + lineHeight))
    }
  }

  private mutating func write(_ run: Label.Run, _ isBold: Bool, _ isItalic: Bool) {
    let needsSpan = (run.isBold && !isBold) || (run.isItalic && !isItalic)
    if needsSpan {
      out.append("<tspan")
      if run.isBold { out.append(" font-weight=\"bold\"") }
      if run.isItalic { out.append(" font-style=\"italic\"") }
      out.append(">")
    }
    out.append(escaping: run.text)
    if needsSpan { out.append("</tspan>") }
  }

  // MARK: Attributes

  private mutating func attribute(_ name: StaticString, _ value: Double) {
    out.append(name)
    out.append("=\"")
    out.append(tenths: value)
    out.append("\"")
  }

  private mutating func attribute(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    out.append(name)
    out.append("=\"")
    out.append(escaping: value)
    out.append("\"")
  }

  private mutating func finish(_ style: Style, _ dashes: StaticString?) {
    attribute(" fill", style.fill)
    if style.isWash { out.append(" fill-opacity=\"0.3\"") }
    attribute(" stroke", style.stroke)
    attribute(" stroke-width", style.strokeWidth)
    if let own = style.dashes {
      attribute(" stroke-dasharray", own)
    } else if let dashes {
      out.append(" stroke-dasharray=\"")
      out.append(dashes)
      out.append("\"")
    }
    out.append("/>")
  }

  /// Keeps room for a place of the drawing.
  mutating func cover(_ point: Point) {
    guard point.x.isFinite, point.y.isFinite else { return }
    low = Point(min(low.x, point.x), min(low.y, point.y))
    high = Point(max(high.x, point.x), max(high.y, point.y))
  }
}
