import ByteText
import Testing

@Suite("Searching eight bytes at a time")
struct ByteScanTests {
  @Test("a byte is found wherever it stands, and not outside the range", arguments: 0..<40)
  func everyPlace(place: Int) {
    var bytes = [UInt8](repeating: 0x8A, count: 40)
    bytes[place] = 0x0A
    bytes.withUnsafeBufferPointer { bytes in
      for start in 0...40 {
        let end = (start + 23) % 41
        let expected = (start..<max(start, end)).contains(place) ? place : max(start, end)
        #expect(ByteScan.first(0x0A, in: bytes, from: start, to: max(start, end)) == expected)
      }
    }
  }

  @Test("of all bytes only those that are asked for are found", arguments: UInt8.min...UInt8.max)
  func everyByte(byte: UInt8) {
    let bytes = [UInt8](repeating: byte, count: 19)
    bytes.withUnsafeBufferPointer { bytes in
      #expect(ByteScan.first(0x3C, in: bytes, from: 0, to: 19) == (byte == 0x3C ? 0 : 19))
      let isEnd = byte == 0x0A || byte == 0x0D
      #expect(ByteScan.lineEnd(in: bytes, from: 0, to: 19) == (isEnd ? 0 : 19))
    }
  }

  @Test("the first of several is found, whatever stands after it")
  func firstOfSeveral() {
    let bytes: [UInt8] = Array("ab\t\u{1}\u{B}cdef\rg\nh\u{C}ijklmnop\n".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      #expect(ByteScan.lineEnd(in: bytes, from: 0, to: bytes.count) == 9)
      #expect(ByteScan.lineEnd(in: bytes, from: 10, to: bytes.count) == 11)
      #expect(ByteScan.first(0x0A, in: bytes, from: 12, to: bytes.count) == bytes.count - 1)
    }
  }

  @Test("text is what the standard library takes for UTF-8, without NUL and STX")
  func text() {
    // Every byte of the first two places, and those around the borders of the table after them.
    let borders: [UInt8] = [0x00, 0x01, 0x02, 0x03, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0]
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        for third in borders {
          let bytes = [0x61, first, second, third, 0xBF]
          for count in 2...5 { expectAgreement(Array(bytes.prefix(count))) }
        }
      }
    }
  }

  @Test("text is judged in every word of eight bytes", arguments: 0..<24)
  func textInEveryPlace(place: Int) {
    for byte: UInt8 in [0, 1, 2, 3, 9, 0x7F, 0x80, 0xC3, 0xFF] {
      var bytes = [UInt8](repeating: 0x20, count: 24)
      bytes[place] = byte
      expectAgreement(bytes)
    }
    var bytes = Array(String(repeating: "é", count: 12).utf8)
    expectAgreement(bytes)
    bytes[place] = 0x41
    expectAgreement(bytes)
  }

  private func expectAgreement(_ bytes: [UInt8]) {
    let isValid = (try? UTF8Span(validating: bytes.span)) != nil
    let expected = isValid && !bytes.contains(0) && !bytes.contains(2)
    let found = bytes.withUnsafeBufferPointer(ByteScan.isText)
    if found != expected { Issue.record("\(bytes) is judged wrongly") }
  }
}
