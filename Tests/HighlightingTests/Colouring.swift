import ByteText
import Testing

@testable import Highlighting

/// The HTML of some code; the name of the language must be known.
func highlighted(_ code: [UInt8], as name: String) throws -> [UInt8] {
  let language = try #require(Language(named: name))
  var output = ByteBuffer()
  code.withUnsafeBufferPointer { Highlighter.highlight($0, as: language, into: &output) }
  return output.array
}

/// The coloured pieces of some code, each as its class and its text: `["k let", "m 1"]`.
func colours(_ code: String, as name: String) throws -> [String] {
  let pieces = try Piece.all(of: highlighted(Array(code.utf8), as: name)[...])
  return pieces.filter { !$0.name.isEmpty }.map {
    "\($0.name) \(String(decoding: $0.text, as: UTF8.self))"
  }
}

/// A run of highlighted code.
struct Piece {
  /// The class of its span, empty if it has none.
  let name: String
  /// Its bytes, no longer escaped.
  let text: [UInt8]

  /// The pieces of highlighted code.
  ///
  /// - Throws: `Malformed` for anything but text and flat spans that hold text.
  static func all(of html: ArraySlice<UInt8>) throws(Malformed) -> [Piece] {
    var pieces: [Piece] = []
    var rest = html
    while let start = rest.firstIndex(of: .less) {
      if start > rest.startIndex { pieces.append(try Piece("", rest[..<start])) }
      rest = try drop("<span class=\"", from: rest[start...])
      let name = rest.prefix(while: \.isASCIILetter)
      rest = try drop("\">", from: rest[name.endIndex...])
      let text = rest.prefix { $0 != .less }
      rest = try drop("</span>", from: rest[text.endIndex...])
      pieces.append(try Piece(String(decoding: name, as: UTF8.self), text))
    }
    if !rest.isEmpty { pieces.append(try Piece("", rest)) }
    return pieces
  }

  private init(_ name: String, _ escaped: ArraySlice<UInt8>) throws(Malformed) {
    self.name = name
    var text: [UInt8] = []
    var rest = escaped
    while let byte = rest.first {
      if byte == .ampersand {
        let entities: [(String, UInt8)] = [
          ("&amp;", .ampersand), ("&lt;", .less), ("&gt;", .greater), ("&quot;", .quote),
        ]
        guard let entity = entities.first(where: { rest.starts(with: $0.0.utf8) }) else {
          throw Malformed(rest, "no entity")
        }
        text.append(entity.1)
        rest = rest.dropFirst(entity.0.utf8.count)
      } else {
        if byte == .greater || byte == .quote { throw Malformed(rest, "a byte not escaped") }
        text.append(byte)
        rest = rest.dropFirst()
      }
    }
    self.text = text
  }

  private static func drop(
    _ text: String, from rest: ArraySlice<UInt8>
  ) throws(Malformed) -> ArraySlice<UInt8> {
    guard rest.starts(with: text.utf8) else { throw Malformed(rest, "no \(text)") }
    return rest.dropFirst(text.utf8.count)
  }
}

/// What is wrong with some highlighted code.
struct Malformed: Error {
  let what: String

  init(_ rest: ArraySlice<UInt8>, _ what: String) {
    self.what = "\(what) at: \(String(decoding: rest.prefix(60), as: UTF8.self))"
  }
}

/// Some code, and all that is coloured in it.
struct Case: CustomTestStringConvertible, Sendable {
  /// What the case shows, as a sentence.
  let sentence: String
  let code: String
  let colours: [String]

  init(_ sentence: String, _ code: String, _ colours: [String]) {
    self.sentence = sentence
    self.code = code
    self.colours = colours
  }

  var testDescription: String { sentence }
}
