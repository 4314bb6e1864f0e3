import Conversation
import SVG

extension ConversationDrawing {
  /// The path under way, and behind each message what leaves it.
  mutating func drawPath(on sheet: inout Sheet) {
    var rail = Rail(depth: 0, isOnPath: true)
    if !path.beginnings.isEmpty {
      sheet.dot("start", x: rail.x, y: sheet.y + 6, radius: 5)
      rail.reach(sheet.y + 6)
      sheet.y += 8
      draw(path.beginnings, after: nil, from: &rail, on: &sheet)
    }
    if path.entries.isEmpty {
      note("Nothing is said yet on the path under way", depth: 0, on: &sheet)
    }
    var bracket: (summary: ChatMessage.ID, top: Double)?
    for entry in path.entries {
      if let mark = marks.before[entry.message.id] {
        draw(mark, on: &sheet)
        if case .summarised(_, let summary) = mark { bracket = (summary, sheet.y) }
      }
      draw(topics: entry.topics, depth: 0, from: &rail, on: &sheet)
      draw(entry, in: &rail, on: &sheet)
      for summary in entry.summaries {
        let top = sheet.y
        draw(summary, depth: 0, isUsed: bracket?.summary == summary.id, on: &sheet)
        if let found = bracket, found.summary == summary.id {
          let x = PictureMeasures.left(0) + PictureMeasures.column
          sheet.path("bracket") {
            $0.move(Point(x + 2, found.top + 6))
            $0.line(Point(x + 9, found.top + 6))
            $0.line(Point(x + 9, top + 16))
            $0.line(Point(x + 2, top + 16))
          }
          bracket = nil
        }
      }
      draw(entry.ways, after: entry.message.id, from: &rail, on: &sheet)
    }
    if let mark = marks.end { draw(mark, on: &sheet) }
    draw(topics: path.openTopics, depth: 0, from: &rail, on: &sheet)
    rail.draw(on: &sheet)
  }

  /// The ways that leave one message.
  private mutating func draw(
    _ ways: [Strand], after parent: ChatMessage.ID?, from rail: inout Rail, on sheet: inout Sheet
  ) {
    // What was said last is more likely to be looked for.
    let shown = ways.suffix(PictureMeasures.ways)
    let hidden = ways.dropLast(shown.count)
    if !hidden.isEmpty {
      let size = hidden.reduce(0) { $0 + $1.size }
      note(
        "\(PictureWords.count(hidden.count, "more way")) on from here · "
          + PictureWords.count(size, "message"), depth: rail.depth + 1, on: &sheet)
    }
    for way in shown {
      guard waysLeft > 0 else {
        note(
          "One more way on from here · " + PictureWords.count(way.size, "message"),
          depth: rail.depth + 1, on: &sheet)
        continue
      }
      draw(way, after: parent, from: &rail, on: &sheet)
    }
  }

  private mutating func draw(
    _ way: Strand, after parent: ChatMessage.ID?, from rail: inout Rail, on sheet: inout Sheet
  ) {
    var own = Rail(depth: way.depth, isOnPath: false)
    let top = sheet.y
    rail.reach(top)
    let x = rail.x
    let topics = way.topics
    if !topics.isEmpty { own.turnsAside(at: top + 15) }
    sheet.path(topics.isEmpty ? "way" : "way aside", isBehind: true) {
      $0.move(Point(x, top))
      $0.curve(Point(x, top + 12), Point(own.x, top + 2), Point(own.x, top + 16))
    }
    own.reach(top + 15)
    note(PictureWords.name(of: way, after: parent), depth: way.depth, on: &sheet)
    var left = way.size
    for (number, entry) in way.entries.enumerated() {
      guard number < PictureMeasures.wayLength, waysLeft > 0 else {
        note("… \(PictureWords.count(left, "message")) more", depth: way.depth, on: &sheet)
        own.reach(sheet.y - 20)
        break
      }
      waysLeft -= 1
      left -= entry.ways.reduce(1) { $0 + $1.size }
      if number > 0 { draw(topics: entry.topics, depth: way.depth, from: &own, on: &sheet) }
      draw(entry, in: &own, on: &sheet)
      for summary in entry.summaries {
        draw(summary, depth: way.depth, isUsed: false, on: &sheet)
      }
      draw(entry.ways, after: entry.message.id, from: &own, on: &sheet)
    }
    own.draw(on: &sheet)
    sheet.y += 4
    if topics.last?.isOpen == false { drawReturn(from: own, to: &rail, on: &sheet) }
  }

  /// The way back of a topic in between that was left.
  private func drawReturn(from own: Rail, to rail: inout Rail, on sheet: inout Sheet) {
    let end = sheet.y + 6
    let x = rail.x
    sheet.path("way aside", isBehind: true) {
      $0.move(Point(own.x, own.bottom))
      $0.line(Point(own.x, end - 16))
      $0.curve(Point(own.x, end - 2), Point(x, end - 12), Point(x, end))
    }
    rail.reach(end)
    sheet.y += 14
  }

  // MARK: Between messages

  /// A line of words between messages.
  private func note(_ text: String, depth: Int, on sheet: inout Sheet) {
    let x = PictureMeasures.left(depth)
    let block = TextBlock(
      ShownText.line(text), width: PictureMeasures.column, size: 12.5, limit: 2)
    sheet.text(
      block, "small", x: x, y: sheet.y + 4, end: x + PictureMeasures.column, lineHeight: 18)
    sheet.y += Double(block.lines.count) * 18 + 10
  }

  private func draw(
    topics: [Strand.Topic], depth: Int, from rail: inout Rail, on sheet: inout Sheet
  ) {
    guard !topics.isEmpty else { return }
    rail.turnsAside(at: sheet.y + 12)
    note(PictureWords.name(of: topics), depth: depth, on: &sheet)
  }

  private func draw(_ mark: PathMarks.Mark, on sheet: inout Sheet) {
    let x = PictureMeasures.left(0)
    let words = PictureWords.words(of: mark)
    let end = x + TextMeasure.width(of: words[...], size: 12.5) + 8
    let line = sheet.y + 8
    sheet.path(mark == .sent ? "rule sent" : "rule cut") {
      $0.move(Point(end, line))
      $0.line(Point(x + PictureMeasures.column, line))
    }
    sheet.line(words, mark == .sent ? "small sent" : "small", x: x, y: line + 4)
    sheet.y += 26
  }
}
