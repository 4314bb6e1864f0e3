import ByteText
import Testing

struct EscapingTests {
  @Test(
    "text is escaped for content and double-quoted attributes",
    arguments: [
      ("", ""), ("plain é", "plain é"), ("a&&b", "a&amp;&amp;b"), ("&amp;", "&amp;amp;"),
      ("<a b=\"c\">&'", "&lt;a b=&quot;c&quot;&gt;&amp;'"),
    ])
  func text(plain: String, escaped: String) {
    var buffer = ByteBuffer()
    buffer.append(escaping: plain)
    #expect(buffer.array == Array(escaped.utf8))
  }

  @Test(
    "a URL keeps what it may hold and its own escapes",
    arguments: [
      ("a/b.md?x=1&y=%20#z", "a/b.md?x=1&amp;y=%20#z"), ("a b", "a%20b"),
      ("é'\"", "%C3%A9&#x27;%22"), ("[x]\\", "%5Bx%5D%5C"), ("~$*", "~$*"),
    ])
  func url(raw: String, escaped: String) {
    var buffer = ByteBuffer()
    buffer.append(escapingURL: Array(raw.utf8))
    #expect(buffer.array == Array(escaped.utf8))
  }

  @Test(
    "in a path a percent sign, a question mark and a number sign are part of a name",
    arguments: [
      ("a/b.md", "a/b.md"), ("100%?#.md", "100%25%3F%23.md"), ("a b&c", "a%20b%26c"),
      ("#", "%23"), ("", ""),
    ])
  func path(raw: String, escaped: String) {
    var buffer = ByteBuffer()
    buffer.append(escapingPath: Array(raw.utf8))
    #expect(buffer.array == Array(escaped.utf8))
  }
}
