import ByteText
import Diagnostics
import FileTree
import Links
import Markdown
import Pages

/// Rewrites the names of included files.
struct SnippetMoves {
  let moved: MovedGuide

  private var project: Project { moved.guide.project }

  /// From where a name is seen.
  private enum Base: CaseIterable {
    case content, page, project
  }

  func add(to edits: inout ReferenceEdits) {
    for page in moved.before.pages where moved.guide.includes(page.path) {
      var seen: Set<String> = [page.printedPath]
      var waiting = [page.printedPath]
      while let path = waiting.popLast() {
        guard let source = edits.source(of: path) else { continue }
        for place in SnippetReference.places(in: source) {
          guard let found = find(place.value, from: page.path, isThere) else { continue }
          let name = name(place.value, found, from: page.path)
          edits.want(Array(name.utf8), at: place.range, in: path, for: page.printedPath)
          let printed = project.printed(found.path)
          if seen.insert(printed).inserted { waiting.append(printed) }
        }
      }
    }
  }

  /// The file that a name means after the move, as findings name it before the move.
  func source(of name: String, from newPage: String) -> String? {
    find(name, from: newPage, isThereAfterwards).map { project.printed(old($0.path)) }
  }

  private func name(_ name: String, _ found: (path: String, base: Base), from page: String)
    -> String
  {
    let newPage = moved.paths.new(page)
    let target = moved.paths.new(found.path)
    if find(name, from: newPage, isThereAfterwards)?.path == target { return name }
    var spelled = target
    switch found.base {
    case .content: break
    case .project: spelled = project.config.folders.content + "/" + target
    case .page:
      let spelling = TargetSpelling(
        Array(name.utf8), isPlain: false, isBracketed: true, from: Array(page.utf8),
        to: Array(found.path.utf8))
      let path = spelling.path(from: Array(newPage.utf8), to: Array(target.utf8))
      spelled = String(decoding: PercentEncoding.decoded(path), as: UTF8.self)
    }
    // Another file may be found first.
    return find(spelled, from: newPage, isThereAfterwards)?.path == target ? spelled : target
  }

  private func find(
    _ name: String, from page: String, _ isThere: (String) -> Bool
  ) -> (path: String, base: Base)? {
    for base in Base.allCases {
      guard let path = path(name, base, page), isThere(path) else { continue }
      return (path, base)
    }
    return nil
  }

  private func path(_ name: String, _ base: Base, _ page: String) -> String? {
    let written = Array(name.utf8)
    guard !name.hasPrefix("/") else { return nil }
    switch base {
    case .content:
      return Resolver.joined(written, to: []).map { String(decoding: $0, as: UTF8.self) }
    case .page:
      return Resolver.joined(written, to: Array(page.utf8)).map {
        String(decoding: $0, as: UTF8.self)
      }
    case .project:
      let prefix = project.config.folders.content + "/"
      guard !project.isContentItself, name.hasPrefix(prefix) else { return nil }
      return String(name.dropFirst(prefix.count))
    }
  }

  private func isThere(_ path: String) -> Bool {
    !path.isEmpty && Discovery.stamp(of: project.printed(path)) != nil
      && !Discovery.isFolder(project.printed(path))
  }

  private func isThereAfterwards(_ path: String) -> Bool {
    let old = old(path)
    return isThere(old) && moved.paths.new(old) == path
  }

  /// The path that a file had before the move.
  private func old(_ path: String) -> String {
    MovedPaths(from: moved.paths.to, to: moved.paths.from, isFolder: moved.paths.isFolder).new(path)
  }
}

extension GuideReading {
  /// Whether a page includes other files, found or not.
  func includes(_ path: String) -> Bool { reading.entries[path]?.includes ?? false }
}
