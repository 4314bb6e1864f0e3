import SVG

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The circle of radius 1.
enum UnitCircle {
  /// Where a share of the way around it ends, from the top on clockwise.
  static func point(_ share: Double) -> Point {
    let angle = share * 2 * Double.pi
    return Point(sin(angle), -cos(angle))
  }
}
