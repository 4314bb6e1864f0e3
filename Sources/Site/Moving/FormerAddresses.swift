import Checking
import Diagnostics
import Pages
import PatternExtraction
import Patterns
import YAML

/// Leads readers of the addresses that pages leave to where they are, and takes out what led to an
/// address that a page comes back to.
///
/// A page that comes back to a former address undoes a move: no redirect is left where it was
/// meanwhile, unless that was published, as `turnbook.lock` remembers.
struct FormerAddresses {
  let moved: MovedGuide
  let lock: PublishedLock?

  private struct Change {
    var page: Int
    /// The redirect that leads here now from where the page will be.
    var back: RedirectReference?
    /// What the page leaves behind, as redirects name it.
    var former: String?
  }

  /// What changed, as former addresses are written.
  struct Outcome {
    /// Those that lead to a page from now on.
    var added: [String] = []
    /// Those that do no more.
    var removed: [String] = []
    /// The keys of the configuration that are taken out.
    var goneKeys: Set<ByteRange> = []
  }

  func add(to edits: inout ReferenceEdits) -> Outcome {
    let project = moved.guide.project
    let config = edits.source(ofConfigurationOf: project)
    let map = RedirectMap(config ?? [], isMkDocs: project.isMkDocs)
    var outcome = Outcome()
    var mapped: [(from: String, to: String)] = []
    for index in moved.before.pages.indices where moved.paths.moves(moved.before.pages[index].path)
    {
      guard let change = change(index, map, &edits) else { continue }
      let page = moved.before.pages[index]
      let key = map.entries.first { matches($0.key, moved.after.urls[moved.places[index]]) }
      var lines: [String] = []
      var keys: [String] = []
      if let id = publishedID(of: page) {
        let plain = moved.plainID(of: page)
        if change.back == nil, page.frontMatter.id == nil, plain != id { lines = ["id: \(id)"] }
        if change.back != nil, page.frontMatter.id != nil, plain == id { keys = ["id"] }
      }
      if let key, change.back != nil { outcome.goneKeys.insert(key.keyRange) }
      if let former = change.former, map.takesMore {
        mapped.append((former, moved.paths.new(page.path)))
      }
      let ownFormer = map.takesMore ? nil : change.former
      let ownBack = key == nil ? change.back.flatMap { own($0, page) } : nil
      edit(page, ownFormer, lines, ownBack, keys, &edits)
      if let former = change.former { outcome.added.append(former) }
      if let back = change.back { outcome.removed.append(back.from) }
    }
    if !outcome.goneKeys.isEmpty {
      for range in map.removing(outcome.goneKeys) ?? [] {
        edits.add("", at: range, in: project.configPath)
      }
    }
    if !mapped.isEmpty, let edit = map.adding(mapped) {
      edits.add(edit.text, at: edit.range, in: project.configPath)
    }
    return outcome
  }

  private func change(
    _ index: Int, _ map: RedirectMap, _ edits: inout ReferenceEdits
  ) -> Change? {
    let page = moved.before.pages[index]
    let old = moved.before.urls[index]
    let new = moved.after.urls[moved.places[index]]
    guard old != new else { return nil }
    var change = Change(page: index)
    for reference in moved.guide.redirects.references where reference.url == new {
      if leads(reference, to: index) {
        change.back = reference
      } else {
        refuse(new, reference.path, reference.range, &edits)
        return nil
      }
    }
    // What this program does not read as redirects is one all the same.
    if change.back == nil, let entry = map.entries.first(where: { matches($0.key, new) }) {
      let target = entry.value.text ?? ""
      guard target.drop(while: { $0 == "/" }) == page.path else {
        refuse(new, moved.guide.project.configPath, entry.keyRange, &edits)
        return nil
      }
      change.back = RedirectReference(
        from: entry.key, url: new, target: .page(index, fragment: nil), written: target,
        path: moved.guide.project.configPath, range: entry.keyRange)
    }
    let wasPublished = lock?.entries.contains { $0.url == old }
    let isKnown = change.back == nil ? wasPublished == true || !page.isDraft : wasPublished == true
    // Another page may take its address.
    if isKnown, moved.after.page(atURL: Array(old.utf8)) == nil {
      change.former = page.frontMatter.slug == nil ? page.path : "/" + old
    }
    return change
  }

  private func leads(_ reference: RedirectReference, to index: Int) -> Bool {
    if case .page(index, nil) = reference.target { return true }
    return false
  }

  private func refuse(
    _ url: String, _ path: String, _ range: ByteRange, _ edits: inout ReferenceEdits
  ) {
    edits.refuse(
      Diagnostic(
        .moveTargetTaken, .error, "\"/\(url)\" is a former address, which leads to another page",
        path: path, range: range,
        help: "take the redirect out if its readers may land on the page that comes there, and run "
          + "again"))
  }

  /// Whether a key of the configuration names an address of the site.
  private func matches(_ key: String, _ url: String) -> Bool {
    let path = String(key.drop { $0 == "/" })
    if PagePath.isPage(path) {
      return PagePath(path).url(
        slug: nil, directoryURLs: moved.guide.project.config.usesDirectoryURLs) == url
    }
    return path == url || path + "/" == url || path == url + "index.html"
  }

  /// The entry of the page's own front matter that a redirect stands for.
  private func own(_ reference: RedirectReference, _ page: Page) -> Located<String>? {
    page.frontMatter.redirectFrom.first {
      $0.value == reference.from && $0.range == reference.range
    }
  }

  private func edit(
    _ page: Page, _ former: String?, _ lines: [String], _ back: Located<String>?,
    _ keys: [String], _ edits: inout ReferenceEdits
  ) {
    guard former != nil || back != nil || !lines.isEmpty || !keys.isEmpty,
      let source = edits.source(of: page.printedPath)
    else { return }
    let text = FrontMatterText(source, path: page.printedPath)
    guard let added = text.adding(former, lines: lines),
      let removed = back == nil && keys.isEmpty ? [] : text.removing(back, keys: keys)
    else {
      edits.refuse(
        "the front matter has no room for `redirect_from`: it is not written as lines of keys and "
          + "values", page.printedPath, nil,
        help: "write it so and run again, or move with --no-redirect")
      return
    }
    for range in removed { edits.add("", at: range, in: page.printedPath) }
    for edit in added { edits.add(edit.text, at: edit.range, in: page.printedPath) }
  }

  /// The id of a page's pattern, where programs know it.
  private func publishedID(of page: Page) -> String? {
    guard let pattern = moved.guide.extractions[page.path]?.pattern,
      lock?.techniques.contains(where: { $0.id == pattern.id }) == true
    else { return nil }
    return pattern.id
  }
}

extension ReferenceEdits {
  fileprivate mutating func source(ofConfigurationOf project: Project) -> [UInt8]? {
    project.hasConfiguration ? source(of: project.configPath) : nil
  }
}
