import Conversation
import Patterns
import SVG

extension ConversationDrawing {
  /// One message in a box of its own.
  func draw(_ entry: Strand.Entry, in rail: inout Rail, on sheet: inout Sheet) {
    let message = entry.message
    let isUser = message.role == .user
    let isSent = (marks.fates[message.id] ?? .sent) == .sent
    let width = PictureMeasures.column - (message.role == .system ? 0 : PictureMeasures.indent)
    let x = PictureMeasures.left(rail.depth) + (isUser ? PictureMeasures.indent : 0)
    let inner = width - 2 * PictureMeasures.padding
    let text = TextBlock(
      ShownText.drawn(message.content), width: inner, size: 14,
      limit: rail.isOnPath ? measures.lines.path : measures.lines.way)
    let ending = PictureWords.ending(message).map {
      TextBlock($0, width: inner, size: 12.5, limit: 2)
    }
    let isEmpty = message.content.isEmpty
    let height =
      36 + (isEmpty ? 0 : Double(text.lines.count) * PictureMeasures.lineHeight)
      + (text.rest > 0 ? 18 : 0) + Double(ending?.lines.count ?? 0) * 18 + (isEmpty ? 2 : 10)
    let role = PictureWords.role(message.role)
    sheet.begin(
      "#\(message.id) \(role)" + (isSent ? "" : ", not sent"), x: x, y: sheet.y,
      Size(width, height))
    let look = Self.look(message.role, isOnPath: rail.isOnPath, isSent: isSent)
    sheet.box(look.box, x: 1, y: 1, Size(width - 2, height - 2), radius: 10)
    let left = PictureMeasures.padding
    sheet.line(role, look.name, x: left, y: 23)
    let room = inner - TextMeasure.width(of: role[...], isBold: true, size: 13) - 32
    let details = TextBlock(words.details(entry), width: room, size: 12, limit: 1)
    let line = String(details.lines.first?.text ?? "") + (details.rest > 0 ? "…" : "")
    sheet.line(line, "small", x: width - left, y: 23, endsThere: true)
    var y = 32.0
    if !isEmpty {
      sheet.text(
        text, look.text, x: left, y: y, end: width - left,
        lineHeight: PictureMeasures.lineHeight)
      y += Double(text.lines.count) * PictureMeasures.lineHeight
    }
    if text.rest > 0 {
      sheet.line(
        "… \(PictureWords.count(text.rest, "character")) more", "small", x: left, y: y + 13)
      y += 18
    }
    if let ending {
      sheet.text(ending, "warning small", x: left, y: y, end: width - left, lineHeight: 18)
    }
    sheet.end()
    rail.reach(sheet.y + 18)
    sheet.dot(
      rail.isOnPath ? (isSent ? "dot" : "dot open") : "dot other", x: rail.x, y: sheet.y + 18,
      radius: 5)
    sheet.y += height + PictureMeasures.gap
  }

  private static func look(
    _ role: Message.Role, isOnPath: Bool, isSent: Bool
  ) -> (box: StaticString, name: StaticString, text: StaticString) {
    if !isSent { return ("box cut", "name faint", "faint") }
    guard isOnPath else { return ("box", "name faint", "t") }
    return switch role {
    case .user: ("box user", "name user", "t")
    case .assistant: ("box assistant", "name assistant", "t")
    case .system: ("box", "name", "t")
    }
  }

  /// What stands for older messages.
  func draw(_ summary: ChatMessage, depth: Int, isUsed: Bool, on sheet: inout Sheet) {
    let x = PictureMeasures.left(depth)
    let width = PictureMeasures.column
    let inner = width - 2 * PictureMeasures.padding
    let text = TextBlock(
      ShownText.drawn(summary.content), width: inner, size: 14,
      limit: depth == 0 ? measures.lines.path : measures.lines.way)
    let height =
      36 + Double(text.lines.count) * PictureMeasures.lineHeight + (text.rest > 0 ? 18 : 0) + 10
    let name = PictureWords.name(of: summary)
    sheet.begin(name, x: x, y: sheet.y, Size(width, height))
    sheet.box(
      isUsed ? "box summary" : "box cut", x: 1, y: 1, Size(width - 2, height - 2), radius: 10)
    let left = PictureMeasures.padding
    sheet.line(name, isUsed ? "name" : "name faint", x: left, y: 23)
    sheet.text(
      text, isUsed ? "t" : "faint", x: left, y: 32, end: width - left,
      lineHeight: PictureMeasures.lineHeight)
    if text.rest > 0 {
      sheet.line(
        "… \(PictureWords.count(text.rest, "character")) more", "small", x: left,
        y: height - 15)
    }
    sheet.end()
    sheet.y += height + PictureMeasures.gap
  }
}
