import Diagnostics
import FileTree
import Links
import Markdown
import Pages

/// Reads what a move is going to write, and makes sure that every reference means afterwards what it
/// means now.
struct MoveVerification {
  let moved: MovedGuide
  let links: LinkMoves
  let snippets: SnippetMoves
  /// By the paths before the move.
  private let changed: [String: [UInt8]]

  init(
    moved: MovedGuide, links: LinkMoves, snippets: SnippetMoves, changes: [MovePlan.Change]
  ) {
    self.moved = moved
    self.links = links
    self.snippets = snippets
    changed = Dictionary(uniqueKeysWithValues: changes.map { ($0.path, $0.new) })
  }

  func run() throws(MoveRefusal) {
    let pages = try read()
    let after = moved.replacing(pages)
    var refusals: [Diagnostic] = []
    for index in moved.before.pages.indices where moved.places[index] >= 0 {
      let (old, new) = (moved.before.pages[index], after.after.pages[moved.places[index]])
      if let worse = Self.worse(new, than: old) { refusals.append(worse) }
      let oldLinks = PageLinks(of: index, in: moved.before, with: moved.oldResolver)
      let newLinks = PageLinks(of: moved.places[index], in: after.after, with: after.newResolver)
      guard oldLinks.findings.count == newLinks.findings.count,
        oldLinks.related.count == newLinks.related.count
      else {
        refusals.append(refusal(old.printedPath, nil))
        continue
      }
      for (place, pair) in zip(oldLinks.findings, newLinks.findings).enumerated()
      where !isSame(pair.0, pair.1) {
        refusals.append(refusal(old.body.links[place].path, old.body.links[place].range))
      }
      for (place, pair) in zip(oldLinks.related, newLinks.related).enumerated()
      where !isSame(pair.0, pair.1) {
        refusals.append(
          refusal(old.printedPath, old.frontMatter.related[place].page.range))
      }
    }
    if !refusals.isEmpty { throw MoveRefusal(Array(Set(refusals)).sorted()) }
  }

  private func refusal(_ path: String, _ range: ByteRange?) -> Diagnostic {
    Diagnostic(
      .unmovableReference, .error,
      "after the move this would lead elsewhere, however it is written", path: path, range: range,
      help: "write it as the path of a source, with a slash in front, and run again")
  }

  private func isSame(_ old: Finding?, _ new: Finding?) -> Bool {
    guard let old, let new else { return old == nil && new == nil }
    // What leads nowhere may do so from anywhere.
    guard let expected = links.afterwards(old) else { return true }
    return expected.resolution == new.resolution && (new.rival == nil || expected.rival != nil)
      && (new.way == expected.way || new.way == .source)
  }

  /// An error that a page has afterwards and did not have.
  private static func worse(_ new: Page, than old: Page) -> Diagnostic? {
    let known = Set(old.diagnostics.map(\.message))
    return new.diagnostics.first { $0.severity == .error && !known.contains($0.message) }
  }

  /// The pages that change or move, as they will be read, by their new paths.
  private func read() throws(MoveRefusal) -> [String: Page] {
    var reader = PatternReader(moved.guide.project.config)
    var pages: [String: Page] = [:]
    for page in moved.before.pages {
      let entry = moved.guide.reading.entries[page.path]
      let included = entry?.included ?? []
      let includesMoved =
        entry?.includes == true
        && included.contains {
          changed[$0] != nil || moved.newPrinted($0) != $0
        }
      guard moved.paths.moves(page.path) || changed[page.printedPath] != nil || includesMoved else {
        continue
      }
      let path = moved.paths.new(page.path)
      let bytes = try bytes(of: page.printedPath)
      pages[path] =
        reader.read(
          bytes, path: path, printedPath: moved.guide.project.printed(path),
          snippets: try set(for: bytes, of: path)
        ).page
    }
    return pages
  }

  private func bytes(of path: String) throws(MoveRefusal) -> [UInt8] {
    if let bytes = changed[path] { return bytes }
    do throws(FileError) {
      return try FileReader.read(path, limit: PageReading.sizeLimit)
    } catch {
      throw MoveRefusal([error.diagnostic(path: path)])
    }
  }

  private func set(for bytes: [UInt8], of path: String) throws(MoveRefusal) -> SnippetSet {
    var set = SnippetSet()
    guard moved.guide.project.config.dialect.snippets else { return set }
    var wanted = SnippetReference.files(in: bytes)
    while let name = wanted.popLast() {
      guard set.files[name] == nil, set.failures[name] == nil else { continue }
      guard let source = snippets.source(of: name, from: path) else {
        set.failures[name] = "there is no such file in the content folder"
        continue
      }
      let bytes = try self.bytes(of: source)
      set.files[name] = SnippetSet.File(path: moved.newPrinted(source), bytes: bytes)
      wanted += SnippetReference.files(in: bytes)
    }
    return set
  }
}
