import Diagnostics
import Templating
import Testing

@Suite("Names that no context has")
struct MissingNamesTests {
  static let site: TemplateValue = ["site_name": "S", "author": .null, "page": ["title": "T"]]

  @Test(
    "an unknown name is reported where it stands, with the nearest known one",
    arguments: [
      Mistake(
        description: "value", template: "a «{{site_nam}}»", code: .unknownTemplateName,
        message: "the name \"site_nam\" is not known here", help: "did you mean \"site_name\"?"),
      Mistake(
        description: "unescaped value", template: "«{{{ sitename }}}»",
        code: .unknownTemplateName, message: "the name \"sitename\" is not known here",
        help: "did you mean \"site_name\"?"),
      Mistake(
        description: "section", template: "«{{#auther}}»{{/auther}}", code: .unknownTemplateName,
        message: "the name \"auther\" is not known here", help: "did you mean \"author\"?"),
      Mistake(
        description: "inverted section", template: "«{{^auther}}»{{/auther}}",
        code: .unknownTemplateName, message: "the name \"auther\" is not known here",
        help: "did you mean \"author\"?"),
      Mistake(
        description: "part of a dotted name", template: "«{{page.titel}}»",
        code: .unknownTemplateName, message: "\"page\" has no \"titel\"",
        help: "did you mean \"title\"?"),
      Mistake(
        description: "part of a text", template: "«{{page.title.length}}»",
        code: .unknownTemplateName, message: "\"page.title\" has no \"length\"",
        help: "take the tag away, or use a name that the site gives to this template"),
      Mistake(
        description: "dynamic partial", template: "«{{>*auther}}»", code: .unknownTemplateName,
        message: "the name \"auther\" is not known here", help: "did you mean \"author\"?"),
      Mistake(
        description: "dynamic partial without template", template: "«{{>*site_name}}»",
        code: .missingTemplate, message: "there is no template \"S\"",
        help: "add a template of that name"),
      Mistake(
        description: "object as text", template: "«{{page}}»", code: .unprintableValue,
        message: "\"page\" is an object, which cannot be printed",
        help: "open it with a section: {{#page}} … {{/page}}"),
      Mistake(
        description: "context as text", template: "{{#page}}«{{.}}»{{/page}}",
        code: .unprintableValue, message: "\".\" is an object, which cannot be printed",
        help: "open it with a section: {{#.}} … {{/.}}"),
    ])
  func mistakes(_ mistake: Mistake) throws {
    let folder = TemplateFolder(["page": mistake.template])
    let findings = folder.rendered(with: Self.site).findings
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.code == mistake.code)
    #expect(finding.message == mistake.message)
    #expect(finding.help == mistake.help)
    #expect(finding.path == "page")
    #expect(finding.range == folder.marks()[0])
    #expect(folder.rendered(with: Self.site, missing: .empty).findings.isEmpty)
  }

  @Test(
    "a name that is there with a null or empty value is fine",
    arguments: ["{{author}}", "{{author.name}}", "{{#author}}{{name}}{{/author}}", "{{>*author}}"])
  func present(_ template: String) {
    let (text, findings) = TemplateFolder(["page": template]).rendered(with: Self.site)
    #expect(text.isEmpty)
    #expect(findings.isEmpty)
  }

  @Test("a name in any context of the stack is known; the innermost one counts")
  func stack() {
    let folder = TemplateFolder(["page": "{{site_name}} {{title}}"])
    let page: TemplateValue = ["title": "P"]
    let (text, findings) = folder.rendered(with: ["site_name": "S", "title": "S"], page)
    #expect(text == "S P")
    #expect(findings.isEmpty)
  }

  @Test("a tag is reported once, however often it is rendered; each tag for itself")
  func oncePerTag() {
    let folder = TemplateFolder(["page": "{{#list}}«{{a}}»«{{a}}»{{/list}}"])
    var renderer = TemplateRenderer(folder.library)
    for _ in 1...3 { _ = folder.text(with: [["list": [1, 2]]], by: &renderer) }
    #expect(renderer.takeDiagnostics().map(\.range) == folder.marks())
    #expect(renderer.takeDiagnostics().isEmpty)
  }

  @Test("names in partials are reported in the partial's file")
  func partial() {
    let folder = TemplateFolder(["page": "{{>head}}", "head": "«{{titel}}»"])
    let findings = folder.rendered(with: ["title": "T"]).findings
    #expect(findings.map(\.path) == ["head"])
    #expect(findings.map(\.range) == folder.marks(in: "head"))
  }

  @Test("unknown names are found without rendering, in sections that no page shows too")
  func unrendered() {
    let folder = TemplateFolder([
      "page": "{{title}}{{#draft}}«{{titel}}»{{/draft}}{{.}}{{page.title}}",
      "other": "«{{^page.drafd}}»{{/page.drafd}}",
    ])
    let findings = folder.library.unknownNames(known: ["title", "draft", "page"])
    #expect(findings.map(\.path) == ["other", "page"])
    #expect(findings.map(\.range) == folder.marks(in: "other") + folder.marks())
    #expect(findings.map(\.message).last == "the name \"titel\" is not known here")
    #expect(findings.map(\.help) == ["did you mean \"draft\"?", "did you mean \"title\"?"])
  }

  @Test("findings of several renderers become one for each tag, the first")
  func firstForEachTag() {
    let folder = TemplateFolder(["page": "«{{titel}}»"])
    let first = folder.rendered(with: ["title": ""]).findings
    let second = folder.rendered(with: ["tite": ""]).findings
    #expect(first != second)
    #expect(TemplateLibrary.firstForEachTag(first + second) == first)
  }
}
