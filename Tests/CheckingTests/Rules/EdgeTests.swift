import Diagnostics
import Testing

@testable import Checking

/// Cases right beside those where a rule begins or ends: a condition that is wrong shows here.
@Suite("Edges of rules")
struct EdgeTests {
  private static let addresses = [
    "https://a..b/", "http://[::1/", "https://example.org:65536/", "https:///page", "https://:80/",
    "https://me@/x", "http:example.org", "http:/example.org", "https://?x", "https://#x",
    "https://example.org:-1/", "https://..a/", "https://?", "https://:", "https://#",
    "hhtp://example.org", "HTPS://example.org", "https://a..b",
  ]

  @Test("what no browser opens is no address", arguments: addresses)
  func noAddress(target: String) {
    RuleCase("TB-L020", "[x](«\(target)»)", .error).verify()
  }

  @Test(
    "what an address cannot hold is found wherever it stands",
    arguments: ["https://example.org/a b", "https://exa mple.org/", "https://example.org/?\""])
  func forbidden(target: String) {
    RuleCase("TB-L020", "[x](<«\(target)»>)", .error).verify()
  }

  @Test(
    "odd addresses that browsers open are right",
    arguments: [
      "https://example.org:65535/", "https://example.org:/x", "https://example.org:0/",
      "https://example.org.", "https://Example.ORG/", "https://ex_ample.org", "https://-a.b",
      "https://me:word@example.org:80/", "http://[::1]", "https://example.org/a..b//c",
      "https://example.org?a=b", "https://example.org#a", "https://a-b.example.org/~x/(y)",
      "sftp://example.org", "git://example.org", "ssh://example.org", "ftps://example.org",
      "file://host/x", "htps:example.org", "gopher://example.org", "HTTPS://example.org",
      "https://9.example", "https://a", "http://a.b.c.d/e/f",
    ])
  func address(target: String) {
    #expect(Fixture("[x](\(target))").findings() == [])
  }

  @Test(
    "the site's own host is known in any spelling",
    arguments: [
      "http://guide.example.org", "HTTP://guide.example.org/", "http://guide.example.org?x",
      "http://guide.example.org#x", "hTTp://Guide.Example.org/a",
    ])
  func ownHost(target: String) {
    RuleCase("TB-L021", "[x](«\(target)»)", .warning) {
      $0.facts.secureHost = "guide.example.org"
    }.verify()
  }

  @Test(
    "another host, port or scheme is not the site's own",
    arguments: [
      "http://guide.example.org.evil.net/", "https://guide.example.org/",
      "http://guide.example.org:8080/", "http://example.org/guide.example.org", "http://a",
      "ftp://guide.example.org", "tel:+1", "data:,x",
    ])
  func otherHost(target: String) {
    var fixture = Fixture("[x](\(target))")
    fixture.facts.secureHost = "guide.example.org"
    #expect(fixture.findings() == [])
  }

  @Test(
    "words that say nothing are known with signs, space and markup around them",
    arguments: [
      "here", "Here.", "here →", "More →", "*read* more…", "`here`", "CLICK HERE!", "this  page",
      "**this one**", "go", "See   here", "here §", "here ·", "more\u{A0}·",
    ])
  func vague(text: String) {
    RuleCase("TB-L014", "[\(text)](«few-shot.md»)", .note).verify()
  }

  @Test(
    "words that say something are left alone, however short",
    arguments: [
      "page 2", "link 3", "go 日本", "here é", "more über", "heretic", "there", "a page", "goat",
      "this article says", "click here to read of few-shot prompting", "read more about it", "5",
      "→", "the pages that say more here",
    ])
  func telling(text: String) {
    #expect(Fixture("[\(text)](few-shot.md)").findings() == [])
  }

  @Test(
    "the published file of a page is known with a query or an anchor",
    arguments: [
      "few-shot.html?a=1", "few-shot.html#mine", "few-shot.html", "../few-shot/index.html?a=1",
      "../few-shot/index.html#mine",
    ])
  func output(target: String) {
    RuleCase("TB-L013", "[x](«\(target)»)").verify()
  }

  @Test("a description is told which way it is wrong", arguments: [(29, "short"), (251, "long")])
  func description(length: Int, word: String) {
    let text = String(repeating: "x", count: length)
    let fixture = Fixture("---\nkind: technique\ndescription: \(text)\n---\n\n# A\n")
    let found = fixture.findings().filter { $0.code.id == "TB-P006" }
    #expect(
      found.map(\.message) == ["this description has \(length) characters, which is too \(word)"])
  }

  @Test("a description of 30 to 250 characters is right", arguments: [30, 250])
  func rightDescription(length: Int) {
    let text = String(repeating: "x", count: length)
    let fixture = Fixture("---\nkind: technique\ndescription: \(text)\n---\n\n# A\n")
    #expect(!fixture.findings().contains { $0.code.id == "TB-P006" })
  }
}
