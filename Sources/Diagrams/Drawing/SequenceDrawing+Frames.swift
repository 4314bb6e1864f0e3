import SVG

extension SequenceDrawing {
  mutating func beginFrame(_ word: String, _ title: Label, _ color: String?) {
    y += 12
    open.append(
      Frame(word: word, title: title, color: color, top: y, depth: open.count))
    y += word == "rect" ? 2 : max(TextMeasure.height(of: title), 20) + 8
  }

  mutating func placeSection(_ title: Label) {
    guard let last = open.indices.last else { return }
    y += 12
    open[last].sections.append((y, title))
    y += max(TextMeasure.height(of: title), 10) + 6
  }

  mutating func endFrame() {
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

  func drawFrames(on canvas: inout Canvas) {
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
  func mask(_ label: Label, x: Double, y: Double, on canvas: inout Canvas) {
    let width = TextMeasure.width(of: label)
    guard layout.columns.contains(where: { $0 > x - 4 && $0 < x + width + 4 }) else { return }
    let height = TextMeasure.height(of: label)
    canvas.rectangle(x - 4, y - height / 2, width + 8, height - 1, radius: 4)
  }
}
