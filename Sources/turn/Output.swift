import ByteText
import FileTree
import JSON
import Reporting
import Terminal

/// What a command has to say, on standard output.
enum Output {
  static func send(_ text: String) throws(Refusal) { try send(Array(text.utf8)) }

  static func send(_ bytes: [UInt8]) throws(Refusal) {
    do throws(FileError) { try StandardStream.output.send(bytes) } catch { throw Refusal(error) }
  }

  /// Text of patterns and of people, which must not move the cursor of a terminal.
  static func show(_ bytes: [UInt8]) throws(Refusal) {
    try send(StandardStream.output.isTerminal ? Array(visible(bytes).utf8) : bytes)
  }

  static func visible(_ bytes: [UInt8]) -> String {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { VisibleText.ofLine($0) }.joined(separator: "\n")
  }

  static func sendJSON(_ body: (inout JSONWriter) -> Void) throws(Refusal) {
    try show(encoded(body))
  }

  /// JSON, indented; ends with a line feed.
  static func encoded(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(layout: .indented)
    body(&json)
    let buffer = json.finish()
    return buffer.array + [0x0A]
  }

  /// Writes a file and says so, or what would be in it.
  static func write(_ bytes: [UInt8], to file: String?) throws(Refusal) {
    guard let file else { return try show(bytes) }
    do throws(FileError) { try OutputFile.write(bytes, to: file) } catch { throw Refusal(error) }
    StandardStream.error.write("Wrote \(visible(Array(file.utf8)))\n")
  }
}
