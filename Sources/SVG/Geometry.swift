/// In points, like every length of a drawing.
package struct Size: Hashable, Sendable {
  package var width: Double
  package var height: Double

  package init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }
}

/// Downwards and to the right, in points.
package struct Point: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  package static func + (left: Point, right: Point) -> Point {
    Point(left.x + right.x, left.y + right.y)
  }
  package static func - (left: Point, right: Point) -> Point {
    Point(left.x - right.x, left.y - right.y)
  }
  package static func * (point: Point, factor: Double) -> Point {
    Point(point.x * factor, point.y * factor)
  }

  package var length: Double { (x * x + y * y).squareRoot() }

  /// One point long; downwards where there is no direction.
  package var unit: Point { length > 0.0001 ? self * (1 / length) : Point(0, 1) }
}
