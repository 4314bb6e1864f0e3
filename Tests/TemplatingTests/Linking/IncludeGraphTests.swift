import Diagnostics
import Templating
import Testing

@Suite("Templates that include each other")
struct IncludeGraphTests {
  @Test("a partial that does not exist is reported with the nearest name")
  func missingPartial() throws {
    let folder = TemplateFolder(["page": "a\n«{{>heder}}»\n", "header": "h"])
    let finding = try #require(folder.library.diagnostics.first)
    #expect(finding.code == .missingTemplate)
    #expect(finding.message == "there is no template \"heder\"")
    #expect(finding.help == "did you mean \"header\"?")
    #expect(finding.range == folder.marks()[0])
    #expect(folder.rendered().text == "a\n")
  }

  @Test("a parent that does not exist is reported at its opening tag")
  func missingParent() throws {
    let folder = TemplateFolder(["page": "«{{<layout}}»{{$a}}x{{/a}}{{/layout}}"])
    let finding = try #require(folder.library.diagnostics.first)
    #expect(folder.library.diagnostics.count == 1)
    #expect(finding.code == .missingTemplate)
    #expect(finding.help == "add a template of that name, or take the tag away")
    #expect(finding.range == folder.marks()[0])
  }

  @Test("a template that includes itself is reported")
  func ownCycle() throws {
    let folder = TemplateFolder(["page": "{{#a}}«{{>page}}»{{/a}}"])
    let finding = try #require(folder.library.diagnostics.first)
    #expect(finding.code == .templateCycle)
    #expect(finding.message == "\"page\" includes itself")
    #expect(finding.notes == ["the way round: page → page"])
    #expect(finding.range == folder.marks()[0])
  }

  @Test("a cycle through others is reported once, at the tag that closes it")
  func longCycle() throws {
    let folder = TemplateFolder([
      "page": "{{>a}}{{>b}}", "a": "{{<b}}{{$x}}{{>c}}{{/x}}{{/b}}", "b": "{{$x}}{{/x}}",
      "c": "«{{>a}}»",
    ])
    let finding = try #require(folder.library.diagnostics.first)
    #expect(folder.library.diagnostics.count == 1)
    #expect(finding.code == .templateCycle)
    #expect(finding.message == "\"a\" includes itself through others")
    #expect(finding.path == "c")
    #expect(finding.notes == ["the way round: a → c → a"])
    #expect(finding.range == folder.marks(in: "c")[0])
  }

  @Test("two ways to one template are no cycle")
  func diamond() {
    let folder = TemplateFolder([
      "page": "{{>a}}{{>b}}", "a": "{{>c}}", "b": "{{>c}}{{>a}}", "c": "c",
    ])
    #expect(folder.library.diagnostics.isEmpty)
    #expect(folder.rendered().text == "ccc")
  }

  @Test("where recursion is allowed, a cycle is no finding")
  func allowedRecursion() {
    let folder = TemplateFolder(
      ["page": "({{name}}{{#children}}{{>page}}{{/children}})"], allowsRecursion: true)
    #expect(folder.library.diagnostics.isEmpty)
    let tree: TemplateValue = [
      "name": "a",
      "children": [
        ["name": "b", "children": [["name": "d", "children": []]]], ["name": "c", "children": []],
      ],
    ]
    #expect(folder.rendered(with: tree).text == "(a(b(d))(c))")
  }

  @Test("a chain of a thousand templates is no cycle")
  func longChain() {
    let sources = (0..<1000).map { number in
      TemplateSource(
        name: "t\(number)", path: "t\(number)",
        bytes: Array((number < 999 ? "{{>t\(number + 1)}}" : "end").utf8))
    }
    #expect(TemplateLibrary(sources).diagnostics.isEmpty)
  }

  @Test("a block that the parent does not have is a warning with the nearest name")
  func unknownBlock() throws {
    let folder = TemplateFolder([
      "page": "{{<base}}«{{$contnet}}»x{{/contnet}}{{$title}}y{{/title}}{{/base}}",
      "base": "{{$content}}{{/content}}{{>head}}", "head": "{{$title}}{{/title}}",
    ])
    let finding = try #require(folder.library.diagnostics.first)
    #expect(folder.library.diagnostics.count == 1)
    #expect(finding.code == .unknownBlock)
    #expect(finding.severity == .warning)
    #expect(finding.help == "did you mean \"content\"?")
    #expect(finding.range == folder.marks()[0])
  }

  @Test("nothing is said about blocks of a parent whose partials are chosen by the data")
  func unknowableBlock() {
    let folder = TemplateFolder([
      "page": "{{<base}}{{$a}}x{{/a}}{{/base}}", "base": "{{>*kind}}", "one": "[{{$a}}{{/a}}]",
    ])
    #expect(folder.library.diagnostics.isEmpty)
    #expect(folder.rendered(with: ["kind": "one"]).text == "[x]")
  }

  @Test("a block is overridden only from outside of the template that gives it")
  func blockInItsOwnContent() {
    let folder = TemplateFolder([
      "page": "{{<base}}{{$a}}<{{$a}}inner{{/a}}>{{/a}}{{/base}}", "base": "{{$a}}base{{/a}}",
    ])
    #expect(folder.rendered().text == "<inner>")
  }

  @Test("two templates with one name are reported at the first; the last is used")
  func repeatedTemplate() throws {
    let library = TemplateLibrary([
      TemplateSource(name: "page", path: "theme/page", bytes: Array("1".utf8)),
      TemplateSource(name: "page", path: "mine/page", bytes: Array("2".utf8)),
    ])
    let finding = try #require(library.diagnostics.first)
    #expect(library.diagnostics.count == 1)
    #expect(finding.code == .repeatedTemplate)
    #expect(finding.path == "theme/page")
    #expect(finding.notes == ["the other one is mine/page"])
  }
}
