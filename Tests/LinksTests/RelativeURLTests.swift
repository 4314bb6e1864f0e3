import Testing

@testable import Links

@Suite("Relative URLs")
struct RelativeURLTests {
  private static let places = [
    "", "index.html", "a/", "a/b/", "a/b/c/", "ab/", "a.html", "a/b.html", "a/bc/", "b/", "b/a/",
    "x:y/", "a/x:y/", "img/p.png", "é/",
  ]

  /// What a browser makes of a relative path (RFC 3986, section 5.2), without its scheme and host.
  private func joined(_ path: String, to base: String) -> String {
    var parts = base.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      switch part {
      case "..": parts = parts.dropLast()
      case ".": break
      default: parts.append(part)
      }
    }
    let last = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return (parts + [last]).joined(separator: "/")
  }

  @Test("joined to where they stand, they give their target", arguments: places)
  func roundTrip(base: String) {
    for target in Self.places {
      let path = String(
        decoding: RelativeURL.path(from: Array(base.utf8), to: Array(target.utf8)), as: UTF8.self)
      #expect(joined(path, to: base) == target, "from \(base): \(path)")
      #expect(!path.isEmpty && !path.hasPrefix("/"))
      #expect(path.split(separator: "/").first?.contains(":") != true, "\(path) has a scheme")
    }
  }

  @Test(
    "they are as short as can be",
    arguments: [
      ("a/b/", "a/c/", "../c/"), ("a/", "a/", "./"), ("a/", "", "../"), ("", "", "./"),
      ("a.html", "b.html", "b.html"), ("a/b.html", "index.html", "../index.html"),
      ("", "x:y/", "./x:y/"), ("a/", "a/b/", "b/"),
    ])
  func short(base: String, target: String, path: String) {
    let found = RelativeURL.path(from: Array(base.utf8), to: Array(target.utf8))
    #expect(String(decoding: found, as: UTF8.self) == path)
  }
}
