import ByteText
import Diagnostics
import FileTree
import Links
import Markdown
import Pages

/// Rewrites the links of pages, and what stands under `related` in their front matter.
struct LinkMoves {
  let moved: MovedGuide
  /// What a target's query and fragment become, where they are to be others: of a page before the
  /// move, by its place.
  var suffix: (Int, [UInt8]) -> [UInt8] = { $1 }
  /// The files of the content that are no part of the site, but there.
  private let known: Set<String>

  init(_ moved: MovedGuide) {
    self.moved = moved
    known = Set(moved.guide.sources.found.map(\.path))
  }

  func add(to edits: inout ReferenceEdits) {
    for index in moved.before.pages.indices {
      let page = moved.before.pages[index]
      for link in page.body.links { rewrite(link, of: index, &edits) }
      for related in page.frontMatter.related { rewrite(related.page, of: index, &edits) }
      for definition in page.body.definitions
      where definition.kind == .link && !definition.isUsed {
        rewrite(definition, of: index, &edits)
      }
    }
  }

  private func rewrite(_ link: LinkRecord, of index: Int, _ edits: inout ReferenceEdits) {
    guard Self.isInside(link.destination) else { return }
    let page = moved.before.pages[index]
    let wanted = isAffected(link.destination, of: index)
    // What stays in a file of its own needs nobody's consent.
    guard wanted || link.path != page.printedPath else { return }
    guard link.isPlaced, let raw = edits.bytes(at: link.range, in: link.path),
      Self.mayMean(raw, link.destination)
    else {
      if wanted {
        edits.refuse(
          "the target \"\(String(decoding: link.destination, as: UTF8.self))\" of this link cannot be "
            + "found in the source, so it cannot be rewritten", link.path, link.range,
          help: "write the link on one line, and run again")
      }
      return
    }
    let bracket = edits.bytes(
      at: ByteRange(link.range.start - 1, link.range.start), in: link.path, from: link.range)
    let isBracketed = link.kind != .attribute && bracket == [UInt8(ascii: "<")]
    let text = wanted ? spelled(raw, link.destination, of: index, isBracketed) : raw
    edits.want(text, at: link.range, in: link.path, for: page.printedPath)
  }

  private func rewrite(_ related: Located<String>, of index: Int, _ edits: inout ReferenceEdits) {
    let target = Array(related.value.utf8)
    let page = moved.before.pages[index]
    guard Self.isInside(target), isAffected(target, of: index),
      let raw = edits.bytes(at: related.range, in: page.printedPath)
    else { return }
    let text = String(decoding: spelled(target, target, of: index, true), as: UTF8.self)
    guard let scalar = YAMLText.scalar(text, like: raw) else {
      edits.refuse(
        "this value cannot be rewritten where it stands", page.printedPath, related.range,
        help: "write it on one line, as text, and run again")
      return
    }
    edits.want(scalar, at: related.range, in: page.printedPath, for: page.printedPath)
  }

  /// A definition that nothing uses is a reference all the same.
  private func rewrite(
    _ definition: Definition, of index: Int, _ edits: inout ReferenceEdits
  ) {
    guard Self.isInside(definition.target), isAffected(definition.target, of: index),
      let source = edits.source(of: definition.path),
      let range = Self.target(after: definition.range.end, in: source)
    else { return }
    let raw = Array(source[range.indices])
    guard Self.mayMean(raw, definition.target) else { return }
    let isBracketed = source[range.start - 1] == UInt8(ascii: "<")
    edits.want(
      spelled(raw, definition.target, of: index, isBracketed), at: range, in: definition.path,
      for: moved.before.pages[index].printedPath)
  }

  /// Where the target of a definition stands whose label ends before `start`.
  private static func target(after start: Int, in source: [UInt8]) -> ByteRange? {
    guard start < source.count, source[start] == UInt8(ascii: ":") else { return nil }
    var first = start + 1
    while first < source.count, source[first] == 0x20 || source[first] == 0x09 { first += 1 }
    guard first < source.count, source[first] > 0x20 else { return nil }
    let isBracketed = source[first] == UInt8(ascii: "<")
    if isBracketed { first += 1 }
    let end = source[first...].firstIndex {
      isBracketed ? $0 == UInt8(ascii: ">") || $0 == 0x0A : $0 <= 0x20
    }
    return ByteRange(first, end ?? source.count)
  }

  /// Whether a target is one of this guide, seen from some page.
  private static func isInside(_ target: [UInt8]) -> Bool {
    target.first == UInt8(ascii: "#") || LinkTarget.isInternal(target)
  }

  /// Whether what stands in the source can be read as the target.
  static func mayMean(_ raw: [UInt8], _ target: [UInt8]) -> Bool {
    raw == target || raw.contains(UInt8(ascii: "\\")) || raw.contains(UInt8(ascii: "&"))
  }
}

extension LinkMoves {
  /// Whether a target is written anew: one of its ends moves, or it would mean something else.
  ///
  /// Where a page moves, targets that would still be right are written anew too: what is needed to
  /// reach them is another way, and moving back has to find the first one again.
  private func isAffected(_ target: [UInt8], of index: Int) -> Bool {
    let old = moved.oldResolver.resolve(target, from: index)
    let place = moved.places[index]
    guard place >= 0 else { return false }
    guard let expected = afterwards(old) else { return missesOther(target, of: index) }
    if moved.newResolver.resolve(target, from: place) != expected { return true }
    return moved.before.pages[index].path != moved.after.pages[place].path
      && target.first != UInt8(ascii: "#")
  }

  /// What a reference must mean after the move; nil where it leads nowhere.
  func afterwards(_ finding: Finding) -> Finding? {
    var finding = finding
    switch finding.resolution {
    case .page(let page, let suffix):
      finding.resolution = .page(moved.places[page], suffix: self.suffix(page, suffix))
    case .file(let path, let suffix):
      finding.resolution = .file(moved.paths.new(path), suffix: suffix)
    case .missing: return nil
    }
    finding.rival = finding.rival.map { moved.places[$0] }
    return finding
  }

  /// Whether a target that leads to nothing of the site names a file that is there all the same, and
  /// another one afterwards.
  private func missesOther(_ target: [UInt8], of index: Int) -> Bool {
    guard let path = missed(target, of: index) else { return false }
    return Resolver.sourcePath(target, from: moved.after.pages[moved.places[index]])
      != moved.paths.new(path)
  }

  private func missed(_ target: [UInt8], of index: Int) -> [UInt8]? {
    guard let path = Resolver.sourcePath(target, from: moved.before.pages[index]) else {
      return nil
    }
    let text = String(decoding: path, as: UTF8.self)
    guard !text.isEmpty, !path.contains(0),
      known.contains(text) || Discovery.stamp(of: moved.guide.project.printed(text)) != nil
    else { return nil }
    return path
  }

  /// A reference as it is to be written afterwards.
  private func spelled(
    _ raw: [UInt8], _ target: [UInt8], of index: Int, _ isBracketed: Bool
  ) -> [UInt8] {
    let (before, after) = (moved.before, moved.after)
    let cut = Self.cut(of: raw)
    let written = Array(raw[..<cut])
    let finding = moved.oldResolver.resolve(target, from: index)
    let place = moved.places[index]
    var rest = Array(raw[cut...])
    var ends: (old: [UInt8], new: [UInt8])
    var bases = (old: before.pathBytes[index], new: after.pathBytes[place])
    switch finding.resolution {
    case .page(let page, let suffix):
      let new = self.suffix(page, suffix)
      if new != suffix { rest = new }
      if written.isEmpty { return rest }
      let form = self.form(written, of: page, from: index, finding.way)
      if form == .published { bases = (before.urlBytes[index], after.urlBytes[place]) }
      ends = (
        Self.end(form, before.pathBytes[page], before.urlBytes[page], written),
        Self.end(
          form, after.pathBytes[moved.places[page]], after.urlBytes[moved.places[page]], written)
      )
    case .file(let path, _):
      if finding.way == .published {
        bases = (before.urlBytes[index], after.urlBytes[place])
      }
      ends = (path, moved.paths.new(path))
      if !Self.endsAlike(written, path), path.hasEnding("index.html") {
        ends = (path.without("index.html"), moved.paths.new(path).without("index.html"))
      }
    case .missing:
      guard let path = missed(target, of: index) else { return raw }
      ends = (path, moved.paths.new(path))
    }
    if ends.old == ends.new, bases.old == bases.new { return written + rest }
    let isPlain = target.starts(with: written)
    let spelling = TargetSpelling(
      written, isPlain: isPlain, isBracketed: isBracketed, from: bases.old, to: ends.old)
    return spelling.path(from: bases.new, to: ends.new) + rest
  }

  /// The place of the query or fragment, else the end.
  private static func cut(of raw: [UInt8]) -> Int {
    var index = 0
    while index < raw.count {
      switch raw[index] {
      case UInt8(ascii: "?"), UInt8(ascii: "#"): return index
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "&"):
        // The number sign of a character reference begins no fragment.
        let isNumber = index + 1 < raw.count && raw[index + 1] == UInt8(ascii: "#")
        index += isNumber ? 2 : 1
      default: index += 1
      }
    }
    return raw.count
  }

  private func form(
    _ written: [UInt8], of page: Int, from index: Int, _ way: Finding.Way
  ) -> TargetSpelling.Form {
    switch way {
    case .withoutExtension: return .withoutExtension
    case .published: return .published
    case .source:
      let path = moved.before.pathBytes[page]
      return Self.endsAlike(written, path) ? .file : .folder
    }
  }

  private static func endsAlike(_ written: [UInt8], _ path: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    let name = written.lastIndex(of: slash).map { Array(written[($0 + 1)...]) } ?? written
    let own = path.lastIndex(of: slash).map { Array(path[($0 + 1)...]) } ?? path
    return PercentEncoding.decoded(name) == own || name.contains(UInt8(ascii: "\\"))
      || name.contains(UInt8(ascii: "&"))
  }

  /// The path or address of a page, in a form if it can have it.
  private static func end(
    _ form: TargetSpelling.Form, _ path: [UInt8], _ url: [UInt8], _ written: [UInt8]
  ) -> [UInt8] {
    switch form {
    case .file: return path
    case .withoutExtension: return path.hasEnding(".md") ? path.without(".md") : path
    case .folder:
      let page = PagePath(String(decoding: path, as: UTF8.self))
      guard page.isIndex || page.isReadme else { return path }
      let folder = Array(page.folder.utf8)
      return folder.isEmpty ? [] : folder + [UInt8(ascii: "/")]
    case .published:
      let isFile = written.hasEnding("index.html") && (url.isEmpty || url.last == UInt8(ascii: "/"))
      return isFile ? url + Array("index.html".utf8) : url
    }
  }
}

extension [UInt8] {
  fileprivate func hasEnding(_ ending: String) -> Bool {
    count >= ending.utf8.count && suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  fileprivate func without(_ ending: String) -> [UInt8] { Array(dropLast(ending.utf8.count)) }
}

extension ReferenceEdits {
  /// The bytes before a place; nil at the start of a file.
  fileprivate mutating func bytes(
    at range: ByteRange, in path: String, from place: ByteRange
  ) -> [UInt8]? {
    place.start > 0 ? bytes(at: range, in: path) : nil
  }
}
