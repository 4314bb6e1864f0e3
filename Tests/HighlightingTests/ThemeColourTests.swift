import Highlighting
import Testing
import Theme

@Suite("Colours of the theme")
struct ThemeColourTests {
  @Test(
    "every class that the highlighter writes has a rule in the theme",
    arguments: Highlighter.classNames)
  func everyClassHasARule(name: String) throws {
    let file = try #require(Theme.files.first { $0.name == "code.css" })
    let rules = String(decoding: file.bytes, as: UTF8.self)
    #expect(rules.contains("\n.\(name) {"))
  }
}
