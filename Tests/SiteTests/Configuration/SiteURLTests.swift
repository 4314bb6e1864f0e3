import Testing

@testable import Site

@Suite("The site's URL")
struct SiteURLTests {
  @Test(
    "it is kept with a slash at its end, scheme and host in lower case",
    arguments: [
      ("https://example.org", "https://example.org", "/"),
      ("https://example.org/", "https://example.org", "/"),
      ("HTTP://Example.ORG:8080/Guide/v2", "http://example.org:8080", "/Guide/v2/"),
      ("https://пример.рф/a%20b/", "https://пример.рф", "/a%20b/"),
    ])
  func normalised(text: String, origin: String, path: String) {
    let url = SiteURL(text)
    #expect(url?.origin == origin)
    #expect(url?.path == path)
    #expect(url?.text == origin + path)
  }

  @Test(
    "what is no place for a site is refused, and said why",
    arguments: [
      ("", "does not begin with https://"), ("example.org", "does not begin with https://"),
      ("/guide/", "does not begin with https://"), ("ftp://e.org", "does not begin with https://"),
      ("https:///x", "names no host"), ("https://me:pw@e.org/", "contains a user name"),
      ("https://e.org/?a=b", "has a query"), ("https://e.org/#x", "has a fragment"),
      ("https://e.org/a b", "contains a character that a URL cannot hold"),
      ("https://e.org/\"><script>", "contains a character that a URL cannot hold"),
    ])
  func refused(text: String, problem: String) {
    #expect(SiteURL(text) == nil)
    #expect(SiteURL.problem(with: text) == problem)
  }
}
