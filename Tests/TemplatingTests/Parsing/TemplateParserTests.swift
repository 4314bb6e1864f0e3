import Diagnostics
import Templating
import Testing

@Suite("Sections, names and lines")
struct TemplateParserTests {
  @Test(
    "a mistake in the structure is reported where it stands",
    arguments: [
      Mistake(
        description: "section left open", template: "«{{#items}}» x", code: .unclosedSection,
        message: "{{#items}} is never closed", help: "close it with {{/items}}"),
      Mistake(
        description: "inner section left open", template: "{{#a}}«{{^b}}» x {{/a}}",
        code: .unclosedSection, message: "{{^b}} is never closed", help: "close it with {{/b}}"),
      Mistake(
        description: "own delimiters", template: "{{=| |=}}«|#items|» x",
        code: .unclosedSection, message: "|#items| is never closed", help: "close it with |/items|"
      ),
      Mistake(
        description: "dynamic parent left open", template: "«{{< * layout }}»",
        code: .unclosedSection, message: "{{< * layout }} is never closed",
        help: "close it with {{/*layout}}"),
      Mistake(
        description: "closes nothing", template: "a «{{/items}}»", code: .strayClosingTag,
        message: "{{/items}} closes nothing",
        help: "take the tag away, or open items before it"),
      Mistake(
        description: "misspelt closing tag", template: "{{#items}} x «{{/item}}» y",
        code: .strayClosingTag, message: "{{/item}} does not close {{#items}}",
        help: "close it with {{/items}}"),
      Mistake(
        description: "closing tag of another", template: "{{#items}} «{{/navigation}}» {{/items}}",
        code: .strayClosingTag, message: "{{/navigation}} does not close {{#items}}",
        help: "close it with {{/items}}"),
      Mistake(
        description: "no name", template: "«{{}}»", code: .badTagName,
        message: "the tag {{}} has no name", help: "write a name, or {{! … }} for a remark"),
      Mistake(
        description: "space in a name", template: "«{{page title}}»", code: .badTagName,
        message: "the name in {{page title}} has a space in it",
        help: "a tag holds one name; parts of a name are joined with full stops"),
      Mistake(
        description: "empty part", template: "«{{page..title}}»", code: .badTagName,
        message: "the name in {{page..title}} has an empty part",
        help: "take away the full stop too many"),
      Mistake(
        description: "empty part of a dynamic name", template: "«{{>*page.}}»", code: .badTagName,
        message: "the name in {{>*page.}} has an empty part",
        help: "take away the full stop too many"),
      Mistake(
        description: "text in a parent", template: "{{<page2}}\n «lost» {{$a}}x{{/a}}{{/page2}}",
        code: .strayParentContent,
        message: "only blocks are used inside {{<page2}}; this is never shown",
        help: "move it into a block, or out of the parent tag", severity: .warning),
      Mistake(
        description: "section in a parent",
        template: "{{<page2}}«{{#x}}»{{$a}}{{/a}}{{/x}}{{/page2}}",
        code: .strayParentContent,
        message: "only blocks are used inside {{<page2}}; this is never shown",
        help: "move it into a block, or out of the parent tag", severity: .warning),
      Mistake(
        description: "block given twice",
        template: "{{<page2}}{{$a}}1{{/a}}«{{$a}}»2{{/a}}{{/page2}}", code: .repeatedBlock,
        message: "the block a is given twice in one parent tag", help: "keep one of them",
        severity: .warning),
    ])
  func mistakes(_ mistake: Mistake) throws {
    let folder = TemplateFolder(["page": mistake.template, "page2": "{{$a}}{{/a}}"])
    let finding = try #require(folder.library.diagnostics.first)
    #expect(folder.library.diagnostics.count == 1)
    #expect(finding.code == mistake.code)
    #expect(finding.severity == mistake.severity)
    #expect(finding.message == mistake.message)
    #expect(finding.help == mistake.help)
    #expect(finding.range == folder.marks()[0])
  }

  @Test("all mistakes of a template are found in one run, in order")
  func findsAll() {
    let folder = TemplateFolder(["page": "«{{a b}}» «{{/x}}» «{{=a=}}» «{{#y}}» «{{>none}}»"])
    #expect(
      folder.library.diagnostics.map(\.code) == [
        .badTagName, .strayClosingTag, .badDelimiters, .unclosedSection, .missingTemplate,
      ])
    #expect(folder.library.diagnostics.map(\.range) == folder.marks())
  }

  @Test("nothing is said about open sections when the rest of the template could not be read")
  func noFollowingMistakes() {
    let folder = TemplateFolder(["page": "{{#a}} {{b"])
    #expect(folder.library.diagnostics.map(\.code) == [.unclosedTag])
  }

  @Test("sections nest 100 deep")
  func deepest() {
    let opening = (1...100).map { "{{#s\($0)}}" }.joined()
    let closing = (1...100).reversed().map { "{{/s\($0)}}" }.joined()
    let folder = TemplateFolder(["page": opening + "x" + closing])
    #expect(folder.library.diagnostics.isEmpty)
    #expect(folder.rendered(with: .object(.flags(100))).text == "x")
  }

  @Test("one level more is reported once, and the rest is not read")
  func tooDeep() throws {
    let opening = (1...100).map { "{{#s\($0)}}" }.joined()
    let folder = TemplateFolder(["page": opening + "«{{#s101}}»" + "{{#x}}{{/y}}{{z"])
    let finding = try #require(folder.library.diagnostics.first)
    #expect(folder.library.diagnostics.count == 1)
    #expect(finding.code == .sectionsTooDeep)
    #expect(finding.range == folder.marks()[0])
    #expect(finding.notes == ["the rest of the template was not read"])
  }

  @Test("a hundred thousand open sections do not overflow the stack")
  func manyOpenSections() {
    let folder = TemplateFolder(["page": String(repeating: "{{#a}}", count: 100_000)])
    #expect(folder.library.diagnostics.map(\.code) == [.sectionsTooDeep])
  }

  @Test("blanks before a closing tag that shares its line stay")
  func sharedLine() {
    let folder = TemplateFolder(["page": "{{#a}}\n  x\n  {{/a}} y\n"])
    #expect(folder.rendered(with: ["a": true]).text == "  x\n   y\n")
  }
}

extension TemplateObject {
  /// `s1`, `s2` … all true.
  fileprivate static func flags(_ count: Int) -> TemplateObject {
    TemplateObject((1...count).map { ("s\($0)", true) })
  }
}
