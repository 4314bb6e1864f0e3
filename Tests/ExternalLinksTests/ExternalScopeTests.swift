import ByteText
import Testing

@testable import ExternalLinks

@Suite("Which addresses are asked")
struct ExternalScopeTests {
  private func isAsked(_ url: String, include: [String] = [], exclude: [String] = []) -> Bool {
    var options = ExternalOptions(version: "0")
    options.include = include
    options.exclude = exclude
    guard case .asked = ExternalScope(options).verdict(on: url) else { return false }
    return true
  }

  @Test(
    "what is on the web is asked",
    arguments: [
      "https://swift.org", "HTTP://swift.org/a", "//swift.org/a", "http://127.0.0.1:80/",
      "http://10.0.0.1/", "https://[::1]/", "https://notexample.com", "https://my-example.org/",
      "https://example.swift.org/",
    ])
  func asked(url: String) { #expect(isAsked(url)) }

  @Test(
    "other schemes and hosts for examples are not asked",
    arguments: [
      "mailto:a@b.c", "tel:+1", "data:,a", "javascript:alert(1)", "ftp://swift.org", "page.md",
      "#a", "", "vscode://file", "https://example.org/a", "https://www.example.com",
      "https://example.net", "http://a.example/", "http://a.test", "https://a.invalid/",
      "http://localhost:8000/", "http://LOCALHOST/", "http://app.localhost/",
    ])
  func skipped(url: String) { #expect(!isAsked(url)) }

  @Test("with patterns to include only these are asked, examples too")
  func include() {
    #expect(isAsked("http://localhost:80/a", include: ["http://localhost/*"]))
    #expect(!isAsked("https://swift.org/", include: ["http://localhost/*"]))
    #expect(!isAsked("https://swift.org/b", include: ["*"], exclude: ["*/b"]))
    #expect(isAsked("https://swift.org/c", include: ["*"], exclude: ["*/b"]))
  }

  @Test(
    "a star stands for anything, and the whole address must fit",
    arguments: [
      ("https://a.org/*", "https://a.org/", true), ("https://a.org/*", "https://a.org/b/c", true),
      ("https://a.org", "https://a.org/", false), ("*a.org*", "https://a.org/b", true),
      ("*.pdf", "https://a.org/b.pdf", true), ("*.pdf", "https://a.org/b.pdf?x", false),
      ("*", "", true), ("", "", true), ("", "a", false), ("a*b*c", "aXbYbZc", true),
      ("a*b*c", "aXbYbZ", false), ("**a", "a", true), ("a*a", "a", false), ("a?c", "abc", false),
    ])
  func patterns(pattern: String, address: String, fits: Bool) {
    #expect(TextPattern(pattern).matches(address) == fits)
  }
}
