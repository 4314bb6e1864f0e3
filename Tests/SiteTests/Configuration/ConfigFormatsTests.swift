import Testing
import YAML

@testable import Site

@Suite("Formats of turnbook.yml's texts")
struct ConfigFormatsTests {
  @Test(
    "language tags have BCP 47's form",
    arguments: [
      ("en", true), ("pt-BR", true), ("zh-Hant-TW", true), ("gsw", true), ("", false),
      ("english", false), ("e", false), ("en_US", false), ("en-", false), ("en-abcdefghi", false),
    ])
  func languageTags(text: String, isRight: Bool) {
    #expect((TextFormat.languageTag.problem(text) == nil) == isRight)
  }

  @Test(
    "a colour can hold nothing that would end its declaration",
    arguments: [
      ("#abc", true), ("#A1b2C3", true), ("teal", true), ("rgb(1, 2, 3)", true),
      ("oklch(50% 0.2 270 / 0.5)", true), ("#abcd", false), ("#ggg", false), ("", false),
      ("red;", false), ("red}", false), ("url(javascript:x)", false), ("rgb()", false),
      ("rgb(1", false), ("1px", false), ("expression(a{b})", false),
    ])
  func colours(text: String, isRight: Bool) {
    #expect((TextFormat.colour.problem(text) == nil) == isRight)
  }

  @Test(
    "a folder lies inside the project",
    arguments: [
      ("content", nil), ("./a/b/", nil), (".", nil), ("a..b", nil), ("", "is empty"),
      ("/a", "begins outside of it"), ("~/a", "begins outside of it"), ("..", "leads out of it"),
      ("a/../b", "leads out of it"), ("a\\b", "contains a backslash"),
      ("a\u{0}", "contains a control character"),
    ] as [(String, String?)])
  func folders(text: String, problem: String?) {
    #expect(TextFormat.folder.problem(text) == problem)
  }
}
