/// One line of a diagram that says something, without white space at its ends.
struct SourceLine {
  var bytes: ArraySlice<UInt8>
  /// Columns before its first byte; a tab counts as one.
  var indentation: Int

  /// The first word.
  var word: ArraySlice<UInt8> {
    bytes.prefix { !$0.isBlank }
  }

  /// What comes after the first word.
  var rest: ArraySlice<UInt8> { bytes.dropFirst(word.count).trimmed }

  var range: Range<Int> { bytes.startIndex..<bytes.endIndex }

  /// The lines that are not empty from `start` on.
  static func all(_ bytes: [UInt8], from start: Int) -> [SourceLine] {
    bytes[start...].split(separator: 0x0A).compactMap { line in
      let text = line.trimmed
      guard !text.isEmpty else { return nil }
      return SourceLine(bytes: text, indentation: text.startIndex - line.startIndex)
    }
  }
}
