@testable import Tokens

/// A vocabulary made by hand: every single byte, and these words after them in their order.
enum TinyVocabulary {
  static func file(_ words: [String]) -> [UInt8] {
    var lines = (0...255).map { "\(base64([UInt8($0)])) \($0)\n" }
    for (index, word) in words.enumerated() {
      lines.append("\(base64(Array(word.utf8))) \(256 + index)\n")
    }
    return Array(lines.joined().utf8)
  }

  static func made(of words: [String]) throws(VocabularyError) -> Vocabulary {
    try Vocabulary(reading: file(words), name: "o200k_base")
  }

  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      word <<= 8
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[word >> (26 - 6 * place) & 63] : "=")
      }
    }
    return text
  }

  /// The tokens of a text as texts.
  static func words(_ vocabulary: Vocabulary, _ text: String) -> [String] {
    vocabulary.encode(text).map { String(decoding: vocabulary.bytes(of: $0) ?? [], as: UTF8.self) }
  }
}

extension SplitPattern {
  /// The pieces that a text is cut into.
  func pieces(of text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      CharacterClass.table.withUnsafeBufferPointer { classes in
        let scanner = PieceScanner(bytes: bytes, classes: classes)
        var pieces: [String] = []
        var start = 0
        while start < bytes.count {
          let end = scanner.end(of: start, self)
          pieces.append(String(decoding: bytes[start..<end], as: UTF8.self))
          start = end
        }
        return pieces
      }
    }
  }
}
