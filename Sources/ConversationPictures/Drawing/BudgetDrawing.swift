import ByteText
package import Conversation
import SVG

/// What the tokens of a model's window go to: a bar, and below it what each part of the bar is.
package enum BudgetDrawing {
  /// A file of SVG, in UTF-8, that needs nothing else and ends with a line feed.
  package static func svg(_ budget: ContextBudget, title: String) -> [UInt8] {
    let margin = PictureMeasures.margin
    let width = 620.0
    var sheet = Sheet(y: margin)
    let name = TextBlock(
      ShownText.line(title), width: width, size: 17, isBold: true, limit: 2)
    sheet.text(name, "title", x: margin, y: sheet.y, end: margin + width, lineHeight: 26)
    sheet.y += Double(name.lines.count) * 26 + 4
    sheet.y += draw(budget, x: margin, width: width, on: &sheet)
    return SVGDocument(
      size: Size(width + 2 * margin, sheet.y + margin - 6), title: ShownText.line(title),
      description: description(budget), style: PictureStyle.text
    ).finished(sheet.finished())
  }

  /// The bar alone, for a page whose style has the rules of a picture's; it is as wide as there is room.
  static func bar(_ budget: ContextBudget) -> ByteBuffer {
    let width = 620.0
    var sheet = Sheet(y: 0)
    drawBar(budget, x: 0, y: 4, width: width, on: &sheet)
    return element("bar", Size(width, 36), sheet)
  }

  /// What a part of the bar looks like.
  static func sample(_ kind: ContextBudget.Part.Kind) -> ByteBuffer {
    var sheet = Sheet(y: 0)
    sheet.box(look(kind), x: 0.5, y: 0.5, Size(13, 13), radius: 3)
    return element("sample", Size(14, 14), sheet)
  }

  private static func element(
    _ className: StaticString, _ size: Size, _ sheet: consuming Sheet
  ) -> ByteBuffer {
    var out = ByteBuffer()
    out.append("<svg class=\"")
    out.append(className)
    out.append("\" viewBox=\"0 0 \(size.width.tenths) \(size.height.tenths)\"")
    // Words beside it say all that it shows.
    out.append(" preserveAspectRatio=\"none\" aria-hidden=\"true\">\n")
    out.append(sheet.finished())
    out.append("</svg>\n")
    return out
  }

  /// All figures in words.
  static func description(_ budget: ContextBudget) -> String {
    let parts = budget.parts.filter { $0.tokens > 0 }
      .map { "\($0.name) \(ContextBudget.grouped($0.tokens))" }
    return ([budget.headline, parts.joined(separator: ", ")] + budget.remarks)
      .filter { !$0.isEmpty }.map { $0 + "." }.joined(separator: " ")
  }

  /// Draws at the sheet's place; returns how high it is.
  static func draw(
    _ budget: ContextBudget, x: Double, width: Double, on sheet: inout Sheet
  ) -> Double {
    let top = sheet.y
    let headline = TextBlock(ShownText.line(budget.headline), width: width, size: 14, limit: 2)
    sheet.text(headline, "t", x: x, y: top, end: x + width, lineHeight: 20)
    var y = top + Double(headline.lines.count) * 20 + 6
    drawBar(budget, x: x, y: y, width: width, on: &sheet)
    y += 42
    for part in budget.parts where part.tokens > 0 {
      sheet.box(look(part.kind), x: x + 0.5, y: y + 3.5, Size(13, 13), radius: 3)
      sheet.line(part.name, "t", x: x + 24, y: y + 15)
      sheet.line(
        ContextBudget.grouped(part.tokens), "t figure", x: x + 250, y: y + 15, endsThere: true)
      sheet.line(
        "\(budget.percent(part)) %", "small figure", x: x + 320, y: y + 15, endsThere: true)
      y += 22
    }
    if budget.trimmed > 0 {
      sheet.box("box cut", x: x + 0.5, y: y + 3.5, Size(13, 13), radius: 3)
    }
    for remark in budget.remarks {
      let isFault = remark.hasSuffix("too many")
      sheet.line(remark, isFault ? "warning" : "small", x: x + 24, y: y + 15)
      y += 22
    }
    return y - top
  }

  private static func drawBar(
    _ budget: ContextBudget, x: Double, y: Double, width: Double, on sheet: inout Sheet
  ) {
    let parts = budget.parts.filter { $0.tokens > 0 }
    let whole = Double(max(1, parts.reduce(0) { $0 + $1.tokens }))
    // Each part is wide enough to be seen; the others give way by their share.
    let least = 3.0
    let exact = parts.map { width * Double($0.tokens) / whole }
    let missing = exact.reduce(0) { $0 + max(0, least - $1) }
    let wide = exact.reduce(0) { $0 + max(0, $1 - least) }
    var left = x
    for (part, share) in zip(parts, exact) {
      let own = max(least, share - (wide > 0 ? missing * max(0, share - least) / wide : 0))
      sheet.box(look(part.kind), x: left + 0.5, y: y + 0.5, Size(max(1.5, own - 1), 27), radius: 2)
      left += own
    }
    guard let window = budget.window, Double(window) < whole else { return }
    // What is behind this line has no room.
    let end = x + width * Double(window) / whole
    sheet.path("limit") {
      $0.move(Point(end, y - 4))
      $0.line(Point(end, y + 32))
    }
  }

  private static func look(_ kind: ContextBudget.Part.Kind) -> StaticString {
    switch kind {
    case .share(.system): "part system"
    case .share(.goal): "part goal"
    case .share(.remembered): "part remembered"
    case .share(.summary): "part summary"
    case .share(.history): "part history"
    case .share(.current): "part current"
    case .free: "part free"
    case .answer: "part answer"
    }
  }
}
