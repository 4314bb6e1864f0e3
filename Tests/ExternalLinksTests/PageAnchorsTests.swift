import Fetch
import Testing

@testable import ExternalLinks

@Suite("The anchors of a fetched page")
struct PageAnchorsTests {
  private func finding(_ fragment: String, in page: String) throws -> PageAnchors.Finding {
    let address = try #require(WebAddress("https://host.org/"))
    let fragment = try #require(Fragment(fragment, of: address))
    return PageAnchors(Array(page.utf8), isWhole: true).finding(for: fragment)
  }

  @Test(
    "ids and names of links are found, however they are written",
    arguments: [
      ("<p id=\"a\">", "a"), ("<P ID='a'>", "a"), ("<p id=a>", "a"), ("<p\nid = a\n>", "a"),
      ("<a name=a>", "a"), ("<br/id=a>", "a"), ("<p title='>' id=a>", "a"),
      ("<p data-x id=a/b>", "a/b"), ("<p id=\"a&amp;&#98;&#x63;\">", "a%26bc"),
      ("<p id=ü>", "ü"), ("<p id=ü>", "%C3%BC"), ("<p id='%C3%BC'>", "%C3%BC"),
      ("<p id='%C3%BC'>", "ü"), ("<p id=user-content-a>", "a"), ("<p id=user-content-a>", "A"),
      ("<!--> <p id=a>", "a"), ("<!-- x --><p id=a>", "a"), ("1 < 2 <p id=a>", "a"),
      ("<title><b></title><p id=a>", "a"), ("<script>'<!--'</script><p id=a>", "a"),
      ("<p id=first id=a>", "a"), ("<p id=\"a", "a"), ("<p id='a' id", "a"),
      ("<script>x = {\"id\":\"setup\"}</script>", "setup"),
      ("<script>x = \"<p id=\\\"setup\\\">\"</script>", "setup"),
      ("<script>go('#setup')</script>", "setup"),
    ])
  func found(page: String, fragment: String) throws {
    #expect(try finding(fragment, in: page) == .found)
  }

  private static let text = String(repeating: "word ", count: 200)

  @Test(
    "what only looks like an anchor is none",
    arguments: [
      ("<!-- <p id=a> -->", "a"), ("<script>'<p id=alpha>'</script>", "alpha"),
      ("<style>#a{}</style>", "a"), ("<textarea><p id=a></textarea>", "a"), ("</p id=a>", "a"),
      ("<input name=a>", "a"), ("<meta name=a>", "a"), ("<p data-id=a>", "a"), ("<p id=A>", "a"),
      ("<p title='<p id=a>'>", "a"), ("id=a", "a"), ("", "a"), ("<p id=>", "a"),
    ])
  func missing(page: String, fragment: String) throws {
    let finding = try finding(fragment, in: page + Self.text)
    guard case .missing = finding else {
      Issue.record("\(finding)")
      return
    }
  }

  @Test("the nearest anchor is named")
  func near() throws {
    #expect(try finding("setups", in: "<p id=setup><p id=use>") == .missing(near: "setup"))
  }

  @Test("nothing is said of a page that its scripts make, or that was not read whole")
  func unknown() throws {
    #expect(try finding("a", in: "<div id=root></div><script>go()</script>") == .unknown)
    let address = try #require(WebAddress("https://host.org/"))
    let fragment = try #require(Fragment("ü", of: address))
    let cut = PageAnchors(Array("<p id=b>".utf8), isWhole: false)
    #expect(cut.finding(for: fragment) == .unknown)
    let latin = PageAnchors([0x3C, 0x70, 0x20, 0x69, 0x64, 0x3D, 0xFC, 0x3E], isWhole: true)
    #expect(latin.finding(for: fragment) == .unknown)
  }

  @Test(
    "fragments that mean nothing to the page are not looked for",
    arguments: [
      "", "top", "TOP", ":~:text=word", "!/inbox", "/inbox", "page=3", "gid=0&range=A1", "L12",
      "L12-L20", "L3C1-L4C9", "lines-5", "line-7", "L1-20",
    ])
  func meaningless(fragment: String) throws {
    let address = try #require(WebAddress("https://host.org/"))
    #expect(Fragment(fragment, of: address) == nil)
  }

  @Test("a text directive is cut off, and what a code host adds later is left alone")
  func directives() throws {
    let address = try #require(WebAddress("https://host.org/"))
    #expect(Fragment("setup:~:text=word", of: address)?.written == "setup")
    #expect(Fragment("issuecomment-1", of: address)?.written == "issuecomment-1")
    let code = try #require(WebAddress("https://github.com/a/b/issues/1"))
    #expect(Fragment("issuecomment-1", of: code) == nil)
    #expect(Fragment("usage", of: code)?.written == "usage")
    #expect(Fragment("Levels", of: address)?.written == "Levels")
  }
}
