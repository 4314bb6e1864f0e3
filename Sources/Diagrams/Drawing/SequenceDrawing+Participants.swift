import SVG

extension SequenceDrawing {
  func drawGroups(on canvas: inout Canvas) {
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

  func drawLines(on canvas: inout Canvas) {
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

  func drawBars(on canvas: inout Canvas) {
    guard !bars.isEmpty else { return }
    canvas.begin("da")
    for bar in bars.sorted(by: { ($0.origin.x, $0.origin.y) < ($1.origin.x, $1.origin.y) }) {
      canvas.rectangle(
        bar.origin.x, bar.origin.y, bar.size.width, bar.size.height, radius: 2)
    }
    canvas.end()
  }

  func drawNotes(on canvas: inout Canvas) {
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

  func drawHead(_ index: Int, top: Double, on canvas: inout Canvas) {
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
