import ByteText

/// What a card is called: a digest of all that it is made of. The same name is the same picture, so
/// a card that is there need not be drawn again, and whoever has kept an old one sees that this is
/// another.
package struct CardName: Sendable {
  /// Of the program, the libraries, the fonts and the style.
  private let base: Fingerprint

  /// Changes whenever a card is drawn otherwise.
  private static let revision = 1
  /// The private chunk that ends a card: bytes in the order of the PNG specification's rules for
  /// names, so that other programs pass over it.
  private static let sealChunk = "tbSL"

  /// - Parameters:
  ///   - program: The name and version of the program.
  ///   - identity: `CardLibrary.identity`.
  package init(program: String, identity: String, style: CardStyle) {
    var base = Fingerprint()
    base.add(UInt64(Self.revision))
    base.add(program)
    base.add(identity)
    base.merge(style.fingerprint)
    self.base = base
  }

  /// 32 hexadecimal digits.
  package func text(of face: CardFace) -> String {
    var fingerprint = base
    for text in [face.title, face.section, face.description, face.site, face.place] {
      fingerprint.add(text == nil ? 0 : 1)
      fingerprint.add(text ?? "")
    }
    return Self.digits(fingerprint.high) + Self.digits(fingerprint.low)
  }

  private static func digits(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A card that says whose it is and that it is whole.
  package static func sealed(_ png: [UInt8], _ name: String) -> [UInt8] {
    png.dropLast(PNGWriter.end.count) + seal(png.dropLast(PNGWriter.end.count), name)
      + PNGWriter.end
  }

  /// Whether a file is the card of a name to the last bit, as `sealed` left it.
  package static func isWhole(_ file: [UInt8], _ name: String) -> Bool {
    let tail = seal([], name).count + PNGWriter.end.count
    guard file.count > tail, file.starts(with: PNGHeader.signature) else { return false }
    return file.suffix(tail).elementsEqual(seal(file.dropLast(tail), name) + PNGWriter.end)
  }

  private static func seal(_ bytes: ArraySlice<UInt8>, _ name: String) -> [UInt8] {
    var sum = Fingerprint()
    sum.add(name)
    bytes.withUnsafeBytes { sum.add($0) }
    let words = [sum.high, sum.low].flatMap { word in
      [56, 48, 40, 32, 24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
    return PNGWriter.chunk(sealChunk, words)
  }
}
