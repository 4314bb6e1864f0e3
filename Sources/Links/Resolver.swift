import ByteText
package import Pages

/// What the target of a link means (see *Links* in the dialect's description).
package enum Resolution: Sendable, Hashable {
  /// A page, and the rest of the target: `?query#fragment`.
  case page(Int, suffix: [UInt8])
  /// A file that is copied, by its path.
  case file([UInt8], suffix: [UInt8])
  /// Nothing in this guide.
  case missing
}

/// How a target was found, and what else it could mean.
package struct Finding: Sendable, Hashable {
  package enum Way: Sendable {
    /// By the path of the source, as links are best written.
    case source
    /// By the path of a page's source without its extension.
    case withoutExtension
    /// Only as the address of the published site, seen from the page's own.
    case published
  }

  package var resolution: Resolution
  package var way = Way.source
  /// The page that the target would mean in the published site, where that is another one.
  package var rival: Int?

  /// Whether it leads to nothing in this guide.
  package var isMissing: Bool {
    if case .missing = resolution { true } else { false }
  }
}

/// Finds what internal links lead to: in the source tree first, then from the page's published URL.
package struct Resolver: Sendable {
  private let catalog: Catalog

  package init(_ catalog: Catalog) { self.catalog = catalog }

  /// Resolves a target that is not external, seen from a page.
  package func resolve(_ destination: [UInt8], from page: Int) -> Finding {
    let cut = destination.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    let written = destination[..<(cut ?? destination.endIndex)]
    let suffix = Array(destination[(cut ?? destination.endIndex)...])
    if written.isEmpty { return Finding(resolution: .page(page, suffix: suffix)) }
    let decoded = PercentEncoding.decoded(written)
    if let finding = finding(decoded, suffix: suffix, from: page) { return finding }
    // A file may really have a percent sign in its name.
    if decoded.count < written.count,
      let finding = finding(Array(written), suffix: suffix, from: page)
    {
      return finding
    }
    return Finding(resolution: .missing)
  }

  private func finding(_ path: [UInt8], suffix: [UInt8], from page: Int) -> Finding? {
    var finding = Self.joined(path, to: catalog.pathBytes[page])
      .flatMap { find($0, suffix: suffix) }
    guard !path.hasSuffix(".md"),
      let published = Self.joined(path, to: catalog.urlBytes[page])
        .flatMap({ findPublished($0, suffix: suffix) })
    else { return finding }
    if case .page(let first, _) = finding?.resolution, case .page(let second, _) = published,
      first != second
    {
      finding?.rival = second
    }
    return finding ?? Finding(resolution: published, way: .published)
  }

  /// A path in the source tree: a page, a file, a folder with an index, or a page without its
  /// ending.
  private func find(_ path: [UInt8], suffix: [UInt8]) -> Finding? {
    if let page = catalog.page(atPath: path) {
      return Finding(resolution: .page(page, suffix: suffix))
    }
    if catalog.publishesFile(path) { return Finding(resolution: .file(path, suffix: suffix)) }
    var folder = path
    if folder.last == UInt8(ascii: "/") { folder.removeLast() }
    let prefix = folder.isEmpty ? [] : folder + [UInt8(ascii: "/")]
    for name in ["index.md", "README.md"] {
      if let page = catalog.page(atPath: prefix + Array(name.utf8)) {
        return Finding(resolution: .page(page, suffix: suffix))
      }
    }
    let index = prefix + Array("index.html".utf8)
    if catalog.publishesFile(index) {
      return Finding(resolution: .file(index, suffix: suffix))
    }
    guard !path.isEmpty, path.last != UInt8(ascii: "/") else { return nil }
    return catalog.page(atPath: path + Array(".md".utf8)).map {
      Finding(resolution: .page($0, suffix: suffix), way: .withoutExtension)
    }
  }

  private func findPublished(_ path: [UInt8], suffix: [UInt8]) -> Resolution? {
    if let page = catalog.page(atURL: path) { return .page(page, suffix: suffix) }
    let index = Array("index.html".utf8)
    if path.hasSuffix("index.html"), let page = catalog.page(atURL: path.dropLast(index.count)) {
      return .page(page, suffix: suffix)
    }
    if let page = catalog.page(atURL: path + [UInt8(ascii: "/")]) {
      return .page(page, suffix: suffix)
    }
    return catalog.publishesFile(path) ? .file(path, suffix: suffix) : nil
  }

  /// The path in the source tree that a target names from a page; nil when it leaves the tree.
  package static func sourcePath(_ destination: [UInt8], from page: Page) -> [UInt8]? {
    let path = destination.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return joined(PercentEncoding.decoded(path), to: Array(page.path.utf8))
  }

  /// A path seen from the folder of `base`; a leading slash means the root. nil when it leaves the
  /// root.
  package static func joined(_ path: [UInt8], to base: [UInt8]) -> [UInt8]? {
    let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    var joined: [UInt8] = []
    joined.reserveCapacity(base.count + path.count)
    if path.first != slash, let last = base.lastIndex(of: slash) { joined += base[...last] }
    var index = path.startIndex
    while index < path.endIndex {
      let end = path[index...].firstIndex(of: slash) ?? path.endIndex
      let part = path[index..<end]
      let isLast = end == path.endIndex
      let isDots = part.count <= 2 && part.allSatisfy { $0 == dot }
      if isDots, part.count == 2 {
        guard !joined.isEmpty else { return nil }
        joined.removeLast()
        while let last = joined.last, last != slash { joined.removeLast() }
      } else if !isDots {
        joined += part
        if !isLast { joined.append(slash) }
      }
      index = end + 1
    }
    return joined
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count >= length else { return false }
    for index in 0..<length where self[count - length + index] != text.utf8Start[index] {
      return false
    }
    return true
  }
  fileprivate func dropLast(_ count: Int) -> [UInt8] { Array(self[..<(endIndex - count)]) }
}
