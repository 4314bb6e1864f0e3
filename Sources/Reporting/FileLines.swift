/// The lines of a file as `diff` and `patch` count them: only LF ends one, and after the last LF
/// there is no further line unless bytes follow.
struct FileLines {
  /// Where each line begins, and the end of the file.
  private let starts: [Int]
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    if starts.last != bytes.count { starts.append(bytes.count) }
    self.starts = starts
  }

  var count: Int { starts.count - 1 }

  /// A line from 0, with its LF.
  subscript(line: Int) -> ArraySlice<UInt8> { bytes[starts[line]..<starts[line + 1]] }

  /// The line that holds the byte at an offset; `count` for the end of a file that ends with LF,
  /// where a line may be added, and of an empty one.
  func line(of offset: Int) -> Int {
    // At the end of a last line without LF, what is put in continues that line.
    if offset == bytes.count, let last = bytes.last, last != 0x0A { return count - 1 }
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Where a line begins; the end of the file for one past the last.
  func start(of line: Int) -> Int { starts[min(line, count)] }
}
