import Testing
import YAML

@testable import Pages

@Suite("Formats of front matter's texts")
struct FrontMatterFormatsTests {
  @Test(
    "a path segment is any name that stays in its folder", arguments: ["a", "größe", "a b", ".x"])
  func pathSegment(text: String) {
    #expect(TextFormat.pathSegment.problem(text) == nil)
  }

  @Test(
    "what leaves the folder, or cannot be a name, is no path segment",
    arguments: [
      ("", "is empty"), ("a/b", "contains a slash"), ("a\\b", "contains a backslash"),
      ("..", "is a folder's own name for itself or the one above"),
      ("a\u{0}", "contains a control character"), ("a\nb", "contains a control character"),
    ])
  func noPathSegment(text: String, problem: String) {
    #expect(TextFormat.pathSegment.problem(text) == problem)
  }

  @Test(
    "a plain name has letters, digits, dots, dashes and underscores",
    arguments: [
      ("home.html", nil), ("m365-copilot", nil), ("größe_1", nil), ("नमस्ते", nil),
      ("", "is empty"), (".hidden", "begins with a dot"), ("a b", "contains a space"),
      ("a/b", "contains \"/\""), ("a\"b", "contains \"\"\""),
    ] as [(String, String?)])
  func plainName(text: String, problem: String?) {
    #expect(TextFormat.plainName.problem(text) == problem)
  }

  @Test(
    "a variable's name has letters, digits and underscores",
    arguments: [
      ("their_concerns_1", nil), ("größe", nil), ("a-b", "contains \"-\""), ("", "is empty"),
    ] as [(String, String?)])
  func variableName(text: String, problem: String?) {
    #expect(TextFormat.variableName.problem(text) == problem)
  }

  @Test(
    "a former path is one of this site",
    arguments: [
      ("old.md", nil), ("/a/b/", nil), ("a b/", nil), ("", "is empty"),
      ("https://e.org/", "is on another host"), ("//e.org/", "is on another host"),
      ("../a", "leaves its folder"), ("a\\b", "contains a backslash"),
      ("a\tb", "contains a control character"),
    ] as [(String, String?)])
  func formerPath(text: String, problem: String?) {
    #expect(TextFormat.formerPath.problem(text) == problem)
  }
}
