import Diagnostics
import LanguageServer
import Testing

@Suite("Texts that are edited")
struct TextDocumentTests {
  /// The bytes of a text after an edit, by Swift's own strings.
  private static func edited(
    _ text: String, _ start: TextPosition, _ end: TextPosition, _ new: String
  ) -> String {
    let units = Array(text.utf16)
    let (low, high) = (index(start, units), index(end, units))
    let (first, last) = (min(low, high), max(low, high))
    return String(decoding: units[..<first] + Array(new.utf16) + units[last...], as: UTF16.self)
  }

  /// The place of a position in UTF-16, found character by character.
  private static func index(_ position: TextPosition, _ units: [UInt16]) -> Int {
    var line = 0
    var index = 0
    while line < position.line {
      guard index < units.count else { return units.count }
      if units[index] == 0x0D, index + 1 < units.count, units[index + 1] == 0x0A { index += 1 }
      if units[index] == 0x0A || units[index] == 0x0D { line += 1 }
      index += 1
    }
    var left = position.character
    while left > 0, index < units.count, units[index] != 0x0A, units[index] != 0x0D {
      let isPair = UTF16.isLeadSurrogate(units[index])
      if isPair, left < 2 { break }
      index += isPair ? 2 : 1
      left -= isPair ? 2 : 1
    }
    return index
  }

  @Test("edits by UTF-16 come to what Swift's own strings come to", arguments: 0..<40)
  func edits(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed + 1))
    let pieces = ["a", "é", "日", "😀", "👩‍👩‍👧", "\n", "\r\n", "\r", " ", "e\u{301}", "", "[x](y.md)"]
    func random() -> String {
      (0..<Int.random(in: 0...6, using: &numbers)).map { _ in
        pieces.randomElement(using: &numbers) ?? ""
      }.joined()
    }
    var plain = random() + random() + random()
    var document = TextDocument(plain, encoding: .utf16)
    for _ in 0..<60 {
      let start = TextPosition(
        line: Int.random(in: 0...6, using: &numbers),
        character: Int.random(in: 0...9, using: &numbers))
      let end = TextPosition(
        line: start.line + Int.random(in: -1...2, using: &numbers),
        character: Int.random(in: 0...9, using: &numbers))
      guard end.line >= 0 else { continue }
      let new = random()
      let range = document.range(from: start, to: end)
      document.replace(range, with: new)
      plain = Self.edited(plain, start, end, new)
      #expect(String(decoding: document.bytes, as: UTF8.self).utf8.elementsEqual(plain.utf8))
    }
  }

  @Test(
    "a byte's position leads back to the byte, however characters are counted",
    arguments: PositionEncoding.allCases)
  func back(encoding: PositionEncoding) {
    let text = "# A\r\n\né日😀x\rend\n"
    let document = TextDocument(text, encoding: encoding)
    var offset = 0
    for scalar in text.unicodeScalars {
      let isEnd = scalar == "\n" || scalar == "\r"
      if !isEnd { #expect(document.offset(of: document.position(of: offset)) == offset) }
      offset += String(scalar).utf8.count
    }
    #expect(document.position(of: text.utf8.count) == TextPosition(line: 4, character: 0))
  }

  @Test("half of a surrogate pair, and what is past an end, is the nearest place before")
  func ends() {
    let document = TextDocument("a😀b\ncd", encoding: .utf16)
    #expect(document.offset(of: TextPosition(line: 0, character: 2)) == 1)
    #expect(document.offset(of: TextPosition(line: 0, character: 3)) == 5)
    #expect(document.offset(of: TextPosition(line: 0, character: 99)) == 6)
    #expect(document.offset(of: TextPosition(line: 1, character: 99)) == 9)
    #expect(document.offset(of: TextPosition(line: 9, character: 0)) == 9)
  }

  @Test("the byte order mark of a file is no character")
  func mark() {
    let document = TextDocument(file: [0xEF, 0xBB, 0xBF, 0x61, 0x62], encoding: .utf16)
    #expect(document.offset(of: TextPosition(line: 0, character: 1)) == 4)
    #expect(document.position(of: 4) == TextPosition(line: 0, character: 1))
  }
}
