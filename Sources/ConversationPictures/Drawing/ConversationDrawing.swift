import ByteText
import Conversation
import SVG

/// A conversation as a picture: the path under way from top to bottom, the ways that leave it further
/// to the right, and what the next request leaves out.
package struct ConversationDrawing {
  let view: ConversationView
  let words: PictureWords
  let path: Strand
  let marks: PathMarks
  let measures: PictureMeasures
  /// Of messages aside the path; the rest is told as a number.
  var waysLeft = PictureMeasures.wayMessages

  private init(_ view: ConversationView) {
    self.view = view
    words = PictureWords(view)
    path = StrandBuilder.path(of: view.session, in: view.tree)
    marks = PathMarks(path, view.outlook)
    measures = PictureMeasures(path)
  }

  /// A file of SVG, in UTF-8, that needs nothing else and ends with a line feed.
  package static func svg(_ view: ConversationView) -> [UInt8] {
    var drawing = ConversationDrawing(view)
    var sheet = Sheet(y: PictureMeasures.margin)
    drawing.drawHead(on: &sheet)
    drawing.drawPath(on: &sheet)
    drawing.drawRequest(on: &sheet)
    let size = Size(drawing.measures.width, sheet.y + PictureMeasures.margin)
    return SVGDocument(
      size: size, title: drawing.words.title, description: drawing.description,
      style: PictureStyle.text
    ).finished(sheet.finished())
  }

  /// What the picture shows, in a few words.
  private var description: String {
    var parts = [words.facts(path).joined(separator: ", ")]
    let places = ([path.beginnings] + path.entries.map(\.ways)).filter { !$0.isEmpty }
    let forks = places.count { $0.contains { $0.topics.isEmpty } }
    if forks > 0 {
      parts.append("Other ways leave the path under way at \(PictureWords.count(forks, "place"))")
    }
    let asides = places.joined().count { !$0.topics.isEmpty }
    if asides > 0 {
      parts.append("\(PictureWords.count(asides, "topic")) in between left it and came back")
    }
    if !marks.fates.isEmpty {
      parts.append(
        "\(PictureWords.count(marks.fates.count, "message")) would not be sent with the next request"
      )
    }
    return parts.map { $0 + "." }.joined(separator: " ")
  }

  // MARK: Head

  private func drawHead(on sheet: inout Sheet) {
    let x = PictureMeasures.margin
    let width = measures.width - 2 * x
    let title = TextBlock(words.title, width: width, size: 21, isBold: true, limit: 3)
    sheet.text(title, "title", x: x, y: sheet.y, end: x + width, lineHeight: 28)
    sheet.y += Double(title.lines.count) * 28 + 2
    let facts = TextBlock(
      words.facts(path).joined(separator: " · "), width: width, size: 12.5, limit: 4)
    sheet.text(facts, "small", x: x, y: sheet.y, end: x + width, lineHeight: 18)
    sheet.y += Double(facts.lines.count) * 18
    if let goal = view.session.goal { drawGoal(goal, on: &sheet) }
    sheet.y += 16
  }

  private func drawGoal(_ goal: Goal, on sheet: inout Sheet) {
    let x = PictureMeasures.margin
    let end = measures.width - x
    sheet.y += 8
    let statement = TextBlock(
      "Goal: " + ShownText.line(goal.statement), width: end - x, limit: 4)
    sheet.text(statement, "t", x: x, y: sheet.y, end: end, lineHeight: 20)
    sheet.y += Double(statement.lines.count) * 20
    for step in goal.steps.prefix(PictureMeasures.steps) {
      let text = TextBlock(ShownText.line(step.text), width: end - x - 24, limit: 2)
      let top = sheet.y + 3
      sheet.box(step.isDone ? "check done" : "check", x: x + 1, y: top, Size(13, 13), radius: 3)
      if step.isDone {
        sheet.path("tick") {
          $0.move(Point(x + 4, top + 7))
          $0.line(Point(x + 6.5, top + 9.5))
          $0.line(Point(x + 11, top + 4))
        }
      }
      sheet.text(text, "t", x: x + 24, y: sheet.y, end: end, lineHeight: 20)
      sheet.y += Double(text.lines.count) * 20
    }
    let more = goal.steps.count - PictureMeasures.steps
    guard more > 0 else { return }
    sheet.line("… \(PictureWords.count(more, "step")) more", "small", x: x + 24, y: sheet.y + 14)
    sheet.y += 20
  }

  // MARK: The next request

  private func drawRequest(on sheet: inout Sheet) {
    guard let outlook = view.outlook else { return }
    let x = PictureMeasures.margin
    let width = measures.width - 2 * x
    if let warning = PictureWords.warning(outlook) {
      let block = TextBlock(ShownText.line(warning), width: width, isBold: true, limit: 4)
      sheet.y += 8
      sheet.text(block, "warning", x: x, y: sheet.y, end: x + width, lineHeight: 20)
      sheet.y += Double(block.lines.count) * 20
    }
    guard outlook.budget.window != nil else { return }
    sheet.y += 12
    let line = sheet.y
    sheet.path("rule") {
      $0.move(Point(x, line))
      $0.line(Point(x + width, line))
    }
    sheet.y += 16
    sheet.line("The next request", "name", x: x, y: sheet.y + 12)
    sheet.y += 22
    sheet.y += BudgetDrawing.draw(outlook.budget, x: x, width: width, on: &sheet)
  }
}
