import ByteText
import Diagnostics
import Reporting
import Testing

@Suite("Unified diffs")
struct UnifiedDiffTests {
  private func diff(
    _ old: String, _ edits: [(Int, Int, String)], path: String = "a.md", color: Bool = false
  ) -> String {
    let edits = edits.map {
      Edit(path: path, range: ByteRange($0.0, $0.1), replacement: $0.2)
    }
    var output = ByteBuffer()
    UnifiedDiff(path: path, old: Array(old.utf8), edits: edits)
      .write(color: color, into: &output)
    return String(decoding: output.array, as: UTF8.self)
  }

  @Test("a change stands among three lines before and after it")
  func context() {
    #expect(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", [(8, 9, "five")]) == """
        --- a/a.md
        +++ b/a.md
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test("changes six lines apart share a hunk, those farther apart do not")
  func hunks() {
    let lines = "a\nb\nc\nd\ne\nf\ng\nh\ni\n"
    #expect(diff(lines, [(0, 1, "A"), (14, 15, "H")]).split(separator: "@@ -").count == 2)
    #expect(diff(lines, [(0, 1, "A"), (16, 17, "I")]).split(separator: "@@ -").count == 3)
  }

  @Test("changed lines side by side are taken away together and put in together")
  func neighbours() {
    #expect(
      diff("a\nb\nc\n", [(0, 1, "A"), (2, 3, "B")])
        == "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n-a\n-b\n+A\n+B\n c\n")
  }

  @Test("lines that stay in the middle of a large edit are context")
  func middle() {
    #expect(
      diff("a\nb\nc\nd\n", [(0, 7, "A\nb\nb\nc\nD")])
        == "--- a/a.md\n+++ b/a.md\n@@ -1,4 +1,5 @@\n-a\n+A\n b\n+b\n c\n-d\n+D\n")
  }

  @Test("a last line without an end is marked on each side")
  func noNewline() {
    #expect(
      diff("a\nb", [(3, 3, "\n")]) == """
        --- a/a.md
        +++ b/a.md
        @@ -1,2 +1,2 @@
         a
        -b
        \\ No newline at end of file
        +b

        """)
  }

  @Test("Windows line endings are kept, and only the line that changes is shown")
  func windows() {
    #expect(
      diff("a\r\nb\r\n", [(3, 4, "c")])
        == "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n")
  }

  @Test(
    "nothing is written where nothing changes",
    arguments: [[], [(0, 1, "a")], [(0, 4, "a\nb\n")], [(2, 2, "")]])
  func nothing(edits: [(Int, Int, String)]) {
    #expect(diff("a\nb\n", edits).isEmpty)
  }

  @Test("a file's name is quoted where it must be")
  func names() {
    #expect(diff("a", [(0, 1, "b")], path: "a b.md").hasPrefix("--- a/a b.md\t\n+++ b/a b.md\t\n"))
    #expect(
      diff("a", [(0, 1, "b")], path: "\"\\\t日.md").hasPrefix("--- \"a/\\\"\\\\\\011日.md\"\n"))
  }

  @Test("for a terminal it has colours, and nothing that a terminal obeys")
  func color() {
    #expect(
      diff("a\u{1B}[2J\tb\r\n", [(0, 1, "c")], path: "a\u{1B}.md", color: true) == """
        \u{1B}[1m--- a/a␛.md\u{1B}[0m
        \u{1B}[1m+++ b/a␛.md\u{1B}[0m
        \u{1B}[36m@@ -1 +1 @@\u{1B}[0m
        \u{1B}[1;31m-a␛[2J\tb␍\u{1B}[0m
        \u{1B}[32m+c␛[2J\tb␍\u{1B}[0m

        """)
  }
}
