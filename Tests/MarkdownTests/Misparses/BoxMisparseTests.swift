import Diagnostics
import Markdown
import Testing

struct BoxMisparseTests {
  @Test(
    "a body that is indented by too little is reported where it begins",
    arguments: [
      MisparseCase(
        "of two lines", "!!! note\n  «a»\n    b\n\n  c\n\nd\n",
        fixed: "!!! note\n    a\n      b\n\n    c\n\nd\n"),
      MisparseCase(
        "after a blank line", "=== \"A\"\n\n   «- a»\n", fixed: "=== \"A\"\n\n    - a\n"),
      MisparseCase("by one space", "??? \"A\"\n «a»\n", fixed: "??? \"A\"\n    a\n", isSafe: false),
      MisparseCase(
        "in an item", "- a\n\n  !!! note\n    «b»\n\n- c\n",
        fixed: "- a\n\n  !!! note\n      b\n\n- c\n"),
      MisparseCase(
        "with a marker in it, which is not reported as well", "!!! note\n  «!!! tip»\n      a\n",
        fixed: "!!! note\n    !!! tip\n        a\n"),
    ])
  func body(_ example: MisparseCase) { example.check(.shallowBody) }

  @Test(
    "a line that looks like the marker of a box or tab and is none is reported",
    arguments: [
      MisparseCase("single quotes", "!!! note «'A b'»\n", fixed: "!!! note \"A b\"\n"),
      MisparseCase("curly quotes", "??? tip «“A b”»\n", fixed: "??? tip \"A b\"\n"),
      MisparseCase("curly quotes around one word", "!!! note «“A”»\n", fixed: "!!! note \"A\"\n"),
      MisparseCase("a collapsible's quotes", "???+ «'A'»\n", fixed: "???+ \"A\"\n"),
      MisparseCase("no type", "«!!! \"A\"»\n", fixed: "!!! note \"A\"\n", isSafe: false),
      MisparseCase(
        "no closing quote", "!!! note «\"A»\n", fixed: "!!! note \"A\"\n", isSafe: false),
      MisparseCase(
        "an attribute list", "!!! note \"A\"« {.b}»\n", fixed: "!!! note \"A\"\n", isSafe: false),
      MisparseCase("spaces in front", "  «!!! note»\n      a\n", fixed: "!!! note\n      a\n"),
      MisparseCase(
        "four marks", "«!!!!» note \"A\"\n\n«????» \"B\"\n", fixed: "!!! note \"A\"\n\n??? \"B\"\n"),
      MisparseCase("a tab without quotes", "=== «A b»\n\n    c\n", fixed: "=== \"A b\"\n\n    c\n"),
      MisparseCase("a tab in single quotes", "===! «'A'»\n", fixed: "===! \"A\"\n"),
      MisparseCase("four equals signs", "«====» \"A\"\n\n    b\n", fixed: "=== \"A\"\n\n    b\n"),
      MisparseCase(
        "in a body", "!!! note\n    a\n    !!! tip «'b'»\n",
        fixed: "!!! note\n    a\n    !!! tip \"b\"\n"),
    ])
  func marker(_ example: MisparseCase) { example.check(.brokenMarker) }

  @Test(
    "tabs and spaces in one body are reported once",
    arguments: [
      MisparseCase(
        "spaces first", "!!! note\n    a\n\n«\t»b\n\tc\n",
        fixed: "!!! note\n    a\n\n    b\n    c\n"),
      MisparseCase(
        "tabs first", "!!! note\n\ta\n\n«    »b\n\tc\n", fixed: "!!! note\n    a\n\n    b\n    c\n"),
      MisparseCase("on one line", "!!! note\n«  \t»a\n", fixed: "!!! note\n    a\n"),
    ])
  func indentation(_ example: MisparseCase) { example.check(.mixedIndentation) }

  @Test(
    "what is right is not reported",
    arguments: [
      "!!! note\n    a\n\n  b", "!!! note\n\ta\n\n\tb", "!!! note\n\na",
      "!!! note \"It's 'a'\"\n    b",
      "!!! wow\n    a", "a\n!!!", "!!! surely 'this' is\n", "a\n===\n\n    b",
      "a\n=== b ===\n    c",
      "    !!! note 'a'", "```\n!!! note 'a'\n=== b\n\n    c\n```", "`!!! note 'a'`", "????",
      "What???? note", "!!!! wow", "??? 'a'b", "!!! note end inline\n    a",
      "- !!! note\n      a\n\n- b\n\n   !!! tip\n       c", "??? \"A\"\n    b\n???+ note \"c\"\n",
      "!!! note \"\"\n    a", "=== \"A\"\n\n    ```\n\tb\n    ```\n" + "", ":   !!! note 'x",
    ].filter { !$0.contains("\tb\n    ```") })
  func silence(_ source: String) { MisparseCase.checkSilence(source) }
}
