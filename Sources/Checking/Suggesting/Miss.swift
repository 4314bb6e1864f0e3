import ByteText
import Links
import Markdown
import Pages

/// Why a target leads nowhere. Each case is one rule's.
enum Miss: Equatable {
  /// The page could not be read, which is told already.
  case unreadable
  /// It is there, but is not published: why not, as the end of "…, which is".
  case unpublished(reason: String, help: String)
  /// The path leads out of the content folder.
  case outside
  /// It is there under a name with other capitals, or other bytes for an accent.
  case otherCase(Suggestion)
  /// A folder without a page of its own.
  case folder(String)
  /// The page's file in the published site.
  case output(Suggestion)
  case absolute(Suggestion?)
  /// Nothing is there: a page, or else a file.
  case page(Suggestion?)
  case file(Suggestion?)

  /// - Parameter source: the page that holds the target.
  init(_ destination: [UInt8], _ link: LinkRecord?, from source: Int, in guide: Guide) {
    let catalog = guide.catalog
    guard let path = Self.path(of: destination, from: source, in: catalog) else {
      self = .outside
      return
    }
    let text = String(decoding: path, as: UTF8.self)
    if let absence = Self.absence(of: text, in: catalog) {
      self.init(absence)
      return
    }
    let isHidden = { (name: Substring) in name.hasPrefix("_") || name.hasPrefix(".") }
    if let hidden = text.split(separator: "/").first(where: isHidden) {
      self = .unpublished(
        reason: "left out, as its name begins with \"\(hidden.prefix(1))\"",
        help: "give \"\(hidden)\" another name, or take the link out")
      return
    }
    let search = SuggestionSearch(
      destination: destination, path: text.hasSuffix("/") ? String(text.dropLast()) : text,
      link: link, source: source, guide: guide)
    let isFile =
      link?.kind == .image
      || (Self.hasExtension(text) && !PagePath.isPage(text) && !Self.isAddress(text))
    if let found = search.otherCase {
      self = .otherCase(found)
    } else if let found = search.ofOutput {
      self = .output(found)
    } else if Self.namesFolder(text, guide) {
      self = .folder(text.hasSuffix("/") ? String(text.dropLast()) : text)
    } else if destination.first == UInt8(ascii: "/") {
      self = .absolute(search.best)
    } else {
      self = isFile ? .file(search.best) : .page(search.best)
    }
  }

  /// The path in the content folder that a target names, seen from the source or else, as in a
  /// browser, from the published page; nil when it leaves the folder both ways.
  private static func path(
    of destination: [UInt8], from source: Int, in catalog: Catalog
  ) -> [UInt8]? {
    if let path = Resolver.sourcePath(destination, from: catalog.pages[source]) { return path }
    let written = destination.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard !PagePath.isPage(String(decoding: written, as: UTF8.self)) else { return nil }
    return Resolver.joined(PercentEncoding.decoded(written), to: catalog.urlBytes[source])
  }

  /// Why a page or file of the content is not in the site, whichever way its path is written.
  private static func absence(of path: String, in catalog: Catalog) -> Catalog.Absence? {
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    for path in [folder, folder + ".md", folder + "/index.md", folder + "/README.md"] {
      if let absence = catalog.absence(ofPath: Array(path.utf8)) { return absence }
    }
    return nil
  }

  private init(_ absence: Catalog.Absence) {
    switch absence {
    case .unreadable: self = .unreadable
    case .draft:
      self = .unpublished(
        reason: "a draft", help: "take the link or `draft: true` out, or build with --drafts")
    case .excluded:
      self = .unpublished(
        reason: "excluded by the configuration",
        help: "take the link out, or the file out of `exclude`")
    }
  }

  private static func namesFolder(_ path: String, _ guide: Guide) -> Bool {
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    return guide.candidates?.hasFolder(folder) ?? false
  }

  /// Whether a target is rather an address whose beginning was forgotten.
  static func isAddress(_ target: String) -> Bool {
    target.hasPrefix("www.") || (target.contains("@") && !target.contains("/"))
  }

  private static func hasExtension(_ path: String) -> Bool {
    let name = Candidates.name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return false }
    let ending = name[dot...].dropFirst()
    return (1...5).contains(ending.count) && ending.allSatisfy { $0.isLetter || $0.isNumber }
      && ending != "html"
  }

  /// What to write instead, where anything is likely.
  var suggestion: Suggestion? {
    switch self {
    case .otherCase(let suggestion), .output(let suggestion): suggestion
    case .absolute(let suggestion), .page(let suggestion), .file(let suggestion): suggestion
    case .unreadable, .unpublished, .outside, .folder: nil
    }
  }

  /// The next step where nothing can be written instead.
  var help: String? {
    if case .unpublished(_, let help) = self { return help }
    return nil
  }
}
