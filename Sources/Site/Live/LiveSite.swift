import ByteText
import Diagnostics
import FileTree
import Pages
import Search
import Synchronization

/// A site that stands in memory and is rendered as it is asked for. Its files have the same bytes as
/// those that a build would write.
package struct LiveSite: Sendable {
  /// One file of the site.
  package enum Content: Sendable {
    case bytes([UInt8])
    /// The path of a file of the content, which is published as it is.
    case file(String)
  }

  private let shelf: Shelf

  init(_ site: Site) { shelf = Shelf(site) }

  /// The path below which the site stands on its server: `/`, or such as `/guide/`.
  package var basePath: String { shelf.site.project.config.url?.path ?? "/" }

  /// The file at a path in the output folder, such as `manual/install/index.html`.
  package func content(at path: String) -> Content? {
    let site = shelf.site
    if let index = page(at: path) {
      var writer = PageWriter(shelf.contexts)
      return writer.render(index).isDone ? .bytes(writer.bytes) : nil
    }
    if site.catalog.hasFile(Array(path.utf8)), shelf.copies(path) {
      return .file(Project.joined(site.project.content, path))
    }
    var writer = PageWriter(shelf.contexts)
    var failure: PublishError?
    if let redirect = site.redirects.entries.first(where: { $0.file == path }) {
      _ = writer.write(redirect, to: nil, &failure)
      return .bytes(writer.bytes)
    }
    if let asset = site.theme.assets.first(where: { $0.path == path }) {
      return .bytes(asset.bytes)
    }
    if let card = site.cards?.card(at: path, in: site) { return .bytes(card) }
    if path == PageWriter.lostPage {
      _ = writer.writeLostPage(to: nil, &failure)
      return .bytes(writer.bytes)
    }
    if let listing = site.listings.all.first(where: { $0.file == path }), !site.isOwn(listing.url) {
      _ = writer.write(listing, to: nil)
      return .bytes(writer.bytes)
    }
    return shelf.machineFile(path).map { .bytes($0) }
  }

  /// The paths of everything that a build of this site would write.
  package var paths: [String] {
    let site = shelf.site
    var paths = Set(site.catalog.urls.map(PagePath.outputFile) + site.copiedFiles)
    paths.formUnion(site.redirects.entries.map(\.file) + site.theme.assets.map(\.path))
    paths.insert(PageWriter.lostPage)
    paths.formUnion(site.listings.all.lazy.filter { !site.isOwn($0.url) }.map(\.file))
    paths.formUnion(shelf.machinePaths)
    paths.formUnion(site.cards?.paths(in: site) ?? [])
    return paths.sorted()
  }

  private func page(at path: String) -> Int? {
    let catalog = shelf.site.catalog
    if let index = catalog.page(atURL: Array(path.utf8)) { return index }
    let name = "index.html"
    guard path == name || path.hasSuffix("/" + name) else { return nil }
    return catalog.page(atURL: Array(path.utf8.dropLast(name.utf8.count)))
  }
}

/// What of a site is made once, when it is first asked for.
private final class Shelf: Sendable {
  let site: Site
  private let made = Mutex(Made())

  private struct Made {
    var contexts: PageContexts?
    var copied: Set<PathKey>?
    var files: [String: [UInt8]]?
    var search: [String: [UInt8]]?
  }

  init(_ site: Site) { self.site = site }

  /// Whether a file of the content stands in the site.
  func copies(_ path: String) -> Bool {
    made.withLock { made in
      let copied = made.copied ?? Set(site.copiedFiles.map { PathKey($0) })
      made.copied = copied
      return copied.contains(PathKey(path))
    }
  }

  var contexts: PageContexts {
    made.withLock { made in
      if let contexts = made.contexts { return contexts }
      let contexts = PageContexts(site)
      made.contexts = contexts
      return contexts
    }
  }

  /// A file that is no page: for programs, or for the search.
  func machineFile(_ path: String) -> [UInt8]? {
    if let twins = TwinWriter(site), !site.isOwn(path) {
      switch path {
      case AgentFiles.indexPath: return AgentFiles(site, twins).index
      case AgentFiles.fullPath:
        let files = AgentFiles(site, twins)
        return try? files.pages.reduce(into: files.head) {
          $0 += try files.text(ofPage: $1, twin: nil)
        }
      default: if let bytes = twin(path, twins) { return bytes }
      }
    }
    return made.withLock { made in
      if let bytes = files(&made)[path] { return bytes }
      guard path.hasPrefix(Shards.folder) else { return nil }
      return search(&made)[path]
    }
  }

  var machinePaths: [String] {
    var paths = made.withLock { Array(files(&$0).keys) + Array(search(&$0).keys) }
    if let twins = TwinWriter(site) {
      paths += site.catalog.pages.indices.map { twins.path(of: $0) }.filter { !twins.isTaken($0) }
      paths += [AgentFiles.indexPath, AgentFiles.fullPath].filter { !site.isOwn($0) }
    }
    return paths
  }

  private func files(_ made: inout Made) -> [String: [UInt8]] {
    if let files = made.files { return files }
    var files: [String: [UInt8]] = [:]
    for (path, bytes) in site.machineFiles { files[path] = bytes }
    made.files = files
    return files
  }

  private func search(_ made: inout Made) -> [String: [UInt8]] {
    if let search = made.search { return search }
    var search: [String: [UInt8]] = [:]
    for (path, bytes) in SearchFiles(site).files() { search[path] = bytes }
    made.search = search
    return search
  }

  /// The Markdown of a page.
  private func twin(_ path: String, _ twins: TwinWriter) -> [UInt8]? {
    guard path.hasSuffix(".md"), !twins.isTaken(path),
      let index = site.catalog.urls.indices.first(where: { twins.path(of: $0) == path })
    else { return nil }
    var writer = PageWriter(contexts, twins: twins)
    // Where the file has changed, a newer site is about to be here.
    guard (try? writer.renderTwin(of: index)) != nil else { return nil }
    return writer.bytes
  }
}
