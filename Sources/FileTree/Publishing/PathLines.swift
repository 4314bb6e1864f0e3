/// A list of paths as text: a heading, a path a line, and a last line that tells how many there
/// are.
///
/// The last line shows a list that was cut off. A line feed or backslash in a path is written `\n`
/// or `\\`.
enum PathLines {
  static func text(heading: String, lines: some Collection<ArraySlice<UInt8>>) -> [UInt8] {
    var text = [UInt8]((heading + "\n").utf8)
    for line in lines {
      for byte in line {
        switch byte {
        case UInt8(ascii: "\n"): text.append(contentsOf: "\\n".utf8)
        case UInt8(ascii: "\\"): text.append(contentsOf: "\\\\".utf8)
        default: text.append(byte)
        }
      }
      text.append(UInt8(ascii: "\n"))
    }
    text.append(contentsOf: "end \(lines.count)\n".utf8)
    return text
  }

  /// The lines between heading and last line; nil if the text is not whole.
  static func lines(in text: [UInt8], heading: String) -> [[UInt8]]? {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count >= 3, lines[0].elementsEqual(heading.utf8), lines[lines.count - 1].isEmpty,
      lines[lines.count - 2].elementsEqual("end \(lines.count - 3)".utf8)
    else { return nil }
    return lines[1..<(lines.count - 2)].map(unescaped)
  }

  private static func unescaped(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard line.contains(UInt8(ascii: "\\")) else { return Array(line) }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in line {
      if isEscaped {
        bytes.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
