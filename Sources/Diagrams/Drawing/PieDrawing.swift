import SVG

/// Draws a pie with a legend beside it.
enum PieDrawing {
  private static let radius = 130.0

  static func draw(_ chart: PieChart, on canvas: inout Canvas) {
    let sum = chart.sum
    let shares = chart.slices.map { $0.value / sum }
    canvas.cover(Point(-radius, -radius))
    canvas.cover(Point(radius, radius))
    var start = 0.0
    for (index, share) in shares.enumerated() where share > 0 {
      canvas.begin("ds", color: index)
      if share > 0.999_999 {
        canvas.ellipse(Point(0, 0), radius, radius)
      } else {
        let end = start + share
        canvas.path {
          $0.move(Point(0, 0))
          $0.line(point(start, radius))
          $0.arc(radius, isLarge: share > 0.5, to: point(end, radius))
          $0.close()
        }
      }
      canvas.end()
      start += share
    }
    drawShares(shares, on: &canvas)
    drawLegend(chart, on: &canvas)
    if !chart.title.isEmpty {
      var style = Style.none
      style.isBold = true
      let width = TextMeasure.width(of: chart.title)
      canvas.beginTexts("start")
      canvas.text(
        chart.title, x: -radius, y: -radius - 16 - TextMeasure.height(of: chart.title) / 2,
        anchor: 0, size: width > 400 ? 15 : 17, style: style)
      canvas.end()
    }
  }

  /// On the circle, from the top on clockwise.
  private static func point(_ share: Double, _ radius: Double) -> Point {
    UnitCircle.point(share) * radius
  }

  private static func drawShares(_ shares: [Double], on canvas: inout Canvas) {
    var start = 0.0
    canvas.beginTexts()
    for share in shares {
      // Smaller ones have no room for a number; the legend has all.
      if share >= 0.06 {
        let middle = shares.count == 1 ? Point(0, 0) : point(start + share / 2, radius * 0.7)
        canvas.text(Label(plain: percent(share)), x: middle.x, y: middle.y)
      }
      start += share
    }
    canvas.end()
  }

  static func percent(_ share: Double) -> String {
    let whole = Int((share * 100).rounded())
    return share > 0 && whole == 0 ? "< 1 %" : "\(whole) %"
  }

  private static func drawLegend(_ chart: PieChart, on canvas: inout Canvas) {
    let heights = chart.slices.map { max(TextMeasure.height(of: $0.label), 20) + 6 }
    let x = radius + 34
    var y = -heights.reduce(0, +) / 2
    for (index, slice) in chart.slices.enumerated() {
      canvas.begin("ds", color: index)
      canvas.rectangle(x, y + heights[index] / 2 - 8, 16, 16, radius: 3)
      canvas.end()
      canvas.beginTexts("start")
      var label = slice.label
      let share = percent(slice.value / chart.sum)
      let text = chart.showsNumbers ? ": \(slice.number) (\(share))" : ": \(share)"
      if label.lines.isEmpty { label = Label(plain: "\u{A0}") }
      label.lines[label.lines.count - 1].append(.init(text: text))
      canvas.text(label, x: x + 26, y: y + heights[index] / 2, anchor: 0)
      canvas.end()
      y += heights[index]
    }
  }
}
