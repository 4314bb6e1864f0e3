import Diagnostics
import FileTree
import JSON
import Pages
import Site

/// What every answer is made from: the guide, the texts that are open, and how the client counts.
struct Desk {
  let guide: OpenGuide
  /// By the paths that findings print.
  let documents: [String: OpenDocument]
  let terms: ClientTerms
  private static let fileLimit = 16 << 20

  /// The address of a file that findings name.
  func uri(of printed: String) -> String { documents[printed]?.uri ?? FileURI.uri(printed) }

  /// A file as it is now: what the editor holds of it, else what the disk has.
  func text(of printed: String) -> TextDocument? {
    if let document = documents[printed] { return document.text }
    return (try? FileReader.read(printed, limit: Self.fileLimit)).map {
      TextDocument(file: $0, encoding: terms.encoding)
    }
  }

  static func range(_ range: ByteRange, in text: TextDocument) -> JSONValue {
    [
      "start": text.position(of: range.start).json, "end": text.position(of: range.end).json,
    ]
  }

  func location(_ range: ByteRange, in printed: String) -> JSONValue? {
    text(of: printed).map {
      ["uri": .string(uri(of: printed)), "range": Self.range(range, in: $0)]
    }
  }

  /// The places of several files, each of which is read once.
  func locations(_ places: [FilePlace]) -> [JSONValue] {
    var texts: [String: TextDocument?] = [:]
    return places.compactMap { place in
      if place.range.end == 0 {
        let start = TextPosition(line: 0, character: 0).json
        return ["uri": .string(uri(of: place.path)), "range": ["start": start, "end": start]]
      }
      let text = texts[place.path] ?? self.text(of: place.path)
      texts[place.path] = text
      return text.map {
        ["uri": .string(uri(of: place.path)), "range": Self.range(place.range, in: $0)]
      }
    }
  }

  func page(_ index: Int) -> Page { guide.catalog.pages[index] }
}

/// Bytes of a file.
struct FilePlace: Hashable {
  /// As findings name it.
  var path: String
  var range: ByteRange
}
