import SVG

/// Draws a sequence diagram from top to bottom. What lies behind is put together while the rest is
/// drawn, so each layer is a list of its own.
struct SequenceDrawing {
  let diagram: SequenceDiagram
  let layout: SequenceLayout
  var y = 0.0
  var number: (next: Int, step: Int)?

  var messages: [DrawnMessage] = []
  var notes: [(box: PlacedGraph.Box, label: Label)] = []
  var bars: [PlacedGraph.Box] = []
  var frames: [Frame] = []
  var open: [Frame] = []
  var active: [[Double]]
  /// Where each participant's line begins, and where it ends if before the others.
  var starts: [Double]
  var ends: [Double?]
  /// Who the next message makes or ends.
  var doomed: Int?

  struct DrawnMessage {
    var message: SequenceDiagram.Message
    var from: Double
    var to: Double
    var y: Double
    var number: Int?
  }

  struct Frame {
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
}
