package import Diagnostics

/// A diagram as HTML.
package struct DiagramDrawing: Sendable {
  /// A link of a node.
  package struct Link: Sendable {
    /// Where its target belongs in the HTML, inside the quotes of `href`.
    package var offset: Int
    package var target: [UInt8]
    /// The target's bytes in the source.
    package var range: ByteRange
  }

  /// A `figure` with the drawing.
  package var html: [UInt8]
  package var links: [Link]
}

/// What is to be said about a diagram.
package struct DiagramFinding: Sendable {
  package var code: Code
  package var message: String
  /// Bytes of the diagram's source.
  package var range: ByteRange
  package var help: String?
}

/// Draws diagrams in the language of Mermaid. The same source always gives the same bytes.
package enum DiagramRenderer {
  /// - Parameters:
  ///   - source: The text of the fence.
  ///   - id: What the ids of the drawing begin with: no other of its page may.
  /// - Returns: The drawing, unless the source stays as it is.
  package static func render(
    _ source: [UInt8], id: String
  ) -> (drawing: DiagramDrawing?, findings: [DiagramFinding]) {
    guard source.count <= Limits.bytes else {
      return (
        nil, [fault(.diagramLayout, "the diagram has more than \(Limits.bytes) bytes", 0..<0)]
      )
    }
    let preamble = Preamble(source)
    do throws(SyntaxFault) {
      return try draw(preamble, id)
    } catch {
      // What is missing at the end is told at the end.
      return (
        nil,
        [
          fault(
            .diagramSyntax, error.message, error.range.clamped(to: 0..<source.count),
            help: error.help)
        ]
      )
    }
  }

  private static func fault(
    _ code: Code, _ message: String, _ range: Range<Int>, help: String? = nil
  ) -> DiagramFinding {
    DiagramFinding(
      code: code, message: message, range: ByteRange(range.lowerBound, range.upperBound),
      help: help)
  }

  private static func draw(
    _ preamble: Preamble, _ id: String
  ) throws(SyntaxFault) -> (drawing: DiagramDrawing?, findings: [DiagramFinding]) {
    var canvas = Canvas()
    let word = preamble.bytes[preamble.kind].text
    var frame = SVGFrame(id: id, preamble)
    var findings: [DiagramFinding] = []
    switch word {
    case "flowchart", "graph", "flowchart-elk":
      var graph = try FlowchartReader.read(preamble)
      findings = graph.removeUnsafeLinks() + graph.callFindings
      if let finding = place(graph, preamble, on: &canvas) { return (nil, [finding]) }
      frame.describe(graph)
    case "stateDiagram", "stateDiagram-v2":
      let graph = try StateReader.read(preamble)
      if let finding = place(graph, preamble, on: &canvas) { return (nil, [finding]) }
      frame.describe(graph)
    case "sequenceDiagram":
      let diagram = try SequenceReader.read(preamble)
      SequenceDrawing.draw(diagram, on: &canvas)
      frame.describe(diagram)
    case "pie":
      let chart = try PieReader.read(preamble)
      PieDrawing.draw(chart, on: &canvas)
      frame.describe(chart)
    case "mindmap":
      let map = try MindmapReader.read(preamble)
      MindmapDrawing.draw(map, on: &canvas)
      frame.describe(map)
    default: return (nil, [unknown(word, preamble)])
    }
    return (frame.finished(canvas), findings)
  }

  private static func unknown(_ word: String, _ preamble: Preamble) -> DiagramFinding {
    guard !word.isEmpty else {
      return fault(.diagramKind, "the diagram is empty", preamble.kind)
    }
    let near = NearMiss.best(
      for: word, among: ["flowchart", "graph", "sequenceDiagram", "stateDiagram", "pie", "mindmap"])
    let shown = word.count > 40 ? "\(word.prefix(40))…" : word
    return fault(
      .diagramKind, "diagrams of the kind \"\(shown)\" are not drawn and stay as code",
      preamble.kind, help: near.map { "did you mean \($0)?" })
  }

  /// Draws a graph. Returns why it cannot be drawn.
  private static func place(
    _ graph: Graph, _ preamble: Preamble, on canvas: inout Canvas
  ) -> DiagramFinding? {
    if graph.nodes.isEmpty, graph.groups.isEmpty {
      return fault(.diagramSyntax, "the diagram has no nodes", preamble.kind)
    }
    if let absence = GraphvizLibrary.absence {
      return fault(
        .diagramLibrary, "\(absence), so the diagram stays as code", preamble.kind,
        help: "install it: apt install libgvc6, or brew install graphviz")
    }
    guard let placed = GraphLayout.place(graph) else {
      return fault(.diagramLayout, "Graphviz finds no places for the nodes", preamble.kind)
    }
    GraphDrawing.draw(graph, placed, on: &canvas)
    return nil
  }
}
