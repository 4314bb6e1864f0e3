import Diagnostics
import Testing

@testable import Diagrams

@Suite("A mistake in the source of a diagram")
struct SyntaxFaultTests {
  /// A source whose finding is between two marks.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var source: String
    var message: String

    init(_ name: String, _ source: String, _ message: String) {
      testDescription = name
      self.source = source
      self.message = message
    }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      "an open bracket", "flowchart LR\n  ask«[»Ask --> answer\n", "is not closed"),
    Mistake("a direction", "flowchart «SIDE»\n A --> B", "no direction"),
    Mistake("a link without an end", "graph TD\n  A «-->»\n", "leads nowhere"),
    Mistake("an open link", "graph TD\n  A «--» text B\n", "does not end"),
    Mistake("a subgraph without end", "graph TD\n «subgraph» one\n A\n", "has no end"),
    Mistake("an end too many", "graph TD\n A\n «end»\n", "no subgraph"),
    Mistake("open quotes", "graph TD\n A[«\"»text]\n", "quotes"),
    Mistake("a stray sign", "graph TD\n A --> B «)» C\n", "stands where"),
    Mistake("an unknown shape", "graph TD\n A@{ shape: «daim» }\n", "no shape"),
    Mistake("a node called end", "graph TD\n A --> «end» B\n", "no node"),
    Mistake("an empty graph", "«graph» TD\n", "has no nodes"),
    Mistake("after other letters", "graph TD\n ä[über] --> B «]»\n", "stands where"),
    Mistake("no arrow", "sequenceDiagram\n  «Alice says hello»\n", "no message"),
    Mistake("no text of a message", "sequenceDiagram\n A->>«B»\n", "has no text"),
    Mistake("nobody to go to", "sequenceDiagram\n A«->>»: text\n", "nobody"),
    Mistake("a frame without end", "sequenceDiagram\n «loop» x\n A->>B: y\n", "has no end"),
    Mistake("an end of nothing", "sequenceDiagram\n A->>B: y\n «end»\n", "nothing that ends"),
    Mistake("else without alt", "sequenceDiagram\n loop x\n «else» y\n end\n", "outside of alt"),
    Mistake("a note nowhere", "sequenceDiagram\n Note «near A»: x\n", "left of, right of or over"),
    Mistake("words as numbers", "sequenceDiagram\n «autonumber ten»\n", "numbers"),
    Mistake("a state with spaces", "stateDiagram-v2\n «a state here»\n", "no state"),
    Mistake("a space in a name", "stateDiagram-v2\n a« »b --> c\n", "no spaces"),
    Mistake("a kind of state", "stateDiagram-v2\n state a «<<fokr>>»\n", "no kind"),
    Mistake("an open brace", "stateDiagram-v2\n state a «{»\n b --> c\n", "is not closed"),
    Mistake("a brace too many", "stateDiagram-v2\n a\n «}»\n", "ends here"),
    Mistake("parts of nothing", "stateDiagram-v2\n a\n «--»\n", "parts"),
    Mistake("a note without end", "stateDiagram-v2\n «note left of a»\n text\n", "has no end"),
    Mistake("a slice without quotes", "pie\n «Dogs : 3»\n", "quotes"),
    Mistake("a slice without a number", "pie\n \"Dogs\" «: many»\n", "no number"),
    Mistake("a negative slice", "pie\n \"Dogs\" «: -3»\n", "no number"),
    Mistake("an empty pie", "«pie» title Nothing\n", "no slices"),
    Mistake("two roots", "mindmap\n one\n «two»\n", "one root"),
    Mistake("an open bracket in a map", "mindmap\n root«((»Text)\n", "is not closed"),
    Mistake("an empty map", "«mindmap»\n", "no root"),
  ]

  @Test("is told at its place", arguments: mistakes)
  func told(mistake: Mistake) throws {
    let parts = mistake.source.split(omittingEmptySubsequences: false) { $0 == "«" || $0 == "»" }
    try #require(parts.count == 3)
    let start = parts[0].utf8.count
    let source = parts.joined()
    let (drawing, findings) = DiagramRenderer.render(Array(source.utf8), id: "x")
    #expect(drawing == nil)
    let finding = try #require(findings.first)
    #expect(findings.count == 1 && finding.code == .diagramSyntax)
    #expect(finding.message.contains(mistake.message), "\(finding.message)")
    #expect(finding.range == ByteRange(start, start + parts[1].utf8.count))
  }

  @Test("of the kind names the kind, and one that is near")
  func kinds() throws {
    for (source, kind, near) in [
      ("gantt\n title A", "gantt", nil), ("flowchrt LR\n A", "flowchrt", "flowchart"),
      ("%% comment\nerDiagram\n A ||--o{ B : has", "erDiagram", nil),
    ] as [(String, String, String?)] {
      let (drawing, findings) = DiagramRenderer.render(Array(source.utf8), id: "x")
      #expect(drawing == nil)
      let finding = try #require(findings.first)
      #expect(finding.code == .diagramKind && finding.message.contains("\"\(kind)\""))
      #expect(finding.help == near.map { "did you mean \($0)?" })
    }
    #expect(DiagramRenderer.render([], id: "x").findings.first?.message == "the diagram is empty")
  }

  @Test("is not one too many of anything: a diagram has limits")
  func limits() {
    let chain = "graph TD\n" + (0...1000).map { "n\($0)\n" }.joined()
    let edges = "graph TD\n" + String(repeating: "a --> b\n", count: 2001)
    let deep = "graph TD\n" + String(repeating: "subgraph a\n", count: 100)
    let steps = "sequenceDiagram\n" + String(repeating: "A->>B: x\n", count: 3000)
    let slices = "pie\n" + (0..<100).map { "\"\($0)\" : 1\n" }.joined()
    let map = "mindmap\n" + (0..<100).map { String(repeating: " ", count: $0) + "x\n" }.joined()
    for source in [chain, edges, deep, steps, slices, map] {
      let (drawing, findings) = DiagramRenderer.render(Array(source.utf8), id: "x")
      #expect(drawing == nil && findings.count == 1)
    }
    let long = [UInt8](repeating: 0x20, count: 300_000)
    #expect(DiagramRenderer.render(long, id: "x").findings.first?.code == .diagramLayout)
  }
}
