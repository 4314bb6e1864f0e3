import Testing

struct DiffLexerTests {
  static let cases = [
    Case(
      "headers, hunks and lines", "--- a\n+++ b\n@@ -1 +1 @@\n-a\n+b\n c",
      ["gh --- a", "gh +++ b", "gh @@ -1 +1 @@", "gd -a", "gi +b"]),
    Case(
      "a deleted comment of SQL is no header", "@@ @@\n--- a\n-b",
      ["gh @@ @@", "gd --- a", "gd -b"]),
    Case(
      "what git says", "diff --git a b\nnew file mode 1\n\\ No newline",
      ["gh diff --git a b", "gh new file mode 1", "c \\ No newline"]),
  ]

  @Test("differences are coloured by their rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "diff")
    #expect(found == example.colours)
  }
}
