/// Draws a sequence diagram from top to bottom. What lies behind is put together while the rest is
/// drawn, so each layer is a list of its own.
struct SequenceDrawing {
  private let diagram: SequenceDiagram
  private let layout: SequenceLayout
  private var y = 0.0
  private var number: (next: Int, step: Int)?

  private var messages: [DrawnMessage] = []
  private var notes: [(box: PlacedGraph.Box, label: Label)] = []
  private var bars: [PlacedGraph.Box] = []
  private var frames: [Frame] = []
  private var open: [Frame] = []
  private var active: [[Double]]
  /// Where each participant's line begins, and where it ends if before the others.
  private var starts: [Double]
  private var ends: [Double?]
  /// Who the next message makes or ends.
  private var doomed: Int?

  private struct DrawnMessage {
    var message: SequenceDiagram.Message
    var from: Double
    var to: Double
    var y: Double
    var number: Int?
  }

  private struct Frame {
    var word: String
    var title: Label
    var color: String?
    var top: Double
    var bottom = 0.0
    var low = Double.infinity
    var high = -Double.infinity
    var depth: Int
    var sections: [(y: Double, title: Label)] = []

    mutating func cover(_ low: Double, _ high: Double) {
      self.low = min(self.low, low)
      self.high = max(self.high, high)
    }
  }

  static func draw(_ diagram: SequenceDiagram, on canvas: inout Canvas) {
    var drawing = SequenceDrawing(diagram)
    drawing.placeEvents()
    drawing.draw(on: &canvas)
  }

  private init(_ diagram: SequenceDiagram) {
    self.diagram = diagram
    layout = SequenceLayout(diagram)
    active = Array(repeating: [], count: diagram.participants.count)
    starts = Array(repeating: 0, count: diagram.participants.count)
    ends = Array(repeating: nil, count: diagram.participants.count)
    y = layout.headHeight + 12
    for index in starts.indices { starts[index] = layout.headHeight }
    for (index, participant) in diagram.participants.enumerated() where participant.isCreated {
      starts[index] = .infinity
    }
  }

  // MARK: Placing

  private mutating func placeEvents() {
    for (index, event) in diagram.events.enumerated() {
      switch event {
      case .message(let message): place(message, before: index)
      case .note(let place, let label): self.place(label, place)
      case .activate(let participant): active[participant].append(y - 6)
      case .deactivate(let participant): endBar(participant)
      case .destroy(let participant): doomed = participant
      case .begin(let word, let title, let color): beginFrame(word, title, color)
      case .section(let title): placeSection(title)
      case .end: endFrame()
      case .number(let first, let step): number = (first, step)
      case .stopNumbers: number = nil
      }
    }
    y += 18
    for index in active.indices {
      while !active[index].isEmpty { endBar(index, at: y - 10) }
    }
    // A made participant that no message reaches stands at the top.
    for index in starts.indices where starts[index] == .infinity {
      starts[index] = layout.headHeight
    }
  }

  private mutating func endBar(_ participant: Int, at end: Double? = nil) {
    guard let top = active[participant].popLast() else { return }
    let depth = Double(active[participant].count)
    let width = SequenceLayout.activationWidth
    let x = layout.columns[participant] - width / 2 + depth * 4
    let bottom = end ?? y - 6
    bars.append(
      PlacedGraph.Box(Point(x, top), Size(width, max(bottom - top, 10))))
  }

  /// Where lines meet a participant: at the side of its bars.
  private func edge(_ participant: Int, towards other: Double) -> Double {
    let x = layout.columns[participant]
    let depth = active[participant].count
    guard depth > 0 else { return x }
    let half = SequenceLayout.activationWidth / 2
    return other < x ? x - half : x + half + Double(depth - 1) * 4
  }

  private mutating func place(_ message: SequenceDiagram.Message, before index: Int) {
    let label = message.label
    // An activation that comes with the message begins where it ends.
    var opened: Int?
    if index + 1 < diagram.events.count, case .activate(let next) = diagram.events[index + 1],
      next == message.to
    {
      opened = next
    }
    let textHeight = TextMeasure.height(of: label)
    y += 10 + textHeight + 4
    var from = layout.columns[message.from]
    var to = layout.columns[message.to]
    let isSelf = message.from == message.to
    if isSelf {
      from = edge(message.from, towards: .infinity)
      to = from + (opened == nil ? 0 : 4)
      cover(from - 10, from + 44 + TextMeasure.width(of: label))
    } else {
      let target = to
      to = edge(message.to, towards: from)
      from = edge(message.from, towards: target)
      if let opened {
        let deep = active[opened].count
        to =
          from < target
          ? target - SequenceLayout.activationWidth / 2
          : target
            + SequenceLayout.activationWidth / 2 + Double(deep) * 4
      }
      cover(min(from, to) - 10, max(from, to) + 10)
    }
    if starts[message.to] == .infinity {
      // The box of a new participant stands in its column, and the message ends at it.
      let half = layout.headHeight / 2
      y = max(y, half)
      y += half - 8
      starts[message.to] = y + half
      to =
        layout.columns[message.to]
        + (from < layout.columns[message.to] ? -1 : 1) * layout.widths[message.to] / 2
    }
    messages.append(
      DrawnMessage(message: message, from: from, to: to, y: y, number: number?.next))
    if let current = number { number = (current.next + current.step, current.step) }
    if starts[message.to] > y { y = starts[message.to] }
    if let gone = doomed, gone == message.to || gone == message.from {
      ends[gone] = y + (starts[message.to] > y ? 10 : 0)
      y += 8
      doomed = nil
    }
    y += isSelf ? 30 : 6
    y += 6
  }

  private mutating func place(_ label: Label, _ place: SequenceDiagram.NotePlace) {
    let size = Size(
      TextMeasure.width(of: label) + 20, max(TextMeasure.height(of: label), 20) + 14)
    var box = PlacedGraph.Box(Point(0, y + 8), size)
    switch place {
    case .left(let index): box.origin.x = layout.columns[index] - 14 - size.width
    case .right(let index): box.origin.x = layout.columns[index] + 14
    case .over(let first, let last):
      let low = layout.columns[first]
      let high = layout.columns[last]
      if first != last { box.size.width = max(size.width, high - low + 50) }
      box.origin.x = (low + high) / 2 - box.size.width / 2
    }
    cover(box.origin.x - 8, box.origin.x + box.size.width + 8)
    notes.append((box, label))
    y += size.height + 16
  }

  private mutating func cover(_ low: Double, _ high: Double) {
    for index in open.indices { open[index].cover(low, high) }
  }

  private mutating func beginFrame(_ word: String, _ title: Label, _ color: String?) {
    y += 12
    open.append(
      Frame(word: word, title: title, color: color, top: y, depth: open.count))
    y += word == "rect" ? 2 : max(TextMeasure.height(of: title), 20) + 8
  }

  private mutating func placeSection(_ title: Label) {
    guard let last = open.indices.last else { return }
    y += 12
    open[last].sections.append((y, title))
    y += max(TextMeasure.height(of: title), 10) + 6
  }

  private mutating func endFrame() {
    guard var frame = open.popLast() else { return }
    y += 12
    frame.bottom = y
    if frame.low > frame.high {
      frame.low = layout.columns.first ?? 0
      frame.high = layout.columns.last ?? 0
    }
    frame.low -= 10
    frame.high += 10
    let label = frame.word == "rect" ? 0 : TextMeasure.width(of: Label(plain: frame.word)) + 40
    let titles = ([frame.title] + frame.sections.map(\.title)).map { TextMeasure.width(of: $0) }
    let wide = max(label + (titles.first ?? 0), (titles.max() ?? 0) + 40)
    frame.high = max(frame.high, frame.low + wide + 16)
    cover(frame.low, frame.high)
    frames.append(frame)
    y += 4
  }

  // MARK: Drawing

  private func draw(on canvas: inout Canvas) {
    drawGroups(on: &canvas)
    drawLines(on: &canvas)
    drawBars(on: &canvas)
    drawFrames(on: &canvas)
    drawMessages(on: &canvas)
    drawNotes(on: &canvas)
    for index in diagram.participants.indices {
      drawHead(index, top: starts[index] - layout.headHeight, on: &canvas)
      if ends[index] == nil, y > 420 { drawHead(index, top: y, on: &canvas) }
    }
    if !diagram.title.isEmpty {
      canvas.beginTexts()
      var style = Style.none
      style.isBold = true
      let top = diagram.groups.contains { !$0.title.isEmpty } ? -40.0 : -18.0
      canvas.text(
        diagram.title, x: ((layout.columns.first ?? 0) + (layout.columns.last ?? 0)) / 2,
        y: top - TextMeasure.height(of: diagram.title) / 2, style: style)
      canvas.end()
    }
  }

  private func drawGroups(on canvas: inout Canvas) {
    for group in diagram.groups {
      guard let first = group.members.min(), let last = group.members.max() else { continue }
      let low = layout.columns[first] - layout.widths[first] / 2 - 8
      let high = layout.columns[last] + layout.widths[last] / 2 + 8
      let height = group.title.isEmpty ? 8 : TextMeasure.height(of: group.title) + 12
      canvas.begin("dc")
      canvas.rectangle(
        low, -height, high - low, y + height + (y > 420 ? layout.headHeight + 8 : 0), radius: 6,
        style: .wash(group.color))
      canvas.end()
      guard !group.title.isEmpty else { continue }
      canvas.beginTexts()
      canvas.text(group.title.bold, x: (low + high) / 2, y: -height / 2)
      canvas.end()
    }
  }

  private func drawLines(on canvas: inout Canvas) {
    canvas.begin("dx")
    for index in diagram.participants.indices {
      let x = layout.columns[index]
      canvas.line(Point(x, starts[index]), Point(x, ends[index] ?? y))
      guard let end = ends[index] else { continue }
      canvas.path(width: "1.8") {
        $0.move(Point(x - 7, end - 7))
        $0.line(Point(x + 7, end + 7))
        $0.move(Point(x + 7, end - 7))
        $0.line(Point(x - 7, end + 7))
      }
    }
    canvas.end()
  }

  private func drawFrames(on canvas: inout Canvas) {
    let boxes = frames.sorted { ($0.depth, $0.top) < ($1.depth, $1.top) }
    for frame in boxes where frame.word == "rect" {
      canvas.begin("dr")
      canvas.rectangle(
        frame.low, frame.top, frame.high - frame.low, frame.bottom - frame.top, radius: 4,
        style: .wash(frame.color))
      canvas.end()
    }
    let titled = boxes.filter { $0.word != "rect" }
    guard !titled.isEmpty else { return }
    canvas.begin("dk")
    for frame in titled {
      canvas.rectangle(
        frame.low, frame.top, frame.high - frame.low, frame.bottom - frame.top, radius: 4)
      for section in frame.sections {
        canvas.line(Point(frame.low, section.y), Point(frame.high, section.y), dashes: "5 4")
      }
    }
    canvas.end()
    canvas.begin("dt")
    for frame in titled {
      let width = TextMeasure.width(of: Label(plain: frame.word)) + 18
      let (x, y) = (frame.low, frame.top)
      canvas.polygon([
        Point(x, y), Point(x + width, y), Point(x + width, y + 14), Point(x + width - 7, y + 22),
        Point(x, y + 22),
      ])
    }
    canvas.end()
    canvas.begin("dl")
    for frame in titled {
      let width = TextMeasure.width(of: Label(plain: frame.word)) + 28
      mask(
        frame.title, x: frame.low + width,
        y: frame.top + 12 + max(0, TextMeasure.height(of: frame.title) - 20) / 2, on: &canvas)
      for section in frame.sections {
        mask(
          section.title, x: frame.low + 10,
          y: section.y + 4 + TextMeasure.height(of: section.title) / 2, on: &canvas)
      }
    }
    canvas.end()
    canvas.beginTexts("start")
    for frame in titled {
      var style = Style.none
      style.isBold = true
      let word = Label(plain: frame.word)
      canvas.text(
        word, x: frame.low + 7, y: frame.top + 11, anchor: 0, size: 13, style: style)
      let width = TextMeasure.width(of: word) + 28
      canvas.text(
        frame.title, x: frame.low + width,
        y: frame.top + 12 + max(0, TextMeasure.height(of: frame.title) - 20) / 2, anchor: 0)
      for section in frame.sections {
        canvas.text(
          section.title, x: frame.low + 10,
          y: section.y + 4 + TextMeasure.height(of: section.title) / 2, anchor: 0)
      }
    }
    canvas.end()
  }

  /// Takes the lines of participants away behind a text.
  private func mask(_ label: Label, x: Double, y: Double, on canvas: inout Canvas) {
    let width = TextMeasure.width(of: label)
    guard layout.columns.contains(where: { $0 > x - 4 && $0 < x + width + 4 }) else { return }
    let height = TextMeasure.height(of: label)
    canvas.rectangle(x - 4, y - height / 2, width + 8, height - 1, radius: 4)
  }

  private func drawBars(on canvas: inout Canvas) {
    guard !bars.isEmpty else { return }
    canvas.begin("da")
    for bar in bars.sorted(by: { ($0.origin.x, $0.origin.y) < ($1.origin.x, $1.origin.y) }) {
      canvas.rectangle(
        bar.origin.x, bar.origin.y, bar.size.width, bar.size.height, radius: 2)
    }
    canvas.end()
  }

  private func drawMessages(on canvas: inout Canvas) {
    guard !messages.isEmpty else { return }
    var tips: [(SequenceDiagram.Message.Tip, Point, Point)] = []
    canvas.begin("de")
    for drawn in messages {
      let message = drawn.message
      let dashes: StaticString? = message.isDashed ? "4 4" : nil
      let start = Point(drawn.from, drawn.y)
      if message.from == message.to {
        let end = Point(drawn.to + 7, drawn.y + 24)
        canvas.path(dashes: dashes) {
          $0.move(start)
          $0.curve(
            Point(drawn.from + 46, drawn.y - 4), Point(drawn.from + 46, drawn.y + 26), end)
        }
        tips.append((message.tip, Point(drawn.to, drawn.y + 24), Point(-1, 0)))
        continue
      }
      let direction = Point(drawn.to > drawn.from ? 1 : -1, 0)
      let end = Point(drawn.to, drawn.y)
      let gap = message.tip == .arrow ? 8.0 : 0
      canvas.line(
        start + direction * (message.isTwoWay ? gap : 0), end - direction * gap, dashes: dashes)
      tips.append((message.tip, end, direction))
      if message.isTwoWay { tips.append((message.tip, start, direction * -1)) }
    }
    canvas.end()
    canvas.begin("dh")
    for (kind, point, direction) in tips { Self.drawTip(kind, point, direction, on: &canvas) }
    if layout.isNumbered {
      for drawn in messages where drawn.number != nil {
        canvas.ellipse(Point(drawn.from, drawn.y), 9, 9)
      }
    }
    canvas.end()
    canvas.begin("dl")
    for drawn in messages where drawn.message.from != drawn.message.to {
      let label = drawn.message.label
      mask(
        label, x: (drawn.from + drawn.to) / 2 - TextMeasure.width(of: label) / 2,
        y: drawn.y - 5 - TextMeasure.height(of: label) / 2, on: &canvas)
    }
    canvas.end()
    canvas.beginTexts()
    for drawn in messages {
      let label = drawn.message.label
      let isSelf = drawn.message.from == drawn.message.to
      let x = (drawn.from + drawn.to) / 2
      guard !isSelf else { continue }
      canvas.text(label, x: x, y: drawn.y - 5 - TextMeasure.height(of: label) / 2)
    }
    canvas.end()
    drawSelfTexts(on: &canvas)
    drawNumbers(on: &canvas)
  }

  private func drawSelfTexts(on canvas: inout Canvas) {
    let own = messages.filter { $0.message.from == $0.message.to }
    guard !own.isEmpty else { return }
    canvas.beginTexts("start")
    for drawn in own {
      let label = drawn.message.label
      let height = TextMeasure.height(of: label)
      canvas.text(label, x: drawn.from + 12, y: drawn.y - 6 - height / 2, anchor: 0)
    }
    canvas.end()
  }

  private func drawNumbers(on canvas: inout Canvas) {
    guard layout.isNumbered else { return }
    canvas.begin("dn-number")
    for drawn in messages {
      guard let number = drawn.number else { continue }
      canvas.text(
        Label(plain: String(number)), x: drawn.from, y: drawn.y, size: number > 99 ? 8 : 11,
        lineHeight: 12)
    }
    canvas.end()
  }

  private static func drawTip(
    _ kind: SequenceDiagram.Message.Tip, _ point: Point, _ direction: Point,
    on canvas: inout Canvas
  ) {
    let across = Point(-direction.y, direction.x)
    switch kind {
    case .none: break
    case .arrow:
      let back = point - direction * 9.5
      canvas.polygon([point, back + across * 4.5, back - across * 4.5])
    case .open:
      let back = point - direction * 8
      var style = Style.none
      style.fill = "none"
      canvas.path(style: style) {
        $0.move(back + across * 5)
        $0.line(point)
        $0.line(back - across * 5)
      }
    case .cross:
      let middle = point - direction * 7
      canvas.path(width: "1.8") {
        $0.move(middle + direction * 5 + across * 5)
        $0.line(middle - direction * 5 - across * 5)
        $0.move(middle + direction * 5 - across * 5)
        $0.line(middle - direction * 5 + across * 5)
      }
    }
  }

  private func drawNotes(on canvas: inout Canvas) {
    guard !notes.isEmpty else { return }
    canvas.begin("do")
    for note in notes {
      canvas.rectangle(
        note.box.origin.x, note.box.origin.y, note.box.size.width, note.box.size.height, radius: 3)
    }
    canvas.end()
    canvas.beginTexts()
    for note in notes { canvas.text(note.label, x: note.box.middle.x, y: note.box.middle.y) }
    canvas.end()
  }

  private func drawHead(_ index: Int, top: Double, on canvas: inout Canvas) {
    let participant = diagram.participants[index]
    let x = layout.columns[index]
    let height = TextMeasure.height(of: participant.label)
    canvas.begin("dn")
    if participant.isActor {
      let head = Point(x, top + layout.headHeight - height - 36)
      canvas.ellipse(head, 7, 7)
      canvas.path {
        $0.move(head + Point(0, 7))
        $0.line(head + Point(0, 21))
        $0.move(head + Point(-12, 12))
        $0.line(head + Point(12, 12))
        $0.move(head + Point(-9, 32))
        $0.line(head + Point(0, 21))
        $0.line(head + Point(9, 32))
      }
    } else {
      canvas.rectangle(
        x - layout.widths[index] / 2, top, layout.widths[index], layout.headHeight, radius: 4)
    }
    canvas.end()
    canvas.beginTexts()
    canvas.text(
      participant.label, x: x,
      y: participant.isActor
        ? top + layout.headHeight - height / 2 : top + layout.headHeight / 2)
    canvas.end()
  }
}
