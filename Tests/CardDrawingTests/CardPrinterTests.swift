import Testing

@testable import CardDrawing

@Suite("A social card", .enabled(if: CardLibrary.absence == nil, "needs Pango and a font"))
struct CardPrinterTests {
  static func style(
    background: String? = nil, accent: String? = nil, language: String = "en",
    isRightToLeft: Bool = false, logo: [UInt8] = []
  ) -> CardStyle {
    CardStyle(
      background: background.flatMap { CardColour($0) }, colour: nil,
      accent: accent.flatMap { CardColour($0) }, family: nil, language: language,
      isRightToLeft: isRightToLeft, logo: logo)
  }

  static func face(_ title: String, section: String? = nil, description: String? = nil) -> CardFace
  {
    CardFace(
      title: title, section: section, description: description, site: "The guide",
      place: "example.org/guide")
  }

  private static func print(_ face: CardFace, _ style: CardStyle = style()) throws
    -> CardPrinter.Card
  {
    // `#require` copies what it asks, and a printer cannot be copied.
    guard let printer = CardPrinter(style), let card = printer.print(face) else {
      throw NoMemory()
    }
    return card
  }

  private struct NoMemory: Error {}

  static let titles = [
    "Ask for a plan", "",
    "How to ask a model for a plan, have it judge the plan, and only then let it write the draft",
    String(repeating: "word", count: 125), String(repeating: "many words ", count: 60),
    "Tastaturverschlüsselungssoftwareentwicklungsumgebungen im Überblick",
    "多回合對話：如何讓模型先寫計劃，再逐步檢查，最後才寫草稿，並且保持前後一致", "سلسلة التحقق من الإجابات خطوة بخطوة",
    "שרשרת אימות", "A 😀 ✅ 👩‍👩‍👧‍👦 title", "<b>&amp;</b> %n \u{7}\u{0} tab\tnew\nline",
  ]

  @Test(
    "is a PNG of 1200 by 630 pixels with all of its text inside",
    .enabled(if: SeenPicture.isPossible, SeenPicture.absent))
  func inside() throws {
    let long = String(repeating: "What the page is about, in a sentence or two. ", count: 9)
    var pictures: [[UInt8]] = []
    for title in Self.titles {
      for description in [nil, long] {
        let face = Self.face(title, section: "Section " + title, description: description)
        pictures.append(try Self.print(face).png)
        pictures.append(
          try Self.print(face, Self.style(language: "ar", isRightToLeft: true)).png)
      }
    }
    for (number, seen) in try SeenPicture.all(pictures).enumerated() {
      let title = Self.titles[number / 4]
      #expect(seen.format == "PNG" && seen.size == [1200, 630] && seen.mode == "P")
      let ink = try #require(seen.ink)
      // The stripe is at the side at which lines begin; ink may hang over its box a little.
      let isMirrored = number % 2 == 1
      #expect(ink[0] >= (isMirrored ? 74 : 86), "\(title)")
      #expect(ink[2] <= (isMirrored ? 1114 : 1126), "\(title)")
      #expect(ink[1] >= 60 && ink[3] <= 605, "\(title)")
    }
  }

  @Test("has the same bytes each time, whoever draws it")
  func same() throws {
    let face = Self.face("Ask for a plan", section: "Techniques", description: "Plan first.")
    let first = try Self.print(face)
    #expect(try Self.print(face).png == first.png)
    guard let printer = CardPrinter(Self.style()) else { throw NoMemory() }
    _ = printer.print(Self.face("Another", description: "Other words."))
    let again = printer.print(face)
    #expect(again?.png == first.png)
  }

  @Test("without a title shows the name of the site")
  func noTitle() throws {
    #expect(try Self.print(Self.face("")).png == Self.print(Self.face("The guide")).png)
  }

  @Test("leaves out what no font has, and says so")
  func missing() throws {
    let card = try Self.print(Self.face("Plan\u{10FFFD} first"))
    #expect(card.missing == ["\u{10FFFD}"])
    #expect(try card.png == Self.print(Self.face("Plan first")).png)
  }

  @Test(
    "has the colours that it is given, and its stripe where lines begin",
    .enabled(if: SeenPicture.isPossible, SeenPicture.absent))
  func colours() throws {
    let left = try Self.print(
      Self.face("Plan"), Self.style(background: "#123", accent: "#fedcba"))
    let right = try Self.print(
      Self.face("Plan"),
      Self.style(background: "#ffffff", accent: "#7b1fa2", isRightToLeft: true))
    // An accent that could not be seen gives way to the colour of the text.
    let pale = try Self.print(
      Self.face("Plan"), Self.style(background: "#ffffff", accent: "#fffffe"))
    let seen = try SeenPicture.all([left.png, right.png, pale.png])
    #expect(seen[0].corners == ["fedcba", "112233", "fedcba", "112233"])
    #expect(seen[1].corners == ["ffffff", "7b1fa2", "ffffff", "7b1fa2"])
    #expect(seen[2].corners == ["1d2427", "ffffff", "1d2427", "ffffff"])
  }

  @Test(
    "shows a logo that is a PNG, and goes without one that is not",
    .enabled(if: SeenPicture.isPossible, SeenPicture.absent))
  func logo() throws {
    // Any PNG will do: a card is one.
    let logo = try Self.print(Self.face("L"), Self.style(background: "#ff0000")).png
    let plain = try Self.print(Self.face("Plan"))
    let with = try Self.print(Self.face("Plan"), Self.style(logo: logo))
    #expect(with.png != plain.png)
    #expect(try SeenPicture.all([with.png])[0].size == [1200, 630])
    let text = Array("<svg/>".utf8)
    #expect(try Self.print(Self.face("Plan"), Self.style(logo: text)).png == plain.png)
    // Cut off after its header it can be begun and not read.
    let cut = Array(logo.prefix(60))
    #expect(try Self.print(Self.face("Plan"), Self.style(logo: cut)).png == plain.png)
    // A header that promises more pixels than memory has.
    var huge = logo
    huge[16] = 0x7F
    #expect(try Self.print(Self.face("Plan"), Self.style(logo: huge)).png == plain.png)
  }
}
