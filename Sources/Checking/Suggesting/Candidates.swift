import Diagnostics
import Links
import Pages

/// What a link that leads nowhere could have meant: pages and files by name, letter case aside, by
/// title and by former address. Built only when some link leads nowhere.
struct Candidates: Sendable {
  enum Target: Sendable, Hashable {
    case page(Int)
    case file(String)
  }

  private var byPath: [String: [Target]] = [:]
  private var byName: [String: [Target]] = [:]
  private var byTitle: [String: [Int]] = [:]
  private var byFormer: [String: [Int]] = [:]
  /// Every folder that holds something, without a slash at its end.
  private var folders: Set<String> = [""]
  /// All paths, to find near ones.
  private let paths: [(path: String, target: Target)]

  init(_ catalog: Catalog) {
    paths =
      catalog.pages.enumerated().map { ($1.path, Target.page($0)) }
      + catalog.files.map { ($0, Target.file($0)) }
    for (path, target) in paths {
      byPath[path.lowercased(), default: []].append(target)
      byName[Self.name(of: path).lowercased(), default: []].append(target)
      var folder = path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        guard folders.insert(String(folder)).inserted else { break }
      }
    }
    for (index, page) in catalog.pages.enumerated() {
      byTitle[page.title.lowercased(), default: []].append(index)
      for former in page.frontMatter.redirectFrom {
        byFormer[Self.plain(former.value), default: []].append(index)
      }
    }
  }

  func hasFolder(_ path: String) -> Bool { folders.contains(path) }

  /// What has the same path when the case of letters and the spelling of accents do not count.
  func alike(_ path: String) -> [Target] { byPath[path.lowercased()] ?? [] }

  /// What has the same file name in whatever folder; an index has none of its own.
  func named(like path: String) -> [Target] {
    let name = Self.name(of: path).lowercased()
    guard !["index.md", "readme.md", "index.html"].contains(name) else { return [] }
    return byName[name] ?? []
  }

  func titled(_ title: String) -> [Int] { byTitle[title.lowercased()] ?? [] }

  /// The pages that stood at an address before.
  func formerly(at path: String) -> [Int] { byFormer[Self.plain(path)] ?? [] }

  /// The path nearest to another: in its own folder first, then anywhere by the whole path.
  func nearest(to path: String) -> Target? {
    let folder = Self.folder(of: path)
    let wanted = Self.name(of: path)
    let neighbours = paths.filter { Self.folder(of: $0.path) == folder }
    if let name = Self.best(for: wanted, among: neighbours.map { String(Self.name(of: $0.path)) }) {
      return neighbours.first { Self.name(of: $0.path) == name }?.target
    }
    let best = Self.best(for: path[...], among: paths.map(\.path))
    return best.flatMap { best in paths.first { $0.path == best }?.target }
  }

  private static func best(for name: Substring, among names: [String]) -> String? {
    NearestPath.best(for: String(name), among: names)
  }

  /// The last part of a path.
  static func name(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }

  static func folder(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[..<$0] } ?? ""
  }

  /// An address without what its spellings differ in.
  private static func plain(_ path: String) -> String {
    var parts = path.split(separator: "/").filter { $0 != "." }.map(String.init)
    if let last = parts.last {
      if last == "index.html" || last == "index.md" {
        parts.removeLast()
      } else {
        for ending in [".md", ".html"] where last.hasSuffix(ending) {
          parts[parts.count - 1] = String(last.dropLast(ending.count))
        }
      }
    }
    return parts.joined(separator: "/")
  }
}
