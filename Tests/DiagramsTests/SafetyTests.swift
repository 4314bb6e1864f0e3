import Diagnostics
import Testing

@testable import Diagrams

@Suite("The text of a diagram")
struct SafetyTests {
  private static let attack = #"<script>alert(1)</script><img src=x onerror=y>"' }{>"#

  static let sources: [String] = [
    "graph TD\n a[#] --> b\n",
    "graph TD\n a[\"<img src=x onerror=alert(1)>\"] -- <svg/onload=x> --> b{<i onclick=1>x</i>}\n",
    "graph TD\n subgraph x [<script>alert(1)</script>]\n a:::b\n end\n style a fill:\"/><script>\n",
    "graph TD\n a\n classDef b fill:url(javascript:x),stroke:red\"onload=\"x\n class a b\n",
    "sequenceDiagram\n A-><B>: <script>alert(1)</script>\n Note over A: <img src=x>\n",
    "sequenceDiagram\n box \"><script> x\n participant <A>\n end\n A->><A>: y\n",
    "stateDiagram-v2\n a : <script>\n b --> a : <img src=x onerror=alert(1)>\n",
    "pie title <script>\n \"<img src=x>\" : 3\n",
    "mindmap\n <script>alert(1)</script>\n  x[<img src=x>]\n",
    "---\ntitle: <script>\n---\ngraph TD\n accTitle: <script>\n accDescr: \"><img>\n a\n",
    "graph TD\n a[x&#1;&#0;#0;#7;#xFFFE;\u{1}\u{7f}y]\n",
  ]

  @Test("never becomes markup", arguments: sources)
  func escaped(source: String) throws {
    let drawing = try #require(DiagramRenderer.render(Array(source.utf8), id: "x").drawing)
    let svg = try #require(DrawnSVG(drawing.html))
    #expect(svg.elements.isDisjoint(with: ["script", "img", "i", "image", "foreignObject"]))
    let html = String(decoding: drawing.html, as: UTF8.self)
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("url("))
  }

  @Test(
    "leads nowhere by a link that is no page",
    arguments: ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "vbscript:x", " x", ""])
  func links(target: String) throws {
    let source = "graph TD\n a --> b\n click a href \"\(target)\" \"title\"\n"
    let (drawing, findings) = DiagramRenderer.render(Array(source.utf8), id: "x")
    #expect(try #require(drawing).links.isEmpty)
    #expect(findings.map(\.code) == [.diagramLink])
    let start = "graph TD\n a --> b\n click a href \"".utf8.count
    #expect(findings.first?.range == ByteRange(start, start + target.utf8.count))
  }

  @Test("leads to pages and addresses")
  func goodLinks() throws {
    let source = """
      graph TD
        a --> b --> c
        click a "page.md#part" "A page"
        click b href "https://example.org/?a=1" _blank
        click c call something()
      """
    let (drawing, findings) = DiagramRenderer.render(Array(source.utf8), id: "x")
    #expect(findings.map(\.code.id) == ["TB-D006"])
    let links = try #require(drawing).links
    #expect(
      links.map { String(decoding: $0.target, as: UTF8.self) }
        == ["page.md#part", "https://example.org/?a=1"])
    for link in links {
      #expect(drawing?.html[..<link.offset].suffix(9).elementsEqual("<a href=\"".utf8) == true)
      #expect(Array(source.utf8)[link.range.indices].elementsEqual(link.target))
    }
    let html = String(decoding: drawing?.html ?? [], as: UTF8.self)
    #expect(html.contains("role=\"group\""))
  }
}
