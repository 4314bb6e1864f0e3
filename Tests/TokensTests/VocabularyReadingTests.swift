import Testing
import Tokens

@Suite("Reading a vocabulary")
struct VocabularyReadingTests {
  @Test("each line is a token and its rank, whatever ends the lines")
  func lines() throws {
    let file = TinyVocabulary.file(["ab", "abc", " the", "eightbyt", "morethaneight"])
    let windows = file.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    for bytes in [file, Array(file.dropLast()), windows, [0x0A] + file + [0x0A, 0x0A]] {
      let vocabulary = try Vocabulary(reading: bytes, name: "o200k_base")
      #expect(vocabulary.count == 261)
      #expect(vocabulary.bytes(of: 258) == Array(" the".utf8))
      #expect(vocabulary.bytes(of: 259) == Array("eightbyt".utf8))
      #expect(vocabulary.bytes(of: 0) == [0])
      #expect(vocabulary.bytes(of: 261) == nil)
      #expect(vocabulary.encode("morethaneight") == [260])
    }
  }

  @Test("ranks may have gaps")
  func gaps() throws {
    let file = TinyVocabulary.file(["ab"]) + Array("YWJj 1000\n".utf8)
    let vocabulary = try Vocabulary(reading: file, name: "cl100k_base")
    #expect(vocabulary.encode("abc ab") == [1000, 32, 256])
    #expect(vocabulary.bytes(of: 500) == nil)
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    var line: String
    var error: VocabularyError
    var testDescription: String { line }
  }

  @Test(
    "what is wrong is named with its line",
    arguments: [
      Broken(line: "YWJ 300", error: .notBase64(line: 257)),
      Broken(line: "YW*j 300", error: .notBase64(line: 257)),
      Broken(line: "Y=Jj 300", error: .notBase64(line: 257)),
      Broken(line: "==== 300", error: .notBase64(line: 257)),
      Broken(line: " 300", error: .notBase64(line: 257)),
      Broken(line: "YWJj", error: .missingRank(line: 257)),
      Broken(line: "YWJj ", error: .missingRank(line: 257)),
      Broken(line: "YWJj -1", error: .missingRank(line: 257)),
      Broken(line: "YWJj 300 1", error: .textAfterRank(line: 257)),
      Broken(line: "YWJj 99999999999999", error: .rankTooHigh(line: 257)),
      Broken(line: "QQ== 300", error: .repeatedToken(line: 257)),
      Broken(line: "YWJj 65", error: .repeatedRank(65, line: 257)),
    ])
  func broken(_ broken: Broken) {
    let file = TinyVocabulary.file([]) + Array((broken.line + "\n").utf8)
    #expect(throws: broken.error) { try Vocabulary(reading: file, name: "o200k_base") }
    #expect(broken.error.words.contains("line 257"))
  }

  @Test("a file without all single bytes could not say every text")
  func missingByte() {
    let lines = String(decoding: TinyVocabulary.file([]), as: UTF8.self)
      .split(separator: "\n").filter { !$0.hasSuffix(" 65") }
    let file = Array(lines.joined(separator: "\n").utf8)
    #expect(throws: VocabularyError.missingByte(65)) {
      try Vocabulary(reading: file, name: "o200k_base")
    }
    #expect(throws: VocabularyError.empty) { try Vocabulary(reading: [], name: "o200k_base") }
  }

  @Test("the pattern comes from the name said, else from the file's name, else from the size")
  func pattern() throws {
    let file = TinyVocabulary.file([])
    let named = try Vocabulary(reading: file, name: "CL100K_base", fileName: "o200k_base.tiktoken")
    #expect(named.pattern == .cl100k)
    #expect(named.name == "cl100k_base")
    let byFile = try Vocabulary(reading: file, fileName: "o200k_base.tiktoken")
    #expect(byFile.pattern == .o200k)
    #expect(byFile.name == "o200k_base")
    #expect(SplitPattern(tokenCount: 100_256) == .cl100k)
    #expect(SplitPattern(tokenCount: 199_998) == .o200k)
  }

  @Test("where nothing tells the pattern, the error says which names would")
  func unknown() {
    let file = TinyVocabulary.file([])
    #expect(throws: VocabularyError.unknownPattern(tokens: 256)) {
      try Vocabulary(reading: file, fileName: "mine.tiktoken")
    }
    #expect(throws: VocabularyError.unknownName("p50k_base")) {
      try Vocabulary(reading: file, name: "p50k_base")
    }
    for name in ["cl100k_base", "o200k_base"] {
      #expect(VocabularyError.unknownPattern(tokens: 256).help.contains(name))
    }
  }
}
