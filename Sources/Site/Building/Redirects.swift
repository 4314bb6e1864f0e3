import ByteText
import Checking
import Diagnostics
import Links
import Markdown
import Pages

/// Addresses at which something used to be: those that pages declare in `redirect_from`, and those
/// of `redirects` in the configuration.
struct Redirects: Sendable {
  struct Entry: Sendable {
    enum Target: Sendable {
      case page(Int, suffix: String)
      /// The full address of another site.
      case external(String)
    }

    /// The file to write.
    var file: String
    /// The old URL, relative to the site's root.
    var url: String
    var target: Target
  }

  /// The redirects to write.
  private(set) var entries: [Entry] = []
  /// All redirects, for the rules about them.
  private(set) var references: [RedirectReference] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let catalog: Catalog
  private let project: Project
  /// The redirect at each file.
  private var taken: [PathKey: Int] = [:]
  /// For each redirect, the file it is written as.
  private var files: [String] = []

  init(_ catalog: Catalog, _ project: Project) {
    self.catalog = catalog
    self.project = project
    for (index, page) in catalog.pages.enumerated() {
      for from in page.frontMatter.redirectFrom {
        take(
          from, leadingTo: "", at: from.range, .page(index, fragment: nil), of: page.printedPath,
          key: "redirect_from")
      }
    }
    for redirect in project.config.redirects {
      take(
        redirect.from, leadingTo: redirect.to.value, at: redirect.to.range, .missing,
        of: project.configPath, key: "redirects")
    }
    // Where one leads is known once all are.
    for index in references.indices where !references[index].written.isEmpty {
      references[index].target = target(of: references[index].written)
    }
    for index in references.indices { addEntry(index) }
  }

  private mutating func take(
    _ from: Located<String>, leadingTo written: String, at range: ByteRange,
    _ target: RedirectReference.Target, of path: String, key: String
  ) {
    let report = { (message: String) in
      Diagnostic(
        .badRedirect, .error, message, path: path, range: from.range, subject: from.value,
        help: "take this entry out of `\(key)`")
    }
    guard !from.value.contains(where: { $0 == "#" || $0 == "?" }) else {
      diagnostics.append(
        report("\"\(from.value)\" has a query or a fragment, which no redirect can tell apart"))
      return
    }
    guard let url = Self.url(of: from.value, project) else {
      diagnostics.append(report("\"\(from.value)\" leads out of the site"))
      return
    }
    let file = PagePath.outputFile(of: url)
    if catalog.page(atURL: Array(url.utf8)) != nil || catalog.hasFile(Array(file.utf8)) {
      diagnostics.append(report("a page or file of the guide stands at \"\(from.value)\""))
    } else if let other = catalog.fileInTheWay(of: file) {
      diagnostics.append(
        report("\"\(from.value)\" needs a folder where the file \(other) stands"))
    } else if let other = taken[PathKey(file)] {
      diagnostics.append(
        report("\(references[other].path) redirects from \"\(from.value)\" too"))
    } else {
      taken[PathKey(file)] = references.count
      files.append(file)
      references.append(
        RedirectReference(
          from: from.value, url: url, target: target, written: written, path: path, range: range))
    }
  }

  /// What the target of a configured redirect means: a page by its source or its URL, another
  /// redirect, or another site.
  private func target(of written: String) -> RedirectReference.Target {
    let bytes = Array(written.utf8)
    if LinkTarget.hasScheme(bytes) || written.hasPrefix("//") {
      return SiteURL.webProblem(with: written) == nil ? .external(written) : .missing
    }
    let path = String(written.prefix { $0 != "#" && $0 != "?" })
    let fragment = written.split(separator: "#", maxSplits: 1).dropFirst().first.map(String.init)
    guard let source = Resolver.joined(PercentEncoding.decoded(path.utf8), to: []) else {
      return .missing
    }
    if let page = catalog.page(atPath: source) { return .page(page, fragment: fragment) }
    guard let url = Self.url(of: path, project) else { return .missing }
    if let page = catalog.page(atURL: Array(url.utf8)) { return .page(page, fragment: fragment) }
    if let next = taken[PathKey(PagePath.outputFile(of: url))] { return .redirect(next) }
    return .missing
  }

  /// What leads to another redirect is sent to that one's target at once.
  private mutating func addEntry(_ index: Int) {
    var last = index
    for _ in references {
      guard case .redirect(let next) = references[last].target else { break }
      last = next
    }
    let target: Entry.Target
    switch references[last].target {
    case .page(let page, let fragment):
      target = .page(page, suffix: fragment.map { "#" + $0 } ?? "")
    case .external(let address): target = .external(address)
    case .redirect, .missing: return
    }
    entries.append(Entry(file: files[index], url: references[index].url, target: target))
  }

  /// The URL of a former source path or URL; nil when it leads out of the site.
  private static func url(of former: String, _ project: Project) -> String? {
    let parts = former.split(separator: "/").filter { $0 != "." }
    guard !parts.contains("..") else { return nil }
    var path = parts.joined(separator: "/")
    if PagePath.isPage(path) {
      return PagePath(path).url(slug: nil, directoryURLs: project.config.usesDirectoryURLs)
    }
    if path.hasSuffix("index.html") { path = String(path.dropLast("index.html".count)) }
    return path.isEmpty || path.hasSuffix("/") || path.hasSuffix(".html") ? path : path + "/"
  }
}
