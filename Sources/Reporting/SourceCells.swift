import Diagnostics

/// One character of a source line as a terminal shows it.
struct SourceCell {
  var text: String
  /// Columns; 0 for a tab, whose width depends on where it stands.
  var width: Int
  /// The byte of the file where the character begins.
  var start: Int

  var isTab: Bool { text == "\t" }
  /// Columns at most.
  var widest: Int { isTab ? 8 : width }
}

/// A source line, or the part of a very long one around a place, cut into cells.
struct SourceCells {
  private(set) var cells: [SourceCell] = []
  /// Whether the line goes on before and after the cells.
  private(set) var isCutBefore = false
  private(set) var isCutAfter = false

  /// More bytes than any excerpt shows, so that a file of a single line of megabytes costs no more
  /// than others. In ASCII each is a column at least.
  private static let reach = 512
  private static let reachInASCII = SourceExcerpt.widest + 28

  init(_ line: ArraySlice<UInt8>, around place: Int) {
    let near =
      line[max(line.startIndex, place - Self.reach)..<min(line.endIndex, place + Self.reach)]
    let reach = near.allSatisfy { $0 < 0x80 } ? Self.reachInASCII : Self.reach
    var part = line
    if place - line.startIndex > reach {
      part = Self.whole(part.suffix(from: place - reach))
      isCutBefore = true
    }
    if part.endIndex - place > reach {
      part = part.prefix(upTo: Self.boundary(in: part, before: place + reach))
      isCutAfter = true
    }
    append(part)
  }

  private mutating func append(_ part: ArraySlice<UInt8>) {
    var text = ""
    var starts: [Int] = []
    var bytes = part.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var place = part.startIndex
    decoding: while true {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let encoded):
        text.unicodeScalars.append(Unicode.UTF8.decode(encoded))
        starts.append(place)
        place += encoded.count
      case .error(let length):
        text.unicodeScalars.append("\u{FFFD}")
        starts.append(place)
        place += length
      case .emptyInput: break decoding
      }
    }
    var scalars = 0
    for character in text {
      cells.append(cell(character, at: starts[scalars]))
      scalars += character.unicodeScalars.count
    }
  }

  private func cell(_ character: Character, at start: Int) -> SourceCell {
    if character == "\t" { return SourceCell(text: "\t", width: 0, start: start) }
    if start == 0, character == "\u{FEFF}" { return SourceCell(text: "", width: 0, start: start) }
    let text = VisibleText.of(String(character))
    return SourceCell(text: text, width: DisplayWidth.of(text), start: start)
  }

  private static func whole(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    part.drop { $0 & 0xC0 == 0x80 }
  }

  private static func boundary(in part: ArraySlice<UInt8>, before place: Int) -> Int {
    var place = place
    while place > part.startIndex, part[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}
