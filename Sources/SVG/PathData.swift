/// What the attribute `d` of a path says.
package struct PathData {
  package private(set) var text = ""
  package private(set) var points: [Point] = []

  package init() {}

  package mutating func move(_ point: Point) { add("M", [point]) }
  package mutating func line(_ point: Point) { add("L", [point]) }
  package mutating func curve(_ first: Point, _ second: Point, _ end: Point) {
    add("C", [first, second, end])
  }

  package mutating func arc(_ radius: Double, isLarge: Bool, to end: Point) {
    text += "A\(radius.tenths) \(radius.tenths) 0 \(isLarge ? 1 : 0) 1 "
    text += "\(end.x.tenths) \(end.y.tenths)"
    points.append(end)
  }

  package mutating func close() { text += "Z" }

  private mutating func add(_ letter: String, _ points: [Point]) {
    text += letter
    for (index, point) in points.enumerated() {
      if index > 0 { text += " " }
      text += "\(point.x.tenths) \(point.y.tenths)"
    }
    self.points.append(contentsOf: points)
  }
}
