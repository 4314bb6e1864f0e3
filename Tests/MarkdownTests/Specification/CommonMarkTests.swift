import Markdown
import Testing

@Suite(
  "CommonMark 0.30",
  .enabled(if: SharedFolder.hasSpecifications, SharedFolder.withoutSpecifications))
struct CommonMarkTests {
  @Test(
    "without the dialect a page is what the specification says",
    arguments: try Example.all(in: "commonmark-0.30.json", count: 652))
  func example(_ example: Example) {
    #expect(RenderedText(example.markdown, dialect: .commonMark).html == example.html)
  }
}
