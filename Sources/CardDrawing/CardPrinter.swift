/// Draws cards in one style, one after the other, on one thread.
package struct CardPrinter: ~Copyable {
  /// A card as it was drawn.
  package struct Card: Sendable {
    package let png: [UInt8]
    /// Characters of its texts that no installed font has; the card is drawn without them.
    package let missing: [Character]
  }

  private let canvas: CardCanvas
  private let style: CardStyle

  // Pixels.
  private static let barWidth = 22.0
  private static let start = 92.0
  private static let end = 80.0
  private static let sectionTop = 72.0
  private static let middle = 132.0..<494.0
  private static let ruleTop = 516.0
  private static let footMiddle = 573.0
  private static let width = Double(CardCanvas.width) - start - end
  /// What a title is tried in, the largest first: the height of its letters and how many lines.
  private static let titles = [(84.0, 2), (76, 2), (68, 3), (60, 3), (52, 4)]
  private static let gap = 26.0
  private static let linesOfDescription = 3

  /// Nil without memory; `CardLibrary.absence` has to be nil.
  package init?(_ style: CardStyle) {
    guard let canvas = CardCanvas(language: style.language) else { return nil }
    self.canvas = canvas
    self.style = style
  }

  /// Nil where drawing fails for want of memory.
  package func print(_ face: CardFace) -> Card? {
    var missing: [Character] = []
    let face = drawable(face, &missing)
    canvas.fill(style.background)
    fill(style.accent, x: 0, y: 0, width: Self.barWidth, height: Double(CardCanvas.height))
    fill(style.rule, x: Self.start, y: Self.ruleTop, width: Self.width, height: 2)
    if let section = face.section {
      let setting = setting(30, style.accent, isBold: true)
      write(section, setting, x: Self.start, y: Self.sectionTop)
    }
    writeMiddle(face)
    writeFoot(face)
    let exact = [style.background, style.ink, style.muted, style.accent, style.rule]
    guard let pixels = canvas.pixels,
      let png = PNGWriter.png(
        pixels, width: CardCanvas.width, height: CardCanvas.height, exact: exact.map(\.number))
    else { return nil }
    return Card(png: png, missing: missing)
  }

  private func setting(
    _ size: Double, _ colour: CardColour, isBold: Bool = false, width: Double = width,
    lines: Int = 1
  ) -> CardCanvas.Setting {
    CardCanvas.Setting(
      family: style.family, isBold: isBold, size: size, colour: colour, width: width, lines: lines)
  }

  /// Title and description, in the middle of the room between section and foot.
  private func writeMiddle(_ face: CardFace) {
    let room = Self.middle.upperBound - Self.middle.lowerBound
    var title = fitted(face.title.isEmpty ? face.site : face.title)
    let height = canvas.measure(title.text, title.setting).height
    var description: (text: String, setting: CardCanvas.Setting, height: Double)?
    if let text = face.description {
      var setting = setting(32, style.muted)
      setting.leading = 7
      let line = canvas.measure(text, setting).height
      let lines = Int((room - height - Self.gap) / (line + setting.leading))
      if lines > 0 {
        setting.lines = min(lines, Self.linesOfDescription)
        balance(&setting, of: text)
        description = (text, setting, canvas.measure(text, setting).height)
      }
    }
    let whole = height + (description.map { $0.height + Self.gap } ?? 0)
    let top = Self.middle.lowerBound + max(0, (room - whole) / 2)
    balance(&title.setting, of: title.text)
    write(title.text, title.setting, x: Self.start, y: top)
    if let description {
      write(description.text, description.setting, x: Self.start, y: top + height + Self.gap)
    }
  }

  /// A title in the largest letters in which it fits without a word being broken, else in the
  /// smallest with an ellipsis.
  private func fitted(_ title: String) -> (text: String, setting: CardCanvas.Setting) {
    for (size, lines) in Self.titles {
      var setting = setting(size, style.ink, isBold: true)
      let hasWords = !breaksWord(of: title, setting)
      setting.lines = lines
      let extent = canvas.measure(title, setting)
      let room = Self.middle.upperBound - Self.middle.lowerBound
      if hasWords, !extent.isCut, extent.height <= room { return (title, setting) }
    }
    var setting = setting(52, style.ink, isBold: true, lines: 4)
    let room = Self.middle.upperBound - Self.middle.lowerBound
    // Some scripts have higher lines.
    while setting.lines > 1, canvas.measure(title, setting).height > room { setting.lines -= 1 }
    return (title, setting)
  }

  /// Makes the lines of a text about as long as each other. What is written from right to left
  /// stays at the end of the whole width.
  private func balance(_ setting: inout CardCanvas.Setting, of text: String) {
    let extent = canvas.measure(text, setting)
    guard extent.lines > 1, !extent.isCut, !Self.isRightToLeft(text), !style.isRightToLeft else {
      return
    }
    var low = Self.width / 2
    var high = Self.width
    for _ in 0..<6 {
      setting.width = (low + high) / 2
      let tried = canvas.measure(text, setting)
      if tried.isCut || tried.lines > extent.lines || breaksWord(of: text, setting) {
        low = setting.width
      } else {
        high = setting.width
      }
    }
    setting.width = high
  }

  /// Whether a word is longer than a line.
  private func breaksWord(of text: String, _ setting: CardCanvas.Setting) -> Bool {
    var setting = setting
    setting.keepsWords = true
    return canvas.measure(text, setting).width > setting.width
  }

  /// The site and where it stands.
  private func writeFoot(_ face: CardFace) {
    var start = Self.start
    if !style.logo.isEmpty {
      let box = 46.0
      let room = 240.0
      let x = style.isRightToLeft ? Double(CardCanvas.width) - start - room : start
      let taken = canvas.draw(
        style.logo, x: x, y: Self.footMiddle - box / 2, width: room, height: box)
      if taken > 0 { start += (style.isRightToLeft ? room : taken) + 18 }
    }
    let end = Double(CardCanvas.width) - Self.end
    var site = setting(30, style.ink, isBold: true, width: (end - start) * 0.6)
    var place = setting(26, style.muted, width: (end - start) * 0.36)
    if face.site == face.title || face.title.isEmpty {
      // The site's name is the title: its address alone is said here.
      place.width = end - start
      return writeFootLine(face.place, place, x: start)
    }
    let placeWidth = canvas.measure(face.place, place).width
    site.width = end - start - placeWidth - 40
    writeFootLine(face.site, site, x: start)
    writeFootLine(face.place, place, x: end - placeWidth - 1)
  }

  private func writeFootLine(_ text: String, _ setting: CardCanvas.Setting, x: Double) {
    var setting = setting
    let extent = canvas.measure(text, setting)
    setting.width = min(setting.width, extent.width + 1)
    write(text, setting, x: x, y: Self.footMiddle - extent.height / 2)
  }

  /// - Parameter x: From the side at which lines begin.
  private func write(_ text: String, _ setting: CardCanvas.Setting, x: Double, y: Double) {
    let left = style.isRightToLeft ? Double(CardCanvas.width) - x - setting.width : x
    canvas.write(text, setting, x: left, y: y)
  }

  private func fill(_ colour: CardColour, x: Double, y: Double, width: Double, height: Double) {
    let left = style.isRightToLeft ? Double(CardCanvas.width) - x - width : x
    canvas.fill(colour, x: left, y: y, width: width, height: height)
  }

  /// The texts without the characters that no font has: boxes with numbers say nothing.
  private func drawable(_ face: CardFace, _ missing: inout [Character]) -> CardFace {
    CardFace(
      title: drawable(face.title, &missing),
      section: face.section.map { drawable($0, &missing) },
      description: face.description.map { drawable($0, &missing) },
      site: drawable(face.site, &missing), place: drawable(face.place, &missing))
  }

  private func drawable(_ text: String, _ missing: inout [Character]) -> String {
    var setting = setting(30, style.ink)
    setting.width = 1_000_000
    guard canvas.measure(text, setting).missing > 0 else { return text }
    return text.filter { character in
      guard canvas.measure(String(character), setting).missing > 0 else { return true }
      if !missing.contains(character) { missing.append(character) }
      return false
    }
  }

  /// Whether the first letter that has a direction is one of Hebrew, Arabic or their relatives.
  private static func isRightToLeft(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { $0.properties.isAlphabetic }
    guard let first else { return false }
    return (0x0590...0x08FF).contains(first.value) || (0xFB1D...0xFDFF).contains(first.value)
      || (0xFE70...0xFEFC).contains(first.value) || (0x1_0800...0x1_0FFF).contains(first.value)
      || (0x1_E800...0x1_EFFF).contains(first.value)
  }
}
