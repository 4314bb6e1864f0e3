import Fetch
import Testing

@Suite("Addresses on the web")
struct WebAddressTests {
  /// RFC 3986 section 5.4, with the base `http://a/b/c/d;p?q`; a path that is empty becomes a slash,
  /// as section 6.2.3 has it for http.
  @Test(
    "a reference leads where RFC 3986 says",
    arguments: [
      ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
      ("/g", "http://a/g"), ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"),
      ("g?y", "http://a/b/c/g?y"), ("g?y#s", "http://a/b/c/g?y"), (";x", "http://a/b/c/;x"),
      ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
      ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
      ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"),
      ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
      ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"), ("g/../h", "http://a/b/c/h"),
      ("g?y/../x", "http://a/b/c/g?y/../x"), ("https://h/x", "https://h/x"),
    ])
  func references(reference: String, expected: String) throws {
    let base = try #require(WebAddress("http://a/b/c/d;p?q"))
    #expect(base.resolving(reference)?.printed == expected)
  }

  @Test("a fragment is kept over a redirect that names none")
  func fragments() throws {
    let base = try #require(WebAddress("http://a/b#s"))
    #expect(base.fragment == "s")
    #expect(base.resolving("c")?.fragment == "s")
    #expect(base.resolving("c#t")?.fragment == "t")
    #expect(base.resolving("https://h/")?.fragment == "s")
  }

  @Test(
    "one address has one spelling",
    arguments: [
      ("HTTP://Host.Org:80/a", "http://host.org/a"), ("https://h:443", "https://h/"),
      ("https://h:8443?q", "https://h:8443/?q"), ("//h/x", "https://h/x"),
      ("https://h/a b", "https://h/a%20b"), ("https://h/ü?ö", "https://h/%C3%BC?%C3%B6"),
      ("https://h/%7Ea", "https://h/%7Ea"), ("https://[::1]:8080/", "https://[::1]:8080/"),
      ("  https://h/a\n  ", "https://h/a"), ("https://h/a|b", "https://h/a%7Cb"),
      ("https://h/a/../b/./c", "https://h/b/c"), ("http://h:/", "http://h/"),
      ("https://Bücher.de/", "https://bücher.de/"), ("https://h/#\u{301}x", "https://h/"),
    ])
  func spelling(text: String, expected: String) {
    #expect(WebAddress(text)?.printed == expected)
  }

  @Test(
    "what is not on the web is no address",
    arguments: [
      "", "mailto:a@b.c", "ftp://h/", "page.md", "/page", "#a", "http://", "https:///x",
      "http:/h", "http://h:99999/", "http://h:x/", "http://a b/", "file:///etc/passwd",
      "javascript:alert(1)", "http://h\\@x/", "http://u@/",
    ])
  func others(text: String) { #expect(WebAddress(text) == nil) }

  @Test("name and password are not printed, and not handed on")
  func userinfo() throws {
    let address = try #require(WebAddress("http://me:secret@h/a"))
    #expect(address.printed == "http://h/a")
    #expect(address.hasUserinfo)
    #expect(address.resolving("b")?.hasUserinfo == false)
    #expect(WebAddress("http://h/a@b")?.hasUserinfo == false)
  }
}
