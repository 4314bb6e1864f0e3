import ByteText
import Diagnostics
import Markdown
import Testing

@testable import Pages

@Suite("Reading a page")
struct PageParserTests {
  private func page(_ text: String, path: String = "few-shot.md") -> Page {
    page(Array(text.utf8), path: path)
  }

  private func page(_ bytes: [UInt8], path: String = "few-shot.md") -> Page {
    var parser = PageParser(dialect: Dialect(), slugRule: .mkdocs)
    return parser.parse(bytes, path: path, printedPath: "content/" + path)
  }

  @Test(
    "the title is the front matter's, else the first heading's, else the file's",
    arguments: [
      ("---\ntitle: Mine\n---\n# Other\n", "Mine", "Mine"),
      ("---\ntitle: A < B\n---\n", "A < B", "A &lt; B"),
      (
        "# The *first* `<x>`\n# Second\n", "The first <x>",
        "The <em>first</em> <code>&lt;x&gt;</code>"
      ),
      ("## Only a second level\n", "Few shot", "Few shot"), ("", "Few shot", "Few shot"),
      ("---\ntitle: \"\"\n---\n# Head\n", "Head", "Head"),
    ])
  func title(text: String, title: String, html: String) {
    let page = page(text)
    #expect(page.title == title)
    #expect(String(decoding: page.titleHTML, as: UTF8.self) == html)
  }

  @Test("the front matter is no text, and places in the body count from the file's start")
  func body() {
    let page = page("---\ntitle: A\n---\ntext [x](gone.md)\n")
    #expect(String(decoding: page.body.html, as: UTF8.self) == "<p>text <a href=\"\">x</a></p>\n")
    #expect(page.body.links.first?.range == ByteRange(26, 33))
    #expect(page.body.links.first?.path == "content/few-shot.md")
    #expect(page.size == 35)
  }

  @Test("a byte order mark stands before the front matter")
  func byteOrderMark() {
    let page = page("\u{FEFF}---\ntitle: A\n---\ntext\n")
    #expect(page.title == "A")
    #expect(page.diagnostics.isEmpty)
    #expect(String(decoding: page.body.html, as: UTF8.self) == "<p>text</p>\n")
  }

  @Test("bytes that no page may hold are told where they are, and the rest is read")
  func badBytes() {
    let page = page(Array("# A\n\na \u{2} \0 [x](y.md)\n".utf8))
    #expect(page.diagnostics.map(\.code) == [.nulByte, .controlByte])
    #expect(page.diagnostics.map(\.range) == [ByteRange(9, 10), ByteRange(7, 8)])
    #expect(page.body.links.first?.range == ByteRange(15, 19))
  }

  @Test(
    "invalid UTF-8 is told with its bytes",
    arguments: [
      ([0x41, 0xFF, 0x41], 1, 2), ([0xC3], 0, 1), ([0xC3, 0x28], 0, 1), ([0xC0, 0x80], 0, 1),
      ([0x41, 0xED, 0xA0, 0x80], 1, 2), ([0xE2, 0x82], 0, 2), ([0xF5, 0x80], 0, 1),
    ] as [([UInt8], Int, Int)])
  func encoding(bytes: [UInt8], start: Int, end: Int) {
    let found = page(bytes).diagnostics
    #expect(found.map(\.code) == [.invalidUTF8])
    #expect(found.first?.range == ByteRange(start, end))
    #expect(found.first?.message.contains("byte \(start)") == true)
  }

  @Test("platforms are those of the front matter, else those of the line")
  func platforms() {
    #expect(page("---\nplatforms: [b, a]\n---\n\n> **Platforms:** `c`\n").platforms == ["b", "a"])
    #expect(page("# A\n\n> **Platforms:** `c` `d`\n").platforms == ["c", "d"])
    #expect(page("# A\n").platforms.isEmpty)
  }

  @Test(
    "a platform line stands near the top, alone in its quote, and holds code only",
    arguments: [
      ("> **Platforms:** `a`, `b`", ["a", "b"]), (">**Platforms:** `a`\n\ntext", ["a"]),
      ("> **Platforms:** `a`\n> more", nil), ("> first\n> **Platforms:** `a`", nil),
      ("> **Platforms:** all", nil), ("> **Platforms:**", nil), ("**Platforms:** `a`", nil),
      ("> **Platforms:** `a", nil),
      (String(repeating: "\n", count: 20) + "> **Platforms:** `a`", nil),
    ] as [(String, [String]?)])
  func platformLine(text: String, ids: [String]?) {
    #expect(page(text).platformLine?.ids.map(\.value) == ids)
  }
}
