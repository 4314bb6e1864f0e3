import Diagnostics
import Pages

/// A comment that silences a finding, for its author to say why.
struct IgnoreDraft {
  let edit: Edit

  /// Nil where a comment would silence nothing, or stand in the way of what is around it.
  init?(_ finding: Diagnostic, path: String, in text: TextDocument) {
    guard [".md", ".markdown"].contains(where: path.lowercased().hasSuffix),
      finding.path == path, finding.severity < .error || finding.code.id.hasPrefix("TB-L"),
      let range = finding.range,
      range.start >= FrontMatterBlock(in: text.bytes.span).bodyStart
    else { return nil }
    var line = text.lineNumber(of: range.start)
    let fences = Fences(text)
    if let block = fences.block(at: line) { line = block.lowerBound }
    // The comment covers the block after it, so it stands before the block's first line.
    while line > 0, !Self.isBlank(text, line - 1), fences.block(at: line - 1) == nil { line -= 1 }
    let place = text.line(line)
    let bytes = text.bytes
    guard let first = bytes[place].first, line > 0, Self.beginsPlainBlock(first),
      Self.isBlank(text, line - 1)
    else { return nil }
    let ending = Self.ending(text)
    edit = Edit(
      path: path, range: ByteRange(place.lowerBound, place.lowerBound),
      replacement: "<!-- turnbook-ignore \(finding.code.id) say why -->\(ending)")
  }

  /// Within a list, a quote or a container, and in front matter, a line of its own would end it.
  private static func beginsPlainBlock(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "#")
      || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`")
      || (UInt8(ascii: "A")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isBlank(_ text: TextDocument, _ line: Int) -> Bool {
    text.bytes[text.line(line)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The line ending that the file has.
  static func ending(_ text: TextDocument) -> String {
    let first = text.line(0).upperBound
    guard first + 1 < text.bytes.count, text.bytes[first] == 0x0D else { return "\n" }
    return text.bytes[first + 1] == 0x0A ? "\r\n" : "\r"
  }
}
