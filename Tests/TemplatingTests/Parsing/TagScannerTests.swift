import Diagnostics
import Templating
import Testing

@Suite("Tags")
struct TagScannerTests {
  @Test(
    "a tag that cannot be read is reported where it stands",
    arguments: [
      Mistake(
        description: "no end", template: "a «{{title» \nb", code: .unclosedTag,
        message: "the tag {{title has no end", help: "end it with }}"),
      Mistake(
        description: "swallows the next tag", template: "«{{title» {{name}}",
        code: .unclosedTag, message: "the tag {{title has no end", help: "end it with }}"),
      Mistake(
        description: "triple with two", template: "«{{{body}} b»", code: .unclosedTag,
        message: "the tag {{{body}} b has no end", help: "end it with }}}"),
      Mistake(
        description: "remark without end", template: "«{{! remark»\nb", code: .unclosedTag,
        message: "the tag {{! remark has no end", help: "end it with }}"),
      Mistake(
        description: "own delimiters", template: "{{=<% %>=}} «<% title»", code: .unclosedTag,
        message: "the tag <% title has no end", help: "end it with %>"),
      Mistake(
        description: "delimiters without end", template: "«{{=<% %>}}»", code: .unclosedTag,
        message: "the tag {{=<% %>}} has no end", help: "end it with =}}"),
      Mistake(
        description: "one delimiter", template: "«{{=<%=}}» {{title}}", code: .badDelimiters,
        message: "{{=<%=}} does not set delimiters",
        help: "write the opening and the closing delimiter with a space between, as in {{=<% %>=}}"
      ),
      Mistake(
        description: "three delimiters", template: "«{{=a b c=}}»", code: .badDelimiters,
        message: "{{=a b c=}} does not set delimiters",
        help: "write the opening and the closing delimiter with a space between, as in {{=<% %>=}}"
      ),
      Mistake(
        description: "equals sign", template: "«{{=<= =>=}}»", code: .badDelimiters,
        message: "{{=<= =>=}} does not set delimiters",
        help: "write the opening and the closing delimiter with a space between, as in {{=<% %>=}}"
      ),
    ])
  func mistakes(_ mistake: Mistake) throws {
    let folder = TemplateFolder(["page": mistake.template])
    let finding = try #require(folder.library.diagnostics.first)
    #expect(folder.library.diagnostics.count == 1)
    #expect(finding.code == mistake.code)
    #expect(finding.message == mistake.message)
    #expect(finding.help == mistake.help)
    #expect(finding.path == "page")
    #expect(finding.range == folder.marks()[0])
  }

  @Test("a template is read on after a tag that swallows the next one")
  func readsOn() {
    let folder = TemplateFolder(["page": "{{a {{b}} {{c {{d}}"])
    #expect(folder.library.diagnostics.map(\.code) == [.unclosedTag, .unclosedTag])
    #expect(folder.rendered(with: ["b": "B", "d": "D"]).text == "{{a B {{c D")
  }

  @Test("bad delimiters leave the ones in force")
  func badDelimitersChangeNothing() {
    let folder = TemplateFolder(["page": "{{=<%=}}{{title}}"])
    #expect(folder.rendered(with: ["title": "T"]).text == "T")
  }

  @Test("a byte order mark is no part of the text, but counts in ranges")
  func byteOrderMark() throws {
    let folder = TemplateFolder(["page": "\u{FEFF}{{#a}}\nx\n{{/a}}\n«{{/b}}»"])
    #expect(folder.rendered(with: ["a": true]).text == "x\n")
    #expect(folder.library.diagnostics.map(\.range) == [folder.marks()[0]])
    #expect(folder.marks()[0].start == 19)
  }
}
