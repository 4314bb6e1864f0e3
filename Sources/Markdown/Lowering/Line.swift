/// One line of the text to lower: where its bytes stand, without the line ending.
struct Line {
  /// Which of the lowering's files the bytes are in; 0 is the page, others are snippets.
  var file: Int
  var start: Int
  var end: Int
  /// Where the next line starts.
  var next: Int
  /// Columns of white space that a snippet marker's own indentation puts in front.
  var indent: Int
}

/// A place in a line. Tabs reach to the next multiple of four columns, so white space is counted,
/// not copied.
struct Cursor {
  /// The next byte to read.
  var offset: Int
  /// The column at which `pending` begins.
  var column: Int
  /// Columns of white space before `offset` that are not read yet: the rest of a tab, or a
  /// snippet's indentation.
  var pending: Int

  init(_ line: Line) {
    offset = line.start
    column = 0
    pending = line.indent
  }

  /// The white space ahead: its width in columns, and the offset of the first byte after it.
  func whiteSpace(in bytes: [UInt8], end: Int) -> (columns: Int, first: Int) {
    var columns = pending
    var index = offset
    while index < end {
      if bytes[index] == UInt8(ascii: " ") {
        columns += 1
      } else if bytes[index] == UInt8(ascii: "\t") {
        columns += 4 - (column + columns) % 4
      } else {
        break
      }
      index += 1
    }
    return (columns, index)
  }

  /// Reads up to `count` columns of white space.
  mutating func skip(columns count: Int, in bytes: [UInt8], end: Int) {
    var left = count
    let taken = min(left, pending)
    pending -= taken
    column += taken
    left -= taken
    while left > 0, offset < end {
      if bytes[offset] == UInt8(ascii: " ") {
        offset += 1
        column += 1
        left -= 1
      } else if bytes[offset] == UInt8(ascii: "\t") {
        let width = 4 - column % 4
        offset += 1
        let used = min(width, left)
        column += used
        left -= used
        pending = width - used
      } else {
        return
      }
    }
  }

  /// Reads bytes that are not tabs.
  mutating func skip(bytes count: Int) {
    column += pending + count
    pending = 0
    offset += count
  }

  /// Reads all white space, up to the byte at `first`.
  mutating func skip(to first: Int, columns: Int) {
    column += columns
    pending = 0
    offset = first
  }
}
