import ByteText
import SVG

/// What is drawn, from top to bottom. Lines that lie behind everything are kept apart.
struct Sheet: ~Copyable {
  private(set) var behind = ByteBuffer()
  private(set) var front = ByteBuffer()
  /// How far down the next thing begins.
  var y: Double

  init(y: Double) { self.y = y }

  /// Everything in the order in which it lies on each other.
  consuming func finished() -> ByteBuffer {
    behind.append(front)
    return behind
  }

  // MARK: Texts

  /// Writes lines one below the other. Their text is one text again when it is read, with a line feed
  /// where it has one.
  /// - Parameters:
  ///   - y: The top of the first line.
  ///   - end: Where lines end that are written from right to left.
  mutating func text(
    _ block: TextBlock, _ className: StaticString, x: Double, y: Double, end: Double,
    lineHeight: Double
  ) {
    front.append("<g class=\"")
    front.append(className)
    front.append("\">")
    var top = y
    var isRightToLeft = false
    var begins = true
    for line in block.lines {
      if begins { isRightToLeft = Direction.isRightToLeft(line.text) }
      if !line.text.isEmpty {
        front.append("<text")
        place(isRightToLeft ? end : x, top + lineHeight * 0.72)
        if isRightToLeft { front.append(" direction=\"rtl\"") }
        front.append(">")
        front.append(escaping: String(line.text))
        front.append("</text>")
      }
      if line.endsParagraph { front.append("\n") }
      begins = line.endsParagraph
      top += lineHeight
    }
    front.append("</g>\n")
  }

  /// Writes one line that is known to have room.
  mutating func line(
    _ text: String, _ className: StaticString, x: Double, y: Double, endsThere: Bool = false
  ) {
    front.append("<text class=\"")
    front.append(className)
    front.append("\"")
    place(x, y)
    if endsThere { front.append(" text-anchor=\"end\"") }
    front.append(">")
    front.append(escaping: text)
    front.append("</text>\n")
  }

  // MARK: Shapes

  /// Opens a part with a name and a box of its own, out of which nothing is seen.
  mutating func begin(_ name: String, x: Double, y: Double, _ size: Size) {
    front.append("<svg role=\"group\" aria-label=\"")
    front.append(escaping: name)
    front.append("\"")
    place(x, y)
    measure(size)
    front.append(">\n")
  }

  mutating func end() { front.append("</svg>\n") }

  mutating func box(
    _ className: StaticString, x: Double, y: Double, _ size: Size, radius: Double = 0
  ) {
    front.append("<rect class=\"")
    front.append(className)
    front.append("\"")
    place(x, y)
    measure(size)
    if radius > 0 {
      front.append(" rx=\"")
      front.append(tenths: radius)
      front.append("\"")
    }
    front.append("/>\n")
  }

  mutating func dot(_ className: StaticString, x: Double, y: Double, radius: Double) {
    front.append("<circle class=\"")
    front.append(className)
    front.append("\" cx=\"")
    front.append(tenths: x)
    front.append("\" cy=\"")
    front.append(tenths: y)
    front.append("\" r=\"")
    front.append(tenths: radius)
    front.append("\"/>\n")
  }

  mutating func path(_ className: StaticString, isBehind: Bool = false, _ data: PathData) {
    var element = ByteBuffer(capacity: 128)
    element.append("<path class=\"")
    element.append(className)
    element.append("\" d=\"")
    element.append(data.text)
    element.append("\"/>\n")
    if isBehind { behind.append(element) } else { front.append(element) }
  }

  mutating func path(
    _ className: StaticString, isBehind: Bool = false, _ draw: (inout PathData) -> Void
  ) {
    var data = PathData()
    draw(&data)
    path(className, isBehind: isBehind, data)
  }

  private mutating func place(_ x: Double, _ y: Double) {
    front.append(" x=\"")
    front.append(tenths: x)
    front.append("\" y=\"")
    front.append(tenths: y)
    front.append("\"")
  }

  private mutating func measure(_ size: Size) {
    front.append(" width=\"")
    front.append(tenths: size.width)
    front.append("\" height=\"")
    front.append(tenths: size.height)
    front.append("\"")
  }
}
