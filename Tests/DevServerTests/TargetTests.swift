import Testing

@testable import DevServer

@Suite("What a request asks for")
struct TargetTests {
  @Test(
    "is decoded part by part",
    arguments: [
      ("/", [""]), ("/a", ["a"]), ("/a/", ["a", ""]), ("/a/b.html", ["a", "b.html"]),
      ("/a%20b/c+d", ["a b", "c+d"]), ("/%E2%82%AC", ["€"]), ("/a//b", ["a", "", "b"]),
      ("/%2e%2e%2e", ["..."]), ("/...", ["..."]), ("/.well", [".well"]), ("/a%3Fb%23", ["a?b#"]),
      ("/a%5Cb", ["a\\b"]), ("/%252e%252e/a", ["%2e%2e", "a"]),
    ])
  func parts(target: String, parts: [String]) {
    #expect(RequestTarget(target)?.parts == parts)
  }

  /// The encodings by which programs have been led out of their folders.
  static let ways = [
    "/..", "/../etc/passwd", "/a/../b", "/./a", "/a/.", "/a/..", "/%2e%2e/a", "/%2E%2E/a",
    "/.%2e/a", "/%2e./a", "/a/%2e", "/..%2fa", "/%2e%2e%2fa", "/a%2Fb", "/%2fetc/passwd",
    "/a%00.html", "/%00", "/%c0%ae%c0%ae/a", "/%c0%af", "/%ff", "/%e2%82", "/%", "/%2", "/a%zz",
    "/%u002e", "/a%-1", "etc/passwd", "", "*", "?a", "file:///etc/passwd", "ftp://localhost/a",
  ]

  @Test("is nothing that leads out of a site, however it is written", arguments: ways)
  func outside(target: String) { #expect(RequestTarget(target) == nil) }

  @Test("may be a whole URL, whose host counts")
  func absolute() {
    let target = RequestTarget("http://evil.example:80/a%20b")
    #expect(target?.authority == "evil.example:80")
    #expect(target?.parts == ["a b"])
    #expect(RequestTarget("HTTP://localhost")?.parts == [""])
  }
}
