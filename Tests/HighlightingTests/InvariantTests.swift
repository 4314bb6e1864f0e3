import Foundation
import Testing

@testable import Highlighting

/// What holds for every input, tried with random bytes and with snippets that were tampered with.
struct InvariantTests {
  static let names = Language.all.map(\.name)
  static let classNames = Set(Highlighter.classNames)

  @Test("random bytes come back whole, with flat spans on single lines", arguments: names)
  func randomBytes(name: String) throws {
    var random = Random(seed: 1, for: name)
    for _ in 0..<150 {
      let code = (0..<Int.random(in: 0...90, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      try check(code, name)
    }
  }

  @Test("random runs of the bytes that lexers look for keep the rules", arguments: names)
  func randomMarks(name: String) throws {
    var random = Random(seed: 2, for: name)
    let marks: [String] = [
      "\"", "'", "`", "\\", "\n", " ", "\t", "\r\n", "$", "{", "}", "(", ")", "[", "]", "<", ">",
      "/", "*", "#", "@", "-", "=", ":", ";", ",", ".", "&", "|", "!", "%", "+", "~", "?", "_", "^",
      "a", "r", "f", "N", "0", "x", "é", "€", "😀", "\0", "<<E\n", "EOF", "\"\"\"", "```", "---\n",
      "/*", "*/", "//", "<!--", "-->", "{{", "}}", "{%", "$(", "${", "\\(", "#\"", "R\"", "<style>",
      "</", "@\"", "\n\"@", "$$", "key: ", "|\n", "in", "func ", "class ", "$ ", ">>> ", "<#", "#>",
    ]
    for _ in 0..<1500 {
      // A few marks at a time meet each other more often than all of them would.
      let palette = (0..<5).compactMap { _ in marks.randomElement(using: &random) }
      let count = Int.random(in: 0...24, using: &random)
      let code = (0..<count).compactMap { _ in palette.randomElement(using: &random) }.joined()
      try check(Array(code.utf8), name)
    }
  }

  @Test("snippets cut, doubled and mixed with others keep the rules", arguments: names)
  func mutations(name: String) throws {
    var random = Random(seed: 3, for: name)
    let own = try snippet(name)
    for _ in 0..<60 {
      var code = own
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0...code.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: code.removeSubrange(place..<min(code.count, place + 9))
        case 1: code.insert(contentsOf: own.suffix(30), at: place)
        case 2: code.insert(UInt8.random(in: 0...255, using: &random), at: place)
        default: code.removeSubrange(place...)
        }
      }
      try check(code, name)
    }
    for other in Self.names { try check(try snippet(other), name) }
  }

  @Test("every beginning of a snippet keeps the rules", arguments: names)
  func prefixes(name: String) throws {
    let code = try snippet(name)
    for count in stride(from: 0, through: code.count, by: 3) {
      try check(Array(code.prefix(count)), name)
    }
  }

  @Test("thousands of open marks neither overflow the stack nor lose a byte", arguments: names)
  func unmatchedMarks(name: String) throws {
    let marks = [
      "(", "[", "{", "<", "\"", "'", "`", "/[", "${", "$(", "\\(", "<a ", "</", "/*", "{{", "[^",
      "**",
      "_a", "<<E ", "$a$ ", "R\"(", "r#", "'a", "a: |\n", "`` ", "a<", "@\"", "f\"{", "#[", "#{",
      "[]",
    ]
    for mark in marks {
      try check(Array(String(repeating: mark, count: 6_000 / mark.utf8.count).utf8), name)
    }
  }

  private func snippet(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: GoldenTests.folder.appending(path: "\(name).code")))
  }

  /// Checks the text, the tags of every line, and that no span parts a character or holds outer
  /// white space.
  private func check(_ code: [UInt8], _ name: String) throws {
    let html = try highlighted(code, as: name)
    let shown = "\(name): \(String(decoding: code.prefix(400), as: UTF8.self).debugDescription)"
    let isValid = isUTF8(code)
    var text: [[UInt8]] = []
    for line in html.split(separator: .newline, omittingEmptySubsequences: false) {
      do {
        let pieces = try Piece.all(of: line)
        for piece in pieces { try inspect(piece, shown, isValid) }
        text.append(pieces.flatMap(\.text))
      } catch let error as Malformed {
        Issue.record("\(error.what) in \(shown)")
        return
      }
    }
    if Array(text.joined(separator: [.newline])) != code { Issue.record("bytes lost in \(shown)") }
  }

  private func inspect(_ piece: Piece, _ shown: String, _ isValid: Bool) throws {
    if isValid, !isUTF8(piece.text) { Issue.record("a character is parted in \(shown)") }
    guard !piece.name.isEmpty else { return }
    if !Self.classNames.contains(piece.name) { Issue.record("unknown class in \(shown)") }
    let first = try #require(piece.text.first, "an empty span in \(shown)")
    let last = try #require(piece.text.last)
    if first.isSpace || last.isSpace { Issue.record("a span around white space in \(shown)") }
  }

  private func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }
}

/// Random numbers that are the same on every run (SplitMix64).
struct Random: RandomNumberGenerator {
  private var state: UInt64

  /// Each language gets numbers of its own, so that together they try more.
  init(seed: UInt64, for name: String) {
    state = name.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
