import Foundation
import Testing

@testable import Search

@Suite("Words")
struct WordReaderTests {
  struct Vector: Decodable, Sendable, CustomTestStringConvertible {
    var text: String
    var words: [String]
    var testDescription: String { text }

    init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      text = try parts.decode(String.self)
      words = try parts.decode([String].self)
    }
  }

  static let vectors: [Vector] = {
    let path = NodePeer.repository.appending(path: "Tests/SearchTests/Vectors/words.json")
    guard let data = try? Data(contentsOf: path) else { return [] }
    return (try? JSONDecoder().decode([Vector].self, from: data)) ?? []
  }()

  @Test("there are vectors") func exist() { #expect(Self.vectors.count > 20) }

  @Test("a text becomes the words of its vector", arguments: vectors)
  func words(_ vector: Vector) {
    let found = WordReader.words(of: vector.text)
    // By scalars: strings that are canonically equivalent are equal in Swift.
    #expect(found.map { Array($0.unicodeScalars) } == vector.words.map { Array($0.unicodeScalars) })
  }

  @Test("search.js makes the same words of the vectors", .enabled(if: NodePeer.isInstalled))
  func sameWords() throws {
    let found = try NodePeer.words(of: Self.vectors.map(\.text))
    for (vector, words) in zip(Self.vectors, found) {
      #expect(words.map { Array($0.utf8) } == vector.words.map { Array($0.utf8) })
    }
  }

  @Test("search.js makes the same of every character", .enabled(if: NodePeer.isInstalled))
  func everyCharacter() throws {
    let scalars = (0x20..<0x40000).compactMap { Unicode.Scalar(UInt32($0)) }
    let texts = stride(from: 0, to: scalars.count, by: 64).map { start in
      // Between letters it is seen whether a character ends a word, is a part of it, or vanishes.
      scalars[start..<min(scalars.count, start + 64)].map { "a\($0)b\($0)\($0)" }
        .joined(separator: " ")
    }
    let found = try NodePeer.words(of: texts)
    var different: Set<Unicode.Scalar> = []
    for (text, words) in zip(texts, found)
    where WordReader.words(of: text).map({ Array($0.utf8) }) != words.map({ Array($0.utf8) }) {
      for part in text.unicodeScalars.split(separator: " ") {
        guard part.count == 5, let scalar = part.dropFirst().first else { continue }
        let alone = WordReader.words(of: String(Substring(part)))
        let other = try NodePeer.words(of: [String(Substring(part))])[0]
        if alone.map({ Array($0.utf8) }) != other.map({ Array($0.utf8) }) {
          different.insert(scalar)
        }
      }
      if different.count > 300 { break }
    }
    // What one of the two does not know yet: each has a version of Unicode of its own.
    let newest = different.filter { $0.properties.age.map { $0.major < 15 } ?? false }
    #expect(newest.isEmpty, "\(newest.map { String($0.value, radix: 16) }.sorted())")
  }
}
