import SVG

extension SequenceDrawing {
  mutating func placeEvents() {
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

  mutating func endBar(_ participant: Int, at end: Double? = nil) {
    guard let top = active[participant].popLast() else { return }
    let depth = Double(active[participant].count)
    let width = SequenceLayout.activationWidth
    let x = layout.columns[participant] - width / 2 + depth * 4
    let bottom = end ?? y - 6
    bars.append(
      PlacedGraph.Box(Point(x, top), Size(width, max(bottom - top, 10))))
  }

  /// Where lines meet a participant: at the side of its bars.
  func edge(_ participant: Int, towards other: Double) -> Double {
    let x = layout.columns[participant]
    let depth = active[participant].count
    guard depth > 0 else { return x }
    let half = SequenceLayout.activationWidth / 2
    return other < x ? x - half : x + half + Double(depth - 1) * 4
  }

  mutating func place(_ message: SequenceDiagram.Message, before index: Int) {
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

  mutating func place(_ label: Label, _ place: SequenceDiagram.NotePlace) {
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

  mutating func cover(_ low: Double, _ high: Double) {
    for index in open.indices { open[index].cover(low, high) }
  }
}
