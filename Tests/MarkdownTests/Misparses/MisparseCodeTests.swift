import Diagnostics
import Markdown
import Testing

struct MisparseCodeTests {
  @Test(
    "the wrong example of a code provokes it, the right one nothing",
    arguments: [
      Code.shallowBody, .brokenMarker, .missingBlankLine, .shallowItem, .mixedIndentation,
      .spaceInLink, .brokenLink, .unknownReference, .unknownFootnote, .wrongEncoding,
    ])
  func examples(_ code: Code) throws {
    let wrong = try #require(code.wrong)
    let right = try #require(code.right)
    let found = RenderedText(wrong + "\n").page.diagnostics
    #expect(found.map(\.code) == [code])
    #expect(found.map(\.severity) == [code.severity])
    // The targets of the examples are not looked up here.
    #expect(RenderedText(right + "\n").page.diagnostics.isEmpty)
    #expect(!code.explanation.isEmpty)
  }
}
