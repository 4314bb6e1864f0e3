import Diagnostics

/// One walk over an input folder. Open folders are taken from a list, so depth costs no stack and
/// no descriptors.
struct TreeWalk {
  /// A bound on what links that lead to each other's folders can multiply to.
  private static let folderLinkLimit = 1_000

  let root: Folder
  /// Absolute and without links, to tell whether a link stays inside.
  let realRoot: String
  /// A folder around the root, inside of which links may lead; the root itself where there is none.
  var realBoundary: String
  var includesUnderscored = false
  private let label: String
  private let excluded: Set<FileStatus.Identity>
  /// Folders still to be listed; nil is the root.
  private var pending: [RelativePath?] = [nil]
  private var folderLinks = 0
  private var found: [(path: RelativePath, status: FileStatus)] = []
  private var unreadable: [String] = []
  private var diagnostics: [Diagnostic] = []

  init(root: Folder, realRoot: String, excluded: [String], label: String) {
    self.root = root
    self.realRoot = realRoot
    realBoundary = realRoot
    self.label = label.isEmpty || label.hasSuffix("/") ? label : label + "/"
    // An excluded folder that does not exist cannot be met.
    self.excluded = Set(excluded.compactMap { try? FileStatus(at: $0).identity })
  }

  mutating func run() {
    while let folder = pending.popLast() {
      do {
        // Links in the path were judged when they were met.
        let listing = try FolderListing(folder, in: root, followingLinks: true)
        if !excluded.isEmpty, excluded.contains(try listing.status().identity) { continue }
        // A site that an earlier build wrote among the sources is none of them.
        if let folder, isSite(folder) { continue }
        while let entry = try listing.next() { visit(entry, of: folder, in: listing) }
      } catch {
        unreadable.append(folder?.text ?? "")
        report(FileError(.list, printed(folder), .system(error)))
      }
    }
  }

  consuming func result() -> DiscoveredTree {
    found.sort { $0.path < $1.path }
    diagnostics.sort()
    let files = found.map { file in
      DiscoveredFile(
        path: file.path.text, size: file.status.size, modified: file.status.modified,
        statusChanged: file.status.statusChanged, inode: file.status.identity.inode)
    }
    return DiscoveredTree(files: files, unreadable: unreadable, diagnostics: diagnostics)
  }

  private func isSite(_ folder: RelativePath) -> Bool {
    (try? root.status(of: folder.appending(ReservedName.manifest.bytes))) != nil
  }

  private mutating func visit(
    _ entry: FolderEntry, of folder: RelativePath?, in listing: borrowing FolderListing
  ) {
    guard !isLeftOut(entry.name) else { return }
    let path = folder?.appending(entry.name) ?? RelativePath(trusted: entry.name)
    guard String(validating: entry.name, as: UTF8.self) != nil else {
      return report(unreadableName: path)
    }
    do {
      if entry.kind == .folder { return pending.append(path) }
      if entry.kind == .link { return try visit(link: path) }
      let status = try listing.status(of: entry)
      switch status.kind {
      case .file: found.append((path, status))
      case .folder: pending.append(path)
      case .link: try visit(link: path)
      case .other: report(FileError(.read, printed(path), .notRegular), as: .warning)
      }
    } catch {
      unreadable.append(path.text)
      report(FileError(.read, printed(path), .system(error)))
    }
  }

  private mutating func visit(link path: RelativePath) throws(Errno) {
    switch try LinkJudgement(path, in: self) {
    case .file(let status):
      found.append((path, status))
    case .folder:
      folderLinks += 1
      guard folderLinks <= Self.folderLinkLimit else { return report(manyLinks: path) }
      pending.append(path)
    case .loop:
      report(
        .linkLoop, path, "the link leads back to a folder that holds it, or to itself",
        help: "remove the link, or let it lead to a folder beside it")
    case .dangling:
      report(
        .danglingLink, path, "the link leads to nothing",
        help: "remove the link, or put back the file it names")
    case .outside(let target):
      report(
        .linkLeavesFolder, path, "the link leads out of the input folder, to \"\(target)\"",
        help: "copy what it leads to into the folder, or remove the link")
    case .other:
      report(FileError(.read, printed(path), .notRegular), as: .warning)
    }
  }

  private func isLeftOut(_ name: [UInt8]) -> Bool {
    name.first == UInt8(ascii: ".") || (name.first == UInt8(ascii: "_") && !includesUnderscored)
      || name.elementsEqual("node_modules".utf8)
  }

  private func printed(_ path: RelativePath?) -> String {
    guard let path else { return label.isEmpty ? "." : String(label.dropLast()) }
    return label + path.text
  }

  private mutating func report(_ error: FileError, as severity: Severity = .error) {
    var diagnostic = error.diagnostic()
    diagnostic.severity = severity
    diagnostics.append(diagnostic)
  }

  private mutating func report(
    _ code: Code, _ path: RelativePath, _ message: String, help: String
  ) {
    diagnostics.append(Diagnostic(code, .error, message, path: printed(path), help: help))
  }

  private mutating func report(unreadableName path: RelativePath) {
    let shown = path.name.map { byte in
      byte < 0x80 && byte >= 0x20
        ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
    }.joined()
    report(
      .nameNotUTF8, path, "the name \"\(shown)\" is not UTF-8",
      help: "rename it; \"convmv -t utf8\" converts whole folders")
  }

  private mutating func report(manyLinks path: RelativePath) {
    // One finding is enough; the links past the bound would repeat it.
    guard folderLinks == Self.folderLinkLimit + 1 else { return }
    report(
      .tooManyFolderLinks, path, "more than \(Self.folderLinkLimit) links lead to folders",
      help: "links that lead to each other's folders multiply; remove those not needed")
  }
}
