import CCMark
import Foundation
import Markdown
import Testing

@Suite(
  "Agreement with libcmark", .enabled(if: SharedFolder.hasCorpora, SharedFolder.withoutCorpora))
struct LibraryAgreementTests {
  @Test(
    "without the dialect a page is byte for byte what libcmark's own renderer writes",
    arguments: SharedFolder.everything)
  func page(_ page: SharedFolder.Page) throws {
    let html = try #require(
      page.text.withCString { cmark_markdown_to_html($0, page.text.utf8.count, CMARK_OPT_UNSAFE) })
    defer { free(html) }
    #expect(RenderedText(page.text, dialect: .commonMark).html == String(cString: html))
  }

  @Test("the corpora are all there")
  func count() { #expect(SharedFolder.corpus.count >= 96) }
}
