import Diagnostics
import Links
package import Pages

/// What a link that leads nowhere could have meant: pages and files by name, letter case aside, by
/// title and by former address. Built only when some link leads nowhere.
package struct Candidates: Sendable {
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
  private let paths: [(path: String, target: Target)]
  /// Places in `paths`, by folder and by the first letter of the name.
  private var byFolder: [String: [Int]] = [:]
  private var byInitial: [Character: [Int]] = [:]

  package init(_ catalog: Catalog) {
    paths =
      catalog.pages.enumerated().map { ($1.path, Target.page($0)) }
      + catalog.files.map { ($0, Target.file($0)) }
    for (place, (path, target)) in paths.enumerated() {
      byFolder[String(Self.folder(of: path)), default: []].append(place)
      if let initial = Self.name(of: path).lowercased().first {
        byInitial[initial, default: []].append(place)
      }
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

  /// What has the name nearest to a path's: in its own folder first, then anywhere.
  func nearest(to path: String) -> Target? {
    let name = String(Self.name(of: path))
    let neighbours = byFolder[String(Self.folder(of: path))] ?? []
    return nearest(to: name, among: neighbours)
      // One who mistypes a name mostly begins it rightly.
      ?? name.lowercased().first.flatMap { nearest(to: name, among: byInitial[$0] ?? []) }
  }

  private func nearest(to name: String, among places: [Int]) -> Target? {
    // Each name costs time for each link that leads nowhere.
    guard places.count <= 500 else { return nil }
    let names = places.map { String(Self.name(of: paths[$0].path)) }
    guard let best = NearestPath.best(for: name, among: names),
      let place = names.firstIndex(of: best)
    else { return nil }
    return paths[places[place]].target
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
