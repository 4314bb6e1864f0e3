import Diagnostics
import Testing

@testable import Pages

@Suite("Where front matter stands")
struct FrontMatterBlockTests {
  private static func parts(_ text: String) -> (
    yaml: String?, body: String, block: FrontMatterBlock
  ) {
    let bytes = Array(text.utf8)
    let block = FrontMatterBlock(in: bytes.span)
    let yaml = block.yaml.map { String(decoding: bytes[$0], as: UTF8.self) }
    return (yaml, String(decoding: bytes[block.bodyStart...], as: UTF8.self), block)
  }

  @Test(
    "it ends with a line of dashes or dots, and the text begins after it",
    arguments: [
      ("---\na: 1\n---\nbody\n", "a: 1\n", "body\n"),
      ("---  \na: 1\n---\t\nbody", "a: 1\n", "body"),
      ("---\na: 1\n...\nbody", "a: 1\n", "body"),
      ("---\r\na: 1\r\n---\r\nbody", "a: 1\r\n", "body"),
      ("---\ra: 1\r---\rbody", "a: 1\r", "body"),
      ("\u{FEFF}---\na: 1\n---\nbody", "a: 1\n", "body"),
      ("---\n---\nbody", "", "body"),
      ("---\n\n---\nbody", "\n", "body"),
      ("---\na: 1\n---", "a: 1\n", ""),
      ("---\n\ntitle: x\n---\nbody", "\ntitle: x\n", "body"),
      ("---\n# comment\ntitle: x\n---\nbody", "# comment\ntitle: x\n", "body"),
      ("---\na: 1\n----\n---\nbody", "a: 1\n----\n", "body"),
      ("---\n- a\n---\nbody", "- a\n", "body"),
    ])
  func found(text: String, yaml: String, body: String) {
    let parts = Self.parts(text)
    #expect(parts.yaml == yaml)
    #expect(parts.body == body)
    #expect(parts.block.unclosed == nil)
  }

  @Test(
    "a page without it begins at its first byte, the byte order mark left out",
    arguments: [
      ("", ""), ("text", "text"), ("----\na: 1\n---\n", "----\na: 1\n---\n"),
      (" ---\na: 1\n---\n", " ---\na: 1\n---\n"), ("\u{FEFF}# Hi", "# Hi"), ("---", "---"),
      ("--- a\nb: 1\n---\n", "--- a\nb: 1\n---\n"),
    ])
  func absent(text: String, body: String) {
    let parts = Self.parts(text)
    #expect(parts.yaml == nil)
    #expect(parts.body == body)
  }

  @Test(
    "a thematic break at the top of a page is text",
    arguments: [
      "---\n\nSome text.\n\n---\n\nMore.\n", "---\n\n# Title\n\n---\n", "---\nSome text.\n",
      "---\n# Title\n\nText: more.\n", "---\n\nNote: this is prose.\n", "---\n",
    ])
  func thematicBreak(text: String) {
    let parts = Self.parts(text)
    #expect(parts.yaml == nil)
    #expect(parts.body == text)
    #expect(parts.block.unclosed == nil)
  }

  @Test(
    "without a closing line it ends at the first blank one",
    arguments: [
      ("---\na: 1\nb: 2\n\n# Title\n", "a: 1\nb: 2\n", "\n# Title\n"),
      ("---\na: 1", "a: 1", ""),
    ])
  func unclosed(text: String, yaml: String, body: String) {
    let parts = Self.parts(text)
    #expect(parts.yaml == yaml)
    #expect(parts.body == body)
    #expect(parts.block.unclosed == ByteRange(0, 3))
  }
}
