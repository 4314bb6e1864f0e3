import ByteText
import Testing

struct ByteBufferTests {
  private func text(_ buffer: borrowing ByteBuffer) -> String {
    String(decoding: buffer.array, as: UTF8.self)
  }

  @Test("everything that is appended stands in order, however small the buffer began")
  func append() {
    var buffer = ByteBuffer(capacity: 1)
    buffer.append("a")
    buffer.append(UInt8(ascii: "b"))
    buffer.append(Array("cdefghijklmnopqrstuvwxyz".utf8))
    buffer.append(Array("0123".utf8)[1...2])
    buffer.append(decimal: -42)
    buffer.append(repeating: UInt8(ascii: "!"), count: 40)
    buffer.append(repeating: UInt8(ascii: "?"), count: -1)
    var other = ByteBuffer()
    other.append("é")
    buffer.append(other)
    let marks = String(repeating: "!", count: 40)
    #expect(text(buffer) == "abcdefghijklmnopqrstuvwxyz12-42" + marks + "é")
  }

  @Test("bytes can be put in front, replaced by fewer or more, and cut off")
  func editing() {
    var buffer = ByteBuffer(capacity: 16)
    buffer.append("0123456789abcdef")
    buffer.insert(Array("<>".utf8), at: 4)
    #expect(text(buffer) == "0123<>456789abcdef")
    buffer.replace(4..<6, with: "[longer than before]")
    #expect(text(buffer) == "0123[longer than before]456789abcdef")
    buffer.replace(4..<24, with: "")
    buffer.replace(16..<16, with: "!")
    #expect(text(buffer) == "0123456789abcdef!")
    #expect(buffer.array(in: 1..<3) == Array("12".utf8))
    buffer.truncate(to: 2)
    buffer[0] = UInt8(ascii: "x")
    #expect(text(buffer) == "x1")
  }
}
