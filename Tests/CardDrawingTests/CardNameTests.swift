import Testing

@testable import CardDrawing

@Suite("The name of a social card")
struct CardNameTests {
  private static func style(_ family: String? = nil, logo: [UInt8] = []) -> CardStyle {
    CardStyle(
      background: nil, colour: nil, accent: nil, family: family, language: "en",
      isRightToLeft: false, logo: logo)
  }

  private static func name(
    _ face: CardFace, program: String = "Turnbook 1", identity: String = "pango 1",
    style: CardStyle = style()
  ) -> String {
    CardName(program: program, identity: identity, style: style).text(of: face)
  }

  @Test("is another for each thing that changes what is drawn")
  func different() throws {
    let face = CardFace(title: "A", section: "B", description: "C", site: "D", place: "E")
    var names = [Self.name(face)]
    for (path, text) in [
      (\CardFace.title, "X"), (\.site, "X"), (\.place, "X"),
    ] as [(WritableKeyPath<CardFace, String>, String)] {
      var other = face
      other[keyPath: path] = text
      names.append(Self.name(other))
    }
    for path in [\CardFace.section, \.description] {
      for text in [nil, "", "X"] as [String?] {
        var other = face
        other[keyPath: path] = text
        names.append(Self.name(other))
      }
    }
    // What moves from one text to the next is not the same either.
    names.append(
      Self.name(CardFace(title: "AB", section: "", description: "C", site: "D", place: "E")))
    names.append(Self.name(face, program: "Turnbook 2"))
    names.append(Self.name(face, identity: "pango 2"))
    names.append(Self.name(face, style: Self.style("Lato")))
    let header: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]
    let png = PNGHeader.signature + PNGWriter.chunk("IHDR", header)
    names.append(Self.name(face, style: Self.style(logo: png)))
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.utf8.count == 32 && $0.allSatisfy(\.isHexDigit) })
    #expect(Self.name(face) == names[0])
  }

  @Test("is sealed into the card: one that is damaged, cut off or of another name is not whole")
  func sealed() {
    let png = PNGHeader.signature + PNGWriter.chunk("IDAT", Array(0...200)) + PNGWriter.end
    let card = CardName.sealed(png, "name")
    #expect(CardName.isWhole(card, "name"))
    #expect(!CardName.isWhole(card, "other"))
    #expect(!CardName.isWhole(png, "name"))
    for place in card.indices {
      var damaged = card
      damaged[place] ^= 1
      #expect(!CardName.isWhole(damaged, "name"), "byte \(place)")
      #expect(!CardName.isWhole(Array(card.prefix(place)), "name"))
    }
    #expect(!CardName.isWhole(card + [0], "name"))
  }

  @Test(
    "colours are read as CSS writes them",
    arguments: [
      ("#4051b5", 0x4051B5), ("#FFF", 0xFFFFFF), ("#a1c", 0xAA11CC), ("teal", 0x008080),
      ("White", 0xFFFFFF),
    ] as [(String, UInt32)])
  func colours(text: String, number: UInt32) {
    #expect(CardColour(text)?.number == number)
  }

  @Test(
    "what is no colour is none",
    arguments: ["", "#", "#12", "#12345", "#1234567", "#ggg", "tael", "rgb(1,2,3)", "#+12"])
  func noColours(text: String) {
    #expect(CardColour(text) == nil)
  }
}
