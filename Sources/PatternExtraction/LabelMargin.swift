import Markdown

/// How far from the left a label may stand. A line that is indented by four columns more than the
/// block is text, whatever it looks like: so a filled text says that a line of a value is none.
struct LabelMargin: Sendable, Hashable {
  private static let width = 4
  /// The white space that all lines of the block begin with.
  private let shared: Int

  init(_ lines: [OutlineLine]) {
    shared = lines.lazy.filter { !Self.isBlank($0) }.map(Self.indentation).min() ?? 0
  }

  func holds(_ line: OutlineLine) -> Bool { Self.indentation(of: line) < shared + Self.width }

  private static func isBlank(_ line: OutlineLine) -> Bool {
    line.bytes.allSatisfy(MappedText.isSpace)
  }

  /// In columns; a tab goes to the next multiple of four.
  private static func indentation(of line: OutlineLine) -> Int {
    var columns = 0
    for byte in line.bytes {
      switch byte {
      case 0x20: columns += 1
      case 0x09: columns += width - columns % width
      default: return columns
      }
    }
    return columns
  }
}
