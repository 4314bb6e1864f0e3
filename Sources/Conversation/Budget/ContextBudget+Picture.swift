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
    let drawn = parts.map(Self.cell)
    let cells = Self.cells(drawn.map(\.part.tokens), in: max(1, style.width))
    var bar = ""
    for (cell, count) in zip(drawn, cells) where count > 0 {
      bar += cell.drawn(String(repeating: cell.sign(style), count: count), style)
    }
    let shown = drawn.filter { $0.part.tokens > 0 }
    let names = shown.map(\.part.name.count).max() ?? 0
    let figures = shown.map { Self.grouped($0.part.tokens).count }.max() ?? 0
    var lines = [headline, "[\(bar)]"]
    for cell in shown {
      let figure = Self.grouped(cell.part.tokens)
      let percent = percent(cell.part)
      lines.append(
        "  \(cell.drawn(cell.sign(style), style)) \(Self.padded(cell.part.name, to: names))"
          + "  \(Self.spaces(figures - figure.count))\(figure)"
          + "  \(Self.spaces(5 - percent.count))\(percent) %"
      )
    }
    lines += remarks.map { "  " + $0 }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What the parts do not say.
  package var remarks: [String] {
    var remarks: [String] = []
    if trimmed > 0 { remarks.append("\(Self.grouped(trimmed)) tokens of older turns are not sent") }
    if let free, free < 0 { remarks.append("\(Self.grouped(-free)) tokens too many") }
    return remarks
  }

  /// How many tokens there are, of how many.
  package var headline: String {
    let how = isExact ? "counted with \(counter)" : "estimated"
    guard let window else {
      return "\(Self.grouped(used)) tokens (\(how)); the model's window is not known"
    }
    return "\(Self.grouped(used)) of \(Self.grouped(window)) tokens (\(how))"
  }

  private struct Cell {
    var part: Part
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

  private static func cell(_ part: Part) -> Cell {
    let look: (letter: String, block: String, colour: Int?) =
      switch part.kind {
      case .share(.system): ("S", "█", 5)
      case .share(.goal): ("G", "▓", 1)
      case .share(.remembered): ("V", "▒", 3)
      case .share(.summary): ("R", "▚", 4)
      case .share(.history): ("H", "▆", 6)
      case .share(.current): ("T", "■", 2)
      case .free: (".", "·", nil)
      case .answer: ("A", "░", nil)
      }
    return Cell(part: part, letter: look.letter, block: look.block, colour: look.colour)
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
  package static func grouped(_ number: Int) -> String {
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
