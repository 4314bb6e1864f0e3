import SVG

extension SequenceDrawing {
  func drawMessages(on canvas: inout Canvas) {
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

  func drawSelfTexts(on canvas: inout Canvas) {
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

  func drawNumbers(on canvas: inout Canvas) {
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

  static func drawTip(
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
}
