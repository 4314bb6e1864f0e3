import ByteText
import Testing

struct SlugTests {
  @Test(
    "a slug by the rule of mkdocs keeps ASCII letters, digits, dashes and underscores",
    arguments: [
      ("Multi-Turn  Conversations", "multi-turn-conversations"), ("Ünï ﬁne ²", "uni-fine-2"),
      ("a -- b", "a-b"), ("--a--", "-a-"), ("snake_case_", "snake_case_"), ("日本", ""), ("", ""),
      ("What's new? (2024)", "whats-new-2024"), (" a\u{A0}b\tc ", "a-b-c"), ("C++ & C#", "c-c"),
    ])
  func mkdocs(text: String, slug: String) {
    #expect(SlugRule.mkdocs.slug(of: text) == slug)
  }

  @Test(
    "a slug by the Unicode rule keeps letters of every script",
    arguments: [("Größe – 日本", "größe-日本"), ("A  B!", "a-b"), ("Ωmega_1", "ωmega_1")])
  func unicode(text: String, slug: String) {
    #expect(SlugRule.unicode.slug(of: text) == slug)
  }

  @Test(
    "a slug by the rule of GitHub turns each space into a dash",
    arguments: [("A  B & C", "a--b--c"), ("Größe!", "größe"), ("a-b_c", "a-b_c")])
  func github(text: String, slug: String) {
    #expect(SlugRule.github.slug(of: text) == slug)
  }
}
