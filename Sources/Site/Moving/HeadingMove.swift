import ByteText
import Checking
import Diagnostics
import FileTree
import Links
import Markdown
import Pages

/// Makes the plan for a heading: other words or another anchor, and every reference to it.
///
/// An anchor that `turnbook.lock` remembers stays: behind other words as `{#anchor}`, beside another
/// anchor as an element of its own.
struct HeadingMove {
  let guide: GuideReading
  let lock: PublishedLock?
  let page: String
  let anchor: String
  let name: MoveRequest.HeadingName

  private var project: Project { guide.project }

  func plan() throws(MoveRefusal) -> MovePlan {
    guard let index = guide.catalog.page(atPath: Array(page.utf8)) else { throw unknownPage }
    let old = guide.catalog.pages[index]
    guard let place = old.body.headings.firstIndex(where: { $0.anchor == anchor }) else {
      throw unknownAnchor(of: old)
    }
    let heading = old.body.headings[place]
    var edits = ReferenceEdits()
    guard heading.path == old.printedPath, let source = edits.source(of: old.printedPath),
      let text = HeadingText(heading.range, in: source)
    else {
      throw MoveRefusal(
        .moveSource, "the heading does not stand on one line of this page, and is not moved",
        path: heading.path, range: heading.range, help: "change it by hand, with its references")
    }
    let (own, inverse) = try ownEdits(text, heading, old, source, index)
    for edit in own { edits.add(edit.replacement, at: edit.range, in: old.printedPath) }

    let new = read(EditPlan.applying(own, to: source))
    guard new.body.headings.count == old.body.headings.count else {
      throw MoveRefusal(
        .moveTarget, "with these words it would be no heading, or more than one",
        path: old.printedPath, range: heading.range, help: "choose other words")
    }
    var anchors: [String: String] = [:]
    for (before, after) in zip(old.body.headings, new.body.headings)
    where before.anchor != after.anchor {
      anchors[before.anchor] = after.anchor
    }
    let moved = MovedGuide(guide, MovedPaths(from: old.path, to: old.path, isFolder: false))
    var links = LinkMoves(moved)
    links.suffix = { page, suffix in page == index ? Self.suffix(suffix, anchors) : suffix }
    links.add(to: &edits)
    rewriteRedirects(to: index, anchors, &edits)
    let changes = edits.changes { $0 }
    guard edits.refusals.isEmpty else { throw MoveRefusal(edits.refusals.sorted()) }

    let newAnchor = new.body.headings[place].anchor
    var plan = MovePlan(
      inverse: .heading(page: old.path, anchor: newAnchor, to: inverse), root: project.folder)
    plan.changes = changes
    plan.referenceCount = edits.count
    plan.notes = notes(newAnchor)
    try MoveVerification(
      moved: moved, links: links, snippets: SnippetMoves(moved: moved), changes: changes
    ).run()
    try MoveJudgement(guide).checkLinks(of: plan)
    return plan
  }

  private func notes(_ newAnchor: String) -> [String] {
    switch name {
    case .text where newAnchor == anchor: ["its anchor stays \"#\(anchor)\""]
    case .text: ["its anchor is now \"#\(newAnchor)\""]
    case .anchor: []
    }
  }

  private func read(_ bytes: [UInt8]) -> Page {
    var reader = PatternReader(project.config)
    let snippets = SnippetLoader(guide.sources.reader, project)
    return reader.read(
      bytes, path: page, printedPath: project.printed(page),
      snippets: project.config.dialect.snippets ? snippets.load(for: bytes, of: page) : SnippetSet()
    ).page
  }

  /// The anchor that a heading of this page has after some edits.
  private func anchor(
    after edits: [Edit], in source: [UInt8], like heading: Heading
  ) -> String? {
    guard let old = guide.catalog.page(atPath: Array(page.utf8)).map({ guide.catalog.pages[$0] }),
      let place = old.body.headings.firstIndex(of: heading)
    else { return nil }
    let new = read(EditPlan.applying(edits, to: source)).body.headings
    return new.count == old.body.headings.count ? new[place].anchor : nil
  }

  /// The edits of the heading itself, and what undoes them.
  private func ownEdits(
    _ text: HeadingText, _ heading: Heading, _ page: Page, _ source: [UInt8], _ index: Int
  ) throws(MoveRefusal) -> ([Edit], MoveRequest.HeadingName) {
    let path = page.printedPath
    let isPublished =
      lock?.entries.first { $0.url == guide.catalog.urls[index] }?.anchors
      .contains { $0.name == anchor } ?? false
    switch name {
    case .text(let words):
      guard !words.isEmpty, !words.contains(where: \.isNewline), words != text.text else {
        throw MoveRefusal(
          .moveTarget, words.isEmpty ? "a heading needs words" : "it has these words already",
          path: path, range: heading.range, help: "choose other words, on one line")
      }
      var edits = [Edit(path: path, range: text.words, replacement: words)]
      guard isPublished else { return (edits, .text(text.text)) }
      if heading.writtenAnchor == nil {
        edits.append(addingAnchor(anchor, text, path))
        if self.anchor(after: Array(edits.prefix(1)), in: source, like: heading) == anchor {
          edits.removeLast()
        }
      } else if let list = text.attributes(only: anchor) {
        // It was written behind other words; behind the first ones it need not be.
        let plain = edits + [Edit(path: path, range: list, replacement: "")]
        if self.anchor(after: plain, in: source, like: heading) == anchor {
          edits = plain
        }
      }
      return (edits, .text(text.text))
    case .anchor(let new):
      try check(new, page, heading)
      return (anchorEdits(new, text, heading, path, source, isPublished), .anchor(anchor))
    }
  }

  private func check(_ new: String, _ page: Page, _ heading: Heading) throws(MoveRefusal) {
    let isName = { (scalar: Unicode.Scalar) in
      scalar.value > 0x20 && !"{}<>\"'`#\\|".unicodeScalars.contains(scalar)
    }
    guard !new.isEmpty, new.unicodeScalars.allSatisfy(isName) else {
      throw MoveRefusal(
        .moveTarget, "\"#\(new)\" can be no anchor", path: page.printedPath, range: heading.range,
        help: "use letters, digits and hyphens")
    }
    let isTaken =
      page.body.headings.contains { $0.anchor == new }
      || page.body.anchors.contains { $0.name == new && $0.range != kept(new, page)?.range }
    guard !isTaken else {
      throw MoveRefusal(
        .moveTargetTaken, "the page has the anchor \"#\(new)\" already", path: page.printedPath,
        range: heading.range, help: "choose another one")
    }
  }

  /// The element that keeps a former anchor of this heading.
  private func kept(_ anchor: String, _ page: Page) -> Anchor? {
    page.body.anchors.first { $0.name == anchor && $0.origin == .html }
  }

  private static func element(_ anchor: String) -> String { "<a id=\"\(anchor)\"></a>" }

  private func anchorEdits(
    _ new: String, _ text: HeadingText, _ heading: Heading, _ path: String, _ source: [UInt8],
    _ isPublished: Bool
  ) -> [Edit] {
    var edits: [Edit] = []
    let element = Self.element(new)
    let start = text.words.start
    if text.text.hasPrefix(element) {
      edits.append(
        Edit(
          path: path, range: ByteRange(start, start + element.utf8.count), replacement: ""))
    } else if isPublished {
      edits.append(
        Edit(
          path: path, range: ByteRange(start, start), replacement: Self.element(anchor)))
    }
    if let written = heading.writtenAnchor {
      let removal = text.attributes(only: anchor).map {
        Edit(path: path, range: $0, replacement: "")
      }
      if let removal, self.anchor(after: edits + [removal], in: source, like: heading) == new {
        edits.append(removal)
      } else {
        // With or without its sign.
        let sign = source[written.start] == UInt8(ascii: "#") ? "#" : ""
        edits.append(Edit(path: path, range: written, replacement: sign + new))
      }
    } else {
      edits.append(addingAnchor(new, text, path))
    }
    return edits
  }

  private func addingAnchor(_ anchor: String, _ text: HeadingText, _ path: String) -> Edit {
    guard let list = text.attributes else {
      return Edit(
        path: path, range: ByteRange(text.end, text.end), replacement: " {#\(anchor)}")
    }
    let place = list.end - 1
    return Edit(path: path, range: ByteRange(place, place), replacement: " #\(anchor)")
  }

  /// A query and fragment with the anchor's new name.
  private static func suffix(_ suffix: [UInt8], _ anchors: [String: String]) -> [UInt8] {
    guard let hash = suffix.firstIndex(of: UInt8(ascii: "#")) else { return suffix }
    let written = suffix[(hash + 1)...]
    let text = String(decoding: written, as: UTF8.self)
    let decoded = String(decoding: PercentEncoding.decoded(written), as: UTF8.self)
    guard let new = anchors[text] ?? anchors[decoded] else { return suffix }
    let spelling = TargetSpelling(
      Array(written), isPlain: false, isBracketed: false, from: [], to: [])
    return suffix[...hash] + spelling.encoded(Array(new.utf8))
  }

  private func rewriteRedirects(
    to index: Int, _ anchors: [String: String], _ edits: inout ReferenceEdits
  ) {
    for redirect in guide.redirects.references where !redirect.written.isEmpty {
      guard case .page(index, let fragment?) = redirect.target, let new = anchors[fragment],
        let raw = edits.bytes(at: redirect.range, in: redirect.path)
      else { continue }
      let page = redirect.written.prefix { $0 != "#" }
      guard let scalar = YAMLText.scalar(page + "#" + new, like: raw) else { continue }
      edits.want(scalar, at: redirect.range, in: redirect.path, for: redirect.path)
    }
  }
}

extension HeadingMove {
  private var unknownPage: MoveRefusal {
    let near = NearMiss.best(for: page, among: guide.catalog.pages.map(\.path))
    return MoveRefusal(
      .moveSource, "there is no page at \(project.printed(page))",
      help: near.map { "did you mean \(project.printed($0))?" }
        ?? "name a page in \(project.content)")
  }

  private func unknownAnchor(of page: Page) -> MoveRefusal {
    let all = page.body.headings.map(\.anchor)
    let near = NearMiss.best(for: anchor, among: all)
    return MoveRefusal(
      .moveSource, "no heading of this page has the anchor \"#\(anchor)\"",
      path: page.printedPath,
      help: near.map { "did you mean \"#\($0)\"?" }
        ?? (all.isEmpty
          ? "the page has no headings"
          : "its headings have " + all.prefix(8).map { "\"#\($0)\"" }.joined(separator: ", ")))
  }
}
