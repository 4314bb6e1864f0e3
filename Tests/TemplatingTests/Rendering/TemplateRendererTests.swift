import ByteText
import Diagnostics
import Templating
import Testing

@Suite("Rendering")
struct TemplateRendererTests {
  @Test("output is appended to what is there")
  func appends() throws {
    let folder = TemplateFolder(["page": "{{a}}"])
    let template = try #require(folder.library.template(named: "page"))
    var renderer = TemplateRenderer(folder.library)
    var output = ByteBuffer()
    output.append("1 ")
    renderer.render(template, with: [["a": "2"]], into: &output)
    #expect(output.array == Array("1 2".utf8))
  }

  @Test("a name that no template has is no template")
  func unknownTemplate() {
    #expect(TemplateFolder(["page": ""]).library.template(named: "pag") == nil)
  }

  @Test("a renderer starts afresh with each page")
  func reused() {
    let folder = TemplateFolder([
      "page": "  {{>loop}}\n", "loop": "{{#a}}{{>loop}}{{/a}}", "plain": "{{x}}\n{{x}}\n",
    ])
    var renderer = TemplateRenderer(folder.library)
    _ = folder.text(with: [["a": true]], by: &renderer)
    #expect(folder.text("plain", with: [["x": "1"]], by: &renderer) == "1\n1\n")
  }

  @Test("a recursion without end stops, and is reported at its tag")
  func endless() throws {
    let folder = TemplateFolder(
      ["page": "x{{#a}}«{{>page}}»{{>page}}{{/a}}"], allowsRecursion: true)
    let (text, findings) = folder.rendered(with: ["a": true], missing: .empty)
    let finding = try #require(findings.first)
    #expect(text == String(repeating: "x", count: 1001))
    #expect(findings.count == 1)
    #expect(finding.code == .includesTooDeep)
    #expect(finding.path == "page")
    #expect(finding.range == folder.marks()[0])
  }

  @Test("a recursion through a dynamic name stops too")
  func endlessDynamic() {
    let folder = TemplateFolder(["page": "x", "part": "y«{{>*self}}»"])
    let findings = folder.rendered("part", with: ["self": "part"]).findings
    #expect(folder.library.diagnostics.isEmpty)
    #expect(findings.map(\.code) == [.includesTooDeep])
    #expect(findings.map(\.range) == folder.marks(in: "part"))
  }

  @Test("a dynamic parent is filled with its blocks")
  func dynamicParent() {
    let folder = TemplateFolder([
      "page": "{{< * layout }}{{$a}}x{{/a}}{{/ * layout }}", "wide": "[{{$a}}{{/a}}]",
      "narrow": "({{$a}}{{/a}})",
    ])
    #expect(folder.library.diagnostics.isEmpty)
    #expect(folder.rendered(with: ["layout": "wide"]).text == "[x]")
    #expect(folder.rendered(with: ["layout": .bytes(Array("narrow".utf8))]).text == "(x)")
  }

  @Test("lists in lists and objects in lists are walked in order")
  func nestedLists() {
    let folder = TemplateFolder(["page": "{{#rows}}{{#.}}{{.}},{{/.}};{{/rows}}"])
    #expect(folder.rendered(with: ["rows": [[1, 2], [], [3]]]).text == "1,2,;;3,;")
  }

  @Test("a name of a thousand parts leads to the bottom of its data")
  func deepName() {
    var value: TemplateValue = "end"
    for _ in 0..<1000 { value = ["a": value] }
    let name = Array(repeating: "a", count: 1000).joined(separator: ".")
    #expect(TemplateFolder(["page": "{{\(name)}}"]).rendered(with: value).text == "end")
  }

  @Test("one library renders on many threads at the same time")
  func threads() async {
    let folder = TemplateFolder([
      "page": "{{<base}}{{$main}}{{#list}}<{{n}} {{site}}>{{/list}}{{missing}}{{/main}}{{/base}}",
      "base": "  {{>head}}\n{{$main}}{{/main}}", "head": "{{site}}\n",
    ])
    let site: TemplateValue = ["site": "a & b"]
    let results = await withTaskGroup(of: [String].self) { group in
      for worker in 0..<8 {
        group.addTask {
          var renderer = TemplateRenderer(folder.library)
          let pages = (0..<200).map { page in
            let own: TemplateValue = ["list": [["n": .integer(worker)], ["n": .integer(page)]]]
            let text = folder.text(with: [site, own], by: &renderer)
            let head = "  a &amp; b\n"
            let wanted = "\(head)<\(worker) a &amp; b><\(page) a &amp; b>"
            return text == wanted ? "" : text
          }
          return pages.filter { !$0.isEmpty } + renderer.takeDiagnostics().map(\.message)
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(
      results == Array(repeating: ["the name \"missing\" is not known here"], count: 8))
  }
}
