/// Where things stand in the picture of a conversation, in points.
struct PictureMeasures {
  static let margin = 24.0
  /// Between the lines of two strands.
  static let lane = 26.0
  /// Of the column that messages stand in, whatever strand they are of.
  static let column = 620.0
  /// By which what the user says begins later, and what others say ends earlier.
  static let indent = 44.0
  static let padding = 14.0
  static let lineHeight = 20.0
  static let gap = 10.0
  static let steps = 12
  /// How many messages aside the path are drawn at most.
  static let wayMessages = 240
  /// How many of one fork's ways are drawn at most, and how many messages of each.
  static let ways = 6
  static let wayLength = 8

  let width: Double
  /// How many lines of a message are drawn at most, on the path and aside.
  let lines: (path: Int, way: Int)

  init(_ path: Strand) {
    width = 2 * Self.margin + Self.lane * Double(Self.depth(path) + 1) + Self.column + 14
    lines =
      switch path.entries.count {
      case ...40: (14, 5)
      case ...300: (4, 2)
      default: (2, 1)
      }
  }

  /// Where the line of a strand is.
  static func rail(_ depth: Int) -> Double { margin + 7 + lane * Double(depth) }
  /// Where the messages of a strand begin.
  static func left(_ depth: Int) -> Double { margin + lane * Double(depth + 1) }

  private static func depth(_ strand: Strand) -> Int {
    let ways = strand.beginnings + strand.entries.flatMap(\.ways)
    return ways.reduce(strand.depth) { max($0, depth($1)) }
  }
}
