import Diagnostics
import Testing
import YAML

@testable import Pages

@Suite("Front matter")
struct FrontMatterReadingTests {
  private struct Page {
    let bytes: [UInt8]
    let reading: FrontMatterReading

    init(_ yaml: String) {
      self.init(page: "---\n" + yaml + "\n---\nbody")
    }

    init(page: String) {
      let bytes = Array(page.utf8)
      self.bytes = bytes
      reading = FrontMatterReading(source: bytes.span, path: "page.md")
    }

    var values: FrontMatter { reading.frontMatter }
    var codes: [String] { reading.diagnostics.map(\.code.id) }
    var marked: [String?] { reading.diagnostics.map { text($0.range) } }

    func text(_ range: ByteRange?) -> String? {
      range.map { String(decoding: bytes[$0.indices], as: UTF8.self) }
    }
  }

  @Test("every key of the table reaches its value")
  func allKeys() {
    let page = Page(
      """
      title: Grüße
      description: What it is
      id: multi-turn
      kind: use-case
      platforms: [claude, m365-copilot]
      pitfalls:
        - {title: Losing track, problem: Too long, fix: Sum up, severity: warning}
        - title: Second
      related: [../chain.md, {page: b.md, note: why}]
      pattern: false
      slug: turns
      goal: {statement: A plan, done_when: [it is written, it is agreed]}
      tags: [a, 2]
      date: 2025-01-31
      updated: 2025-02-01 10:00
      authors: [me]
      draft: yes
      order: -3
      redirect_from: old/place/
      search: {exclude: true, boost: 0.5}
      template: home.html
      hide: [toc]
      icon: material/x
      """)
    let values = page.values
    #expect(page.codes.isEmpty)
    #expect(values.title?.value == "Grüße")
    #expect(page.text(values.title?.range) == "Grüße")
    #expect(values.description?.value == "What it is")
    #expect(values.id?.value == "multi-turn")
    #expect(values.kind?.value == .useCase)
    #expect(values.platforms?.map(\.value) == ["claude", "m365-copilot"])
    #expect(values.platforms?.map { page.text($0.range) } == ["claude", "m365-copilot"])
    #expect(values.pitfalls.map(\.title.value) == ["Losing track", "Second"])
    #expect(values.pitfalls.first?.problem?.value == "Too long")
    #expect(values.pitfalls.first?.fix?.value == "Sum up")
    #expect(values.pitfalls.first?.severity?.value == "warning")
    #expect(page.text(values.pitfalls.last?.range) == "title: Second")
    #expect(values.related.map(\.page.value) == ["../chain.md", "b.md"])
    #expect(values.related.map(\.note?.value) == [nil, "why"])
    #expect(!values.extractsPattern)
    #expect(values.slug?.value == "turns")
    #expect(values.goal?.statement.value == "A plan")
    #expect(values.goal?.doneWhen.map(\.value) == ["it is written", "it is agreed"])
    #expect(values.tags.map(\.value) == ["a", "2"])
    #expect(values.date?.value.dayText == "2025-01-31")
    #expect(values.updated?.value.timestamp == "2025-02-01T10:00:00Z")
    #expect(values.authors.map(\.value) == ["me"])
    #expect(values.isDraft)
    #expect(values.order == -3)
    #expect(values.redirectFrom.map(\.value) == ["old/place/"])
    #expect(values.search == FrontMatter.Search(isExcluded: true, boost: 0.5))
    #expect(values.template?.value == "home.html")
    #expect(values.hide.map(\.value) == ["toc"])
    #expect(values.meta.map(\.key) == ["icon"])
  }

  @Test("a page without front matter has defaults and begins at its first byte")
  func none() {
    let page = Page(page: "# Title\n")
    #expect(page.values == FrontMatter())
    #expect(page.reading.bodyStart == 0)
    #expect(page.codes.isEmpty)
  }

  @Test("every key of the table is read, none of them is handed to templates as unknown")
  func tableIsRead() {
    for field in FrontMatter.record.fields {
      let page = Page("\(field.name): x\nother: y")
      #expect(page.values.meta.map(\.key) == ["other"], "\(field.name)")
    }
  }

  @Test("a key without a value counts as absent")
  func emptyValues() {
    let page = Page(FrontMatter.record.fields.map { "\($0.name):" }.joined(separator: "\n"))
    #expect(page.values == FrontMatter())
    #expect(page.codes.isEmpty)
  }

  @Test("a variable's declaration is read whole")
  func variables() throws {
    let page = Page(
      """
      variables:
        topic:
        größe:
          slot: how large
          label: Size
          description: In metres
          type: choice
          default: small
          required: false
          choices: [small, large]
          example: [small, large]
          multiline: no
          list: true
          remember: session
          aliases: [size]
      """)
    #expect(page.codes.isEmpty)
    #expect(page.values.variables.map(\.name.value) == ["topic", "größe"])
    #expect(page.text(page.values.variables.first?.range) == "topic")
    let size = try #require(page.values.variables.last)
    #expect(size.slot?.value == "how large")
    #expect(size.label?.value == "Size")
    #expect(size.description?.value == "In metres")
    #expect(size.type?.value == .choice)
    #expect(size.isRequired?.value == false)
    #expect(size.choices?.map(\.value) == ["small", "large"])
    #expect(size.isMultiline?.value == false)
    #expect(size.isList?.value == true)
    #expect(size.remember?.value == .session)
    #expect(size.aliases.map(\.value) == ["size"])
    guard case .text(let value) = size.defaultValue, case .list(let values) = size.example else {
      Issue.record("the default is a text, the example a list")
      return
    }
    #expect(value.value == "small")
    #expect(values.map { page.text($0.range) } == ["small", "large"])
  }

  @Test("a goal may be a text alone, redirects a list, the date Material's mapping")
  func otherForms() {
    let page = Page(
      "goal: A plan\nredirect_from: [a.md, /b/]\ndate: {created: 2025-01-02, updated: 2025-03-04}")
    #expect(page.codes.isEmpty)
    #expect(page.values.goal?.statement.value == "A plan")
    #expect(page.values.redirectFrom.map(\.value) == ["a.md", "/b/"])
    #expect(page.values.date?.value.dayText == "2025-01-02")
    #expect(page.values.updated?.value.dayText == "2025-03-04")
  }

  @Test(
    "a value that its key does not allow is reported at the value, and left out",
    arguments: [
      ("slug: a/b", "TB-Y013", "a/b"), ("slug: ..", "TB-Y013", ".."),
      ("slug: ''", "TB-Y013", "''"), ("slug: \"a\\0b\"", "TB-Y013", "\"a\\0b\""),
      ("template: ../secret", "TB-Y013", "../secret"), ("id: a b", "TB-Y013", "a b"),
      ("kind: techniqe", "TB-Y013", "techniqe"), ("tags: {a: b}", "TB-Y012", "{a: b}"),
      ("title: [a]", "TB-Y012", "[a]"), ("draft: 'yes'", "TB-Y012", "'yes'"),
      ("order: 1.5", "TB-Y012", "1.5"), ("date: 2025-02-30", "TB-Y012", "2025-02-30"),
      ("redirect_from: [https://e.org/a]", "TB-Y013", "https://e.org/a"),
      ("redirect_from: ../x", "TB-Y013", "../x"), ("search: {boost: -1}", "TB-Y012", "-1"),
      ("pitfalls: [{problem: x}]", "TB-Y015", "{problem: x}"),
      ("related: [{note: x}]", "TB-Y015", "{note: x}"),
      ("variables: {a b: }", "TB-Y013", "a b"),
      ("variables: {a: {type: strng}}", "TB-Y013", "strng"),
    ])
  func wrongValues(yaml: String, code: String, marked: String) {
    let page = Page(yaml)
    #expect(page.codes == [code])
    #expect(page.marked == [marked])
    #expect(page.values.slug == nil && page.values.template == nil && page.values.id == nil)
    #expect(page.values.redirectFrom.isEmpty && page.values.related.isEmpty)
  }

  @Test("the words of a wrong type say what was expected and what is there")
  func words() {
    let page = Page("tags: {a: b}")
    #expect(
      page.reading.diagnostics.map(\.message) == [
        "\"tags\" must be a list of words, here it is a mapping"
      ])
  }

  @Test("an unknown key is kept in its order; one that looks like a typing error is a warning")
  func unknownKeys() {
    let page = Page("titel: x\nicon: material/x\nauthor: me\ntags: [a]")
    #expect(page.codes == ["TB-Y014"])
    #expect(page.reading.diagnostics.first?.severity == .warning)
    #expect(page.reading.diagnostics.first?.help == "did you mean \"title\"?")
    #expect(page.values.meta.map(\.key) == ["titel", "icon", "author"])
  }

  @Test("an unknown key inside a known one is an error")
  func unknownNestedKey() {
    let page = Page("pitfalls: [{title: a, severty: b}]")
    #expect(page.codes == ["TB-Y014"])
    #expect(page.reading.diagnostics.first?.severity == .error)
    #expect(page.marked == ["severty"])
  }

  @Test("everything wrong is told in one run, broken YAML included")
  func allAtOnce() {
    let page = Page("tags: x\ntitle: a: b\ntags: [y]\ndraft: 3\nslug: a/b")
    #expect(Set(page.codes) == ["TB-Y003", "TB-Y004", "TB-Y012", "TB-Y013"])
    #expect(page.codes.filter { $0 == "TB-Y012" }.count == 2)
  }

  @Test("front matter without an end is an error at its first line, and its keys are read")
  func unclosed() {
    let page = Page(page: "---\ntitle: x\ntags: a\n\n# Title\n")
    #expect(page.codes == ["TB-Y010", "TB-Y012"])
    #expect(page.marked == ["---", "a"])
    #expect(page.values.title?.value == "x")
    #expect(page.reading.bodyStart == 21)
  }

  @Test("front matter that is no mapping is an error", arguments: ["- a", "prose", "a:b"])
  func noMapping(yaml: String) {
    let page = Page(yaml)
    #expect(page.codes == ["TB-Y011"])
    #expect(page.marked == [yaml])
  }

  @Test("when a page's text was taken for front matter, one fault names the line where it ends")
  func forgottenEnd() {
    let page = Page(
      page: "---\ntitle: x\n\nSome prose here.\n\nMore: prose: follows.\n\n---\nmore\n")
    #expect(page.codes == ["TB-Y001"])
    #expect(page.marked == ["Some prose here."])
    #expect(page.reading.diagnostics.first?.notes == ["the front matter ends on line 8"])
  }

  @Test("blank lines between keys are no reason to keep a fault back")
  func blankLines() {
    let page = Page("title: x\n\ndescription: a: b\n\nauthors: [c\n\nid: @d")
    #expect(page.codes == ["TB-Y003", "TB-Y001", "TB-Y001"])
    #expect(page.marked == [":", "[", "@"])
  }

  @Test("ranges count from the start of the file, a byte order mark included")
  func byteOrderMark() {
    let page = Page(page: "\u{FEFF}---\r\ntitle: Grüße\r\ntags: ü\r\n---\r\nbody")
    #expect(page.marked == ["ü"])
    #expect(page.text(page.values.title?.range) == "Grüße")
  }
}
