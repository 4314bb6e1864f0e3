import ByteText
import FileTree
import JSON
import Terminal

/// What a command has to say, on standard output.
enum Output {
  static func send(_ text: String) throws(Refusal) { try send(Array(text.utf8)) }

  static func send(_ bytes: [UInt8]) throws(Refusal) {
    do throws(FileError) { try StandardStream.output.send(bytes) } catch { throw Refusal(error) }
  }

  static func sendJSON(_ body: (inout JSONWriter) -> Void) throws(Refusal) {
    var json = JSONWriter(layout: .indented)
    body(&json)
    let buffer = json.finish()
    try send(buffer.array + [0x0A])
  }
}
