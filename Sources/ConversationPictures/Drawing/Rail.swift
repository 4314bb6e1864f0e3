import SVG

/// The line along a strand, on which each message has a dot.
struct Rail {
  let depth: Int
  let isOnPath: Bool
  private var top: Double?
  private(set) var bottom = 0.0
  /// From here on it is a topic in between.
  private var aside: Double?

  init(depth: Int, isOnPath: Bool) {
    self.depth = depth
    self.isOnPath = isOnPath
  }

  var x: Double { PictureMeasures.rail(depth) }

  /// Something of the strand stands here.
  mutating func reach(_ y: Double) {
    if top == nil { top = y }
    bottom = y
  }

  mutating func turnsAside(at y: Double) {
    reach(y)
    if aside == nil { aside = y }
  }

  func draw(on sheet: inout Sheet) {
    guard let top else { return }
    let turn = aside ?? bottom
    line(from: top, to: turn, isOnPath ? "rail" : "way", on: &sheet)
    line(from: turn, to: bottom, isOnPath ? "rail aside" : "way aside", on: &sheet)
  }

  private func line(
    from: Double, to: Double, _ className: StaticString, on sheet: inout Sheet
  ) {
    guard to > from else { return }
    sheet.path(className, isBehind: true) {
      $0.move(Point(x, from))
      $0.line(Point(x, to))
    }
  }
}
