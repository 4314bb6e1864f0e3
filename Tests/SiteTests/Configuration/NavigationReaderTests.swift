import Diagnostics
import Testing
import YAML

@testable import Site

@Suite("The navigation as written")
struct NavigationReaderTests {
  private static func read(
    _ yaml: String
  ) -> (outline: [String], marked: [String], messages: [String]) {
    let bytes = Array("navigation:\n\(yaml)\n".utf8)
    let reading = SiteConfigReading(source: bytes.span, path: nil, folderName: "x")
    let text = { (range: ByteRange) in String(decoding: bytes[range.indices], as: UTF8.self) }
    let marked = reading.diagnostics.compactMap(\.range).map(text)
    return (
      outline(reading.config.navigation ?? [], text), marked, reading.diagnostics.map(\.message)
    )
  }

  /// One line an entry: indentation, title, target, and the bytes of its range.
  private static func outline(
    _ entries: [NavigationEntry], _ text: (ByteRange) -> String, indentation: String = ""
  ) -> [String] {
    entries.flatMap { entry in
      let title = entry.title.map { $0.value + ": " } ?? ""
      switch entry.target {
      case .page(let path): return ["\(indentation)\(title)page \(path) @\(text(entry.range))"]
      case .link(let url): return ["\(indentation)\(title)link \(url) @\(text(entry.range))"]
      case .section(let children):
        return ["\(indentation)\(title)section @\(text(entry.range))"]
          + outline(children, text, indentation: indentation + "  ")
      }
    }
  }

  @Test("paths, titled paths, links and sections keep their order and their places")
  func entries() {
    let read = Self.read(
      """
        - index.md
        - "Größe": size.md
        - Techniques:
          - techniques/index.md
          - Deeper:
            - Chain: techniques/chain.md
        - Forum: https://example.org/forum
        - Mail: mailto:a@example.org
      """)
    #expect(
      read.outline == [
        "page index.md @index.md", "Größe: page size.md @size.md",
        "Techniques: section @Techniques", "  page techniques/index.md @techniques/index.md",
        "  Deeper: section @Deeper", "    Chain: page techniques/chain.md @techniques/chain.md",
        "Forum: link https://example.org/forum @https://example.org/forum",
        "Mail: link mailto:a@example.org @mailto:a@example.org",
      ])
    #expect(read.messages.isEmpty)
  }

  @Test(
    "an entry that is none is reported at its place, and the others stay",
    arguments: [
      ("https://e.org", "https://e.org", "a link to another site needs a title"),
      ("[a.md]", "[a.md]", "here it is a list"), ("", "", "here it is empty"),
      ("{A: a.md, B: b.md}", "B", "has one title, here it has 2"),
      ("{A: {B: b.md}}", "{B: b.md}", "here it is a mapping"), ("{A: }", "A", "here it is empty"),
      ("{A: []}", "[]", "here it is an empty list"), ("../x.md", "../x.md", "leads out of it"),
      ("A: /x.md", "/x.md", "begins outside of it"),
    ])
  func faults(entry: String, marked: String, message: String) {
    let read = Self.read("  - first.md\n  - \(entry)\n  - last.md")
    #expect(read.outline == ["page first.md @first.md", "page last.md @last.md"])
    #expect(read.marked == [marked])
    #expect(read.messages.first?.contains(message) == true)
  }

  @Test("a navigation that is no list is reported", arguments: ["  A: a.md", "  a.md"])
  func noList(yaml: String) {
    #expect(Self.read(yaml).messages.first?.hasPrefix("the navigation must be a list") == true)
  }

  @Test("sections are nested to a bound")
  func depth() {
    func nested(_ depth: Int) -> String {
      "  - " + String(repeating: "{S: [", count: depth) + "a.md"
        + String(repeating: "]}", count: depth)
    }
    #expect(Self.read(nested(NavigationReader.deepest - 1)).messages.isEmpty)
    #expect(Self.read(nested(NavigationReader.deepest)).marked == ["S"])
  }
}
