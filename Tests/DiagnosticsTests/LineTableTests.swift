import Diagnostics
import Testing

@Suite("Lines and columns")
struct LineTableTests {
  private func position(of mark: Character, in text: String) -> Position? {
    guard let index = text.firstIndex(of: mark) else { return nil }
    let offset = text.utf8.distance(from: text.startIndex, to: index)
    return LineTable(Array(text.utf8)).position(of: offset)
  }

  @Test(
    "both count from one, columns by Unicode scalars, lines by any ending",
    arguments: [
      ("^", 1, 1), ("ab^", 1, 3), ("a\n^", 2, 1), ("a\r\nb^", 2, 2), ("a\rb\rc^", 3, 2),
      ("a\n\r^", 3, 1), ("\r\n\r\n^", 3, 1), ("ä€😀^", 1, 4), ("e\u{301}^", 1, 3),
      ("\u{FEFF}^", 1, 2), ("\t^", 1, 2), ("ä\nö^", 2, 2),
    ])
  func positions(text: String, line: Int, column: Int) {
    #expect(position(of: "^", in: text) == Position(line: line, column: column))
  }

  @Test("an offset outside the file is its nearest end")
  func outside() {
    let table = LineTable(Array("ab\nc".utf8))
    #expect(table.position(of: -3) == Position(line: 1, column: 1))
    #expect(table.position(of: 99) == Position(line: 2, column: 2))
    #expect(LineTable([]).position(of: 5) == Position(line: 1, column: 1))
  }

  @Test("a line comes without its ending; one that is not there is empty")
  func lines() {
    let table = LineTable(Array("ab\r\n\rc\n".utf8))
    let texts = (0...6).map { String(decoding: table.line($0), as: UTF8.self) }
    #expect(texts == ["", "ab", "", "c", "", "", ""])
    #expect(table.starts == [0, 4, 5, 7])
  }

  @Test("every byte is in the line that its position names", arguments: ["a\nbc\r\n\rd", "ä\n\nö"])
  func agreement(text: String) {
    let bytes = Array(text.utf8)
    let table = LineTable(bytes)
    for offset in bytes.indices {
      let breaks = bytes[..<offset].indices.filter { index in
        bytes[index] == 0x0A
          || bytes[index] == 0x0D && (index + 1 >= bytes.count || bytes[index + 1] != 0x0A)
      }
      #expect(table.position(of: offset).line == breaks.count + 1, "byte \(offset)")
    }
  }

  @Test("columns of a line of many kilobytes are those that counting finds")
  func longLine() {
    let text = String(repeating: "é𝄞a", count: 900) + "\nb" + String(repeating: "ü", count: 1_500)
    let bytes = Array(text.utf8)
    let table = LineTable(bytes)
    var expected = Position(line: 1, column: 1)
    for offset in bytes.indices {
      if bytes[offset] & 0xC0 != 0x80 { #expect(table.position(of: offset) == expected) }
      if bytes[offset] == 0x0A {
        expected = Position(line: expected.line + 1, column: 1)
      } else if offset + 1 == bytes.count || bytes[offset + 1] & 0xC0 != 0x80 {
        expected.column += 1
      }
    }
    #expect(table.position(of: bytes.count) == expected)
  }
}
