import ByteText
import Testing

@Suite("Patterns for paths")
struct GlobTests {
  @Test(
    "match whole paths",
    arguments: [
      ("a.md", "a.md", true), ("a.md", "b/a.md", false), ("*.md", "a.md", true),
      ("*.md", "a/b.md", false), ("**/*.md", "a.md", true), ("**/*.md", "a/b/c.md", true),
      ("a/**", "a/b/c.md", true), ("a/**", "ab/c.md", false), ("a/", "a/b/c.md", true),
      ("a/", "a.md", false), ("a/**/z.md", "a/z.md", true), ("a/**/z.md", "a/b/c/z.md", true),
      ("?.md", "a.md", true), ("?.md", "ab.md", false), ("?.md", "ä.md", true),
      ("*-draft*", "my-draft-2.md", true), ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false),
      ("*", "a/b", false), ("**", "a/b", true), ("", "a", false),
    ])
  func matching(pattern: String, path: String, isMatch: Bool) {
    #expect(Glob(pattern).matches(path) == isMatch)
  }

  @Test("many stars take no time without end")
  func hostile() {
    let pattern = String(repeating: "*a", count: 60) + "b"
    #expect(!Glob(pattern).matches(String(repeating: "a", count: 5000)))
  }
}
