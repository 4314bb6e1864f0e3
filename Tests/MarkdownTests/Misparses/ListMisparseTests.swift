import Diagnostics
import Markdown
import Testing

struct ListMisparseTests {
  @Test(
    "a list or table right after a line of text is reported",
    arguments: [
      MisparseCase("a list", "a\n«-» b\n- c\n", fixed: "a\n\n- b\n- c\n"),
      MisparseCase("a numbered list", "a\nb\n«1.» c\n", fixed: "a\nb\n\n1. c\n"),
      MisparseCase("a table", "a\n«| b |»\n|---|\n", fixed: "a\n\n| b |\n|---|\n"),
      MisparseCase("in a quote", "> a\n> «-» b\n", fixed: "> a\n>\n> - b\n"),
      MisparseCase(
        "in a body", "!!! note\n    a\n    «-» b\n", fixed: "!!! note\n    a\n\n    - b\n"),
      MisparseCase("with CR LF", "a\r\n«-» b\r\n", fixed: "a\r\n\r\n- b\r\n"),
      MisparseCase(
        "a table in an item", "- a\n  «| b |»\n  |---|\n", fixed: "- a\n\n  | b |\n  |---|\n",
        isSafe: false),
    ])
  func blankLine(_ example: MisparseCase) { example.check(.missingBlankLine) }

  @Test(
    "a list below an item that is indented by too little is reported",
    arguments: [
      MisparseCase(
        "by two spaces", "1. a\n  «-» b\n  - c\n2. d\n", fixed: "1. a\n   - b\n   - c\n2. d\n"),
      MisparseCase("by one", "1. a\n «*» b\n   c\n", fixed: "1. a\n   * b\n     c\n"),
      MisparseCase("below two digits", "10. a\n   «-» b\n", fixed: "10. a\n    - b\n"),
      MisparseCase("after a blank line", "1. a\n\n  «-» b\n", fixed: "1. a\n\n   - b\n"),
      MisparseCase("with numbers", "1. a\n  «1.» b\n", fixed: "1. a\n   1. b\n", isSafe: false),
      MisparseCase("in an item", "- 1. a\n    «-» b\n", fixed: "- 1. a\n     - b\n"),
      MisparseCase("in a quote", "> 1. a\n>   «-» b\n"),
    ])
  func nested(_ example: MisparseCase) { example.check(.shallowItem) }

  @Test(
    "what is right is not reported",
    arguments: [
      "a\n\n- b\n\n1. c\n", "# a\n- b\n", "- a\n  - b\n    - c\n", "- a\n- b\n", "a\n2. b\n",
      "a\n*b*\n",
      "1. a\n   - b\n", "1. a\n- b\n", "1. a\n2. b\n 3. c\n", "- a\n - b\n", "a\n---\n- b\n",
      "```\na\n- b\n```\n", "1. a\n   b\n\n    - c\n", "<div>\na\n- b\n</div>\n",
      "[a]: b\n- c\n\n[a]",
      "1. a\n  b\n", "1. ```\n   a\n   - b\n   ```\n", "- a\n  b\n  - c\n",
      "a\n\n| b |\n|---|\n| c |\n- d\n",
    ])
  func silence(_ source: String) { MisparseCase.checkSilence(source) }
}
