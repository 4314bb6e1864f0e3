extension ContextBudget {
  /// How a budget is drawn.
  package struct Style: Sendable {
    /// Of the bar, in columns.
    package var width: Int
    package var hasColours: Bool
    /// Nothing but ASCII, for terminals that know no more.
    package var isASCII: Bool

    package init(width: Int = 60, hasColours: Bool = false, isASCII: Bool = false) {
      self.width = width
      self.hasColours = hasColours
      self.isASCII = isASCII
    }
  }

  /// The window as a bar, and below it what each part of the bar is; lines end with a line feed.
  package func picture(_ style: Style = Style()) -> String {
    let parts = self.parts
    let cells = Self.cells(parts.map(\.tokens), in: max(1, style.width))
    var bar = ""
    for (part, count) in zip(parts, cells) where count > 0 {
      bar += part.drawn(String(repeating: part.sign(style), count: count), style)
    }
    let whole = max(1, parts.reduce(0) { $0 + $1.tokens })
    let shown = parts.filter { $0.tokens > 0 }
    let names = shown.map(\.name.count).max() ?? 0
    let figures = shown.map { Self.grouped($0.tokens).count }.max() ?? 0
    var lines = [headline, "[\(bar)]"]
    for part in shown {
      let figure = Self.grouped(part.tokens)
      let tenths = (part.tokens * 1000 + whole / 2) / whole
      lines.append(
        "  \(part.drawn(part.sign(style), style)) \(Self.padded(part.name, to: names))"
          + "  \(Self.spaces(figures - figure.count))\(figure)"
          + "  \(Self.spaces(tenths < 100 ? 2 : tenths < 1000 ? 1 : 0))\(tenths / 10).\(tenths % 10) %"
      )
    }
    if trimmed > 0 { lines.append("  \(Self.grouped(trimmed)) tokens of older turns are not sent") }
    if let free, free < 0 { lines.append("  \(Self.grouped(-free)) tokens too many") }
    return lines.map { $0 + "\n" }.joined()
  }

  private var headline: String {
    let how = isExact ? "counted with \(counter)" : "estimated"
    guard let window else {
      return "\(Self.grouped(used)) tokens (\(how)); the model's window is not known"
    }
    return "\(Self.grouped(used)) of \(Self.grouped(window)) tokens (\(how))"
  }

  private struct Part {
    var name: String
    var tokens: Int
    var letter: String
    var block: String
    /// Of the eight colours that every terminal has.
    var colour: Int?

    func sign(_ style: Style) -> String { style.isASCII ? letter : block }

    func drawn(_ text: String, _ style: Style) -> String {
      guard style.hasColours, let colour else { return text }
      return "\u{1B}[3\(colour)m\(text)\u{1B}[0m"
    }
  }

  /// The shares, what is free, and the answer.
  private var parts: [Part] {
    let looks: [(letter: String, block: String, colour: Int)] = [
      ("S", "█", 5), ("G", "▓", 1), ("V", "▒", 3), ("R", "▚", 4), ("H", "▆", 6), ("T", "■", 2),
    ]
    var parts = zip(Share.allCases, looks).map { share, look in
      Part(
        name: share.words, tokens: self[share], letter: look.letter, block: look.block,
        colour: look.colour)
    }
    if let free {
      parts.append(Part(name: "free", tokens: max(0, free), letter: ".", block: "·"))
      parts.append(Part(name: "for the answer", tokens: max(0, reserve), letter: "A", block: "░"))
    }
    return parts
  }

  /// How many columns each number gets: its share, but one at least where there is anything and
  /// room for it; together `width`.
  static func cells(_ numbers: [Int], in width: Int) -> [Int] {
    let whole = numbers.reduce(0, +)
    guard whole > 0 else { return numbers.map { _ in 0 } }
    let exact = numbers.map { Double($0) * Double(width) / Double(whole) }
    let seen = numbers.count { $0 > 0 }
    var cells = zip(numbers, exact).map { number, share in
      max(number > 0 && seen <= width ? 1 : 0, Int(share))
    }
    // What is over or missing is taken where it is noticed least.
    while true {
      let sum = cells.reduce(0, +)
      if sum == width { return cells }
      let order = cells.indices.filter { numbers[$0] > 0 && (sum < width || cells[$0] > 1) }
      let best = order.max { left, right in
        sum < width
          ? exact[left] - Double(cells[left]) < exact[right] - Double(cells[right])
          : cells[left] < cells[right]
      }
      guard let best else { return cells }
      cells[best] += sum < width ? 1 : -1
    }
  }

  /// With a comma between the thousands.
  static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(abs(number)).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { text = "," + text }
      text = String(digit) + text
    }
    return number < 0 ? "-" + text : text
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + spaces(width - text.count)
  }
}
