import ByteText
package import JSON

/// What browsers are told when the guide has changed, or when they come.
package struct LiveEvent: Sendable {
  package enum Change: Sendable {
    case nothing, styles, everything
    /// Paths of pages in the site.
    case pages(Set<String>)
  }

  /// As in the pages that are served from now on.
  package var session: String
  package var version: Int
  /// From the version before to this one.
  package var change: Change
  /// Each as `turnbook check --format jsonl` prints it.
  package var findings: [JSONValue]
  /// How many there are, where not all are listed.
  package var count: Int

  package init(
    session: String, version: Int, change: Change, findings: [JSONValue] = [], count: Int = 0
  ) {
    self.session = session
    self.version = version
    self.change = change
    self.findings = findings
    self.count = count
  }

  /// Past this a browser looks for itself.
  private static let pageLimit = 500

  /// One event of a stream (HTML, 9.2.6).
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("session", session)
      json.member("version", version)
      switch change {
      case .nothing: json.member("change", "nothing")
      case .styles: json.member("change", "styles")
      case .pages(let pages) where pages.count <= Self.pageLimit:
        json.member("change", "pages")
        json.array("pages") { json in for page in pages.sorted() { json.value(page) } }
      case .pages, .everything: json.member("change", "everything")
      }
      json.array("findings") { json in for finding in findings { json.value(finding) } }
      json.member("count", max(count, findings.count))
    }
    // JSON on one line: a line break in it would end the field.
    return Array("id: \(session)-\(version)\nevent: guide\ndata: ".utf8)
      + json.finish().array + Array("\n\n".utf8)
  }
}
