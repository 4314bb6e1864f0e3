import Diagnostics
import Markdown
import Pages

/// Two elements of a page with one id.
enum DuplicateAnchor: PageRule {
  static let code = Code(
    "TB-M020", "an id stands once on a page", .warning,
    explanation: """
      Two elements of the page have the same id. A link to it reaches the first; the other cannot be \
      linked to, and scripts and style sheets may take the wrong one.
      """,
    wrong: "## First {#part}\n\n## Second {#part}",
    right: "## First {#first-part}\n\n## Second {#second-part}")

  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic]) {
    let body = page.page.body
    guard !body.anchors.isEmpty || body.headings.contains(where: { $0.writtenAnchor != nil })
    else { return }
    guard hasRepeatedIDs(body) else { return }
    // Browsers compare ids code by code: two spellings of an accent are two ids.
    var places: [[UInt8]: [Diagnostic.Place]] = [:]
    for heading in body.headings {
      let range = heading.writtenAnchor ?? heading.range
      places[Array(heading.anchor.utf8), default: []].append(
        Diagnostic.Place("it has the same id", path: heading.path, range: range))
    }
    for anchor in body.anchors where anchor.origin != .generated {
      places[Array(anchor.name.utf8), default: []].append(
        Diagnostic.Place("it has the same id", path: anchor.path, range: anchor.range))
    }
    for (id, same) in places {
      let id = String(decoding: id, as: UTF8.self)
      let sorted = same.sorted { ($0.path, $0.range.start) < ($1.path, $1.range.start) }
      for place in sorted.dropFirst() {
        findings.append(
          Diagnostic(
            code, code.severity, "the id \"\(id)\" is already taken on this page",
            path: place.path, range: place.range, subject: id, places: [sorted[0]],
            help: "give one of the two another id"))
      }
    }
  }

  private static func hasRepeatedIDs(_ body: RenderedPage) -> Bool {
    var ids = RepeatedNames(count: body.headings.count + body.anchors.count)
    for index in body.headings.indices { ids.add(body.headings[index].anchor) }
    for anchor in body.anchors where anchor.origin != .generated { ids.add(anchor.name) }
    return ids.mayExist
  }
}
