import Diagnostics
import Testing

@testable import Checking

/// A guide that breaks one rule about guides as a whole.
struct GuideCase: CustomTestStringConvertible, Sendable {
  var code: String
  var title: String
  var severity: Severity?
  var help: String?
  /// The file that the findings name, and the places in it; nil for the file as a whole.
  var path: String
  var ranges: [ByteRange?]
  var arrange: @Sendable (inout Fixture) -> Void
  var testDescription: String { "\(code): \(title)" }

  init(
    _ code: String, _ title: String, _ severity: Severity? = nil, help: String? = nil,
    at path: String = "turnbook.yml", _ ranges: [ByteRange?],
    arrange: @escaping @Sendable (inout Fixture) -> Void
  ) {
    self.code = code
    self.title = title
    self.severity = severity
    self.help = help
    self.path = path
    self.ranges = ranges
    self.arrange = arrange
  }

  /// Demands that the fault is found at its places, and nothing else in the whole guide.
  func verify() {
    var fixture = Fixture("# A page\n")
    arrange(&fixture)
    let found = fixture.findings
    #expect(found.map(\.code.id) == ranges.map { _ in code })
    #expect(found.map(\.path) == ranges.map { _ in path })
    #expect(found.map(\.range) == ranges)
    if let severity { #expect(found.first?.severity == severity) }
    if let help { #expect(found.first?.help == help) }
  }
}

extension Fixture {
  /// The place in the configuration of an entry that is written there.
  static func place(_ entry: Int, _ written: String) -> ByteRange {
    ByteRange(entry * 100, entry * 100 + written.utf8.count)
  }

  /// The place of a page among all; nil where there is none.
  func index(of path: String) -> Int? { pages.keys.sorted().firstIndex(of: path) }

  /// Configures a navigation, as if each entry stood a hundred bytes after the one before.
  mutating func navigate(to paths: [String]) {
    facts.navigation = paths.enumerated().map { number, path in
      NavigationReference(
        written: path, page: index(of: path), range: Self.place(number, path))
    }
    facts.isInNavigation = pages.keys.sorted().map(paths.contains)
  }

  /// Configures a redirect, as if it stood a hundred bytes after the one before.
  mutating func redirect(
    _ from: String, to written: String, _ target: RedirectReference.Target
  ) {
    facts.redirects.append(
      RedirectReference(
        from: from, url: from.replacing(".md", with: "/"), target: target, written: written,
        path: facts.configPath, range: Self.place(facts.redirects.count, written)))
  }

  /// A redirect to a page that the guide has.
  mutating func redirect(_ from: String, toPage path: String, fragment: String? = nil) {
    let target = index(of: path).map { RedirectReference.Target.page($0, fragment: fragment) }
    redirect(
      from, to: path + (fragment.map { "#" + $0 } ?? ""), target ?? .missing)
  }

  /// Lets the guide remember what it has published.
  /// - Parameter pattern: the template of the page `plan-ahead.md`, if there is one.
  mutating func remember(_ lines: String, pattern: String? = nil, front: String = "") {
    if let pattern {
      pages["page.md"] = "# A page\n\n[Plan](plan-ahead.md)\n"
      pages["plan-ahead.md"] = """
        ---
        kind: page
        \(front)---

        # Plan ahead

        ## The Pattern

        ```text
        \(pattern)
        ```

        """
    }
    facts.lock = PublishedLock(
      reading: Array("turnbook.lock 1\n\(lines)".utf8), path: "turnbook.lock")
  }
}
