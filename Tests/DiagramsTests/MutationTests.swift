import Diagnostics
import Testing

@testable import Diagrams

@Suite("Damaged sources of diagrams")
struct MutationTests {
  /// The same numbers on every run (xorshift).
  private struct Numbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(limit, 1)))
    }
  }

  private static let pieces: [[UInt8]] = [
    "-->", "--", "-.", "==", "[", "]", "((", "))", "{", "}", "\"", "|", "&", ";", "\n", "\n\n", ":",
    ":::", "@{", "end", "subgraph x", "%%", "%%{", "---\n", "#", "&#", "\\n", "<br>", "\t", "\r",
    "state x {", "\n--\n", "[*]", "note left of a", "loop", "alt", "activate A", "->>+", "->>-",
    "\u{FEFF}", "é", "漢", "🎈", "direction LR", "classDef default fill:#000", "linkStyle 0 x:y",
    "rect rgb(", "box ", "accDescr {", "destroy A", "create participant Z", "))bang((", "`",
  ].map { Array($0.utf8) }

  private static func damaged(_ source: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
    var bytes = source
    for _ in 0...numbers.next(below: 5) {
      let place = numbers.next(below: bytes.count + 1)
      switch numbers.next(below: 4) {
      case 0: bytes.insert(contentsOf: pieces[numbers.next(below: pieces.count)], at: place)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + numbers.next(below: 12)))
      case 2: bytes = Array(bytes[..<place])
      default:
        let end = min(bytes.count, place + numbers.next(below: 40))
        bytes.insert(contentsOf: bytes[place..<end], at: numbers.next(below: bytes.count + 1))
      }
    }
    return bytes
  }

  @Test(
    "are drawn as XML that can be read, or told at a place inside them",
    arguments: GalleryDiagram.all)
  func survive(diagram: GalleryDiagram) {
    let source = Array(diagram.source.utf8)
    var numbers = Numbers(state: 0x9E37_79B9 &+ UInt64(source.count) &* 31)
    for _ in 0..<40 {
      let bytes = Self.damaged(source, &numbers)
      let (drawing, findings) = DiagramRenderer.render(bytes, id: "x")
      #expect(drawing != nil || !findings.isEmpty)
      for finding in findings {
        #expect(finding.range.start >= 0 && finding.range.end <= bytes.count)
        #expect(finding.code != .diagramLibrary)
      }
      guard let drawing else { continue }
      #expect(DrawnSVG(drawing.html) != nil, "\(String(decoding: bytes, as: UTF8.self))")
      #expect(!String(decoding: drawing.html, as: UTF8.self).contains("<script"))
    }
  }

  @Test("of bytes that no kind knows are told")
  func noise() {
    var numbers = Numbers(state: 88_172_645_463_325_252)
    for head in ["graph TD\n", "sequenceDiagram\n", "stateDiagram-v2\n", "pie\n", "mindmap\n"] {
      for _ in 0..<200 {
        let noise = (0..<numbers.next(below: 200)).map { _ in UInt8(numbers.next(below: 128)) }
        let (drawing, findings) = DiagramRenderer.render(Array(head.utf8) + noise, id: "x")
        #expect(drawing != nil || !findings.isEmpty)
        if let drawing { #expect(DrawnSVG(drawing.html) != nil) }
      }
    }
  }
}
