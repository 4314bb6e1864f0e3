import Diagnostics
import Testing

@testable import FileTree

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct DiscoveryTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func found(excluding: [String] = []) throws -> [String] {
    let tree = try Discovery.files(in: folder.path, excluding: excluding)
    #expect(tree.diagnostics.isEmpty)
    return tree.files.map(\.path)
  }

  private func findings() throws -> [String] {
    try Discovery.files(in: folder.path, label: "content").diagnostics.map {
      "\($0.code.id) \($0.path ?? "")"
    }
  }

  @Test("files come in the order of their paths' bytes, whatever the disk's order is")
  func order() throws {
    for path in ["b.md", "a/z.md", "a-b.md", "a.md", "A/x.md", "a/b/c.md"] {
      try folder.write(path)
    }
    #expect(try found() == ["A/x.md", "a-b.md", "a.md", "a/b/c.md", "a/z.md", "b.md"])
  }

  @Test("a file is told with its size, time and inode")
  func facts() throws {
    try folder.write("a.md", "12345")
    let file = try #require(try Discovery.files(in: folder.path).files.first)
    #expect(file.size == 5)
    #expect(file.inode == folder.inode("a.md"))
    #expect(file.modified == folder.status("a.md")?.modified)
    #expect(file.modified > 1_600_000_000_000_000_000)
  }

  @Test(
    "what is not meant to be published is left out",
    arguments: [
      ".hidden.md", ".git/a.md", "_draft.md", "_drafts/a.md", "node_modules/p/a.md",
      "a/node_modules/b.md", "a/_b/c.md",
    ])
  func leftOut(path: String) throws {
    try folder.write(path)
    #expect(try found() == [])
  }

  @Test("a name that only holds what is left out at its beginning is found")
  func notLeftOut() throws {
    try folder.write("a_b.md")
    try folder.write("my_node_modules/a.md")
    #expect(try found() == ["a_b.md", "my_node_modules/a.md"])
  }

  @Test("an excluded folder is not entered, by its own path or through a link")
  func excluded() throws {
    try folder.write("site/index.html")
    try folder.write("a.md")
    try folder.makeLink("link", to: "site")
    #expect(try found(excluding: [folder.at("site"), folder.at("missing")]) == ["a.md"])
  }

  @Test("links to a file and to a folder inside the root are followed")
  func linksInside() throws {
    try folder.write("real/a.md", "abc")
    try folder.makeLink("b.md", to: "real/a.md")
    try folder.makeLink("c", to: folder.at("real"))
    let tree = try Discovery.files(in: folder.path)
    #expect(tree.files.map(\.path) == ["b.md", "c/a.md", "real/a.md"])
    #expect(tree.files.map(\.size) == [3, 3, 3])
    #expect(tree.diagnostics.isEmpty)
  }

  @Test("the root may be a link itself")
  func rootLink() throws {
    try folder.write("real/a.md")
    try folder.makeLink("root", to: "real")
    #expect(try Discovery.files(in: folder.at("root")).files.map(\.path) == ["a.md"])
  }

  @Test("every link that cannot be followed is reported, and the rest is found")
  func badLinks() throws {
    try folder.write("sub/good.md")
    try folder.makeLink("a-outside", to: "/etc/passwd")
    try folder.makeLink("b-outside", to: "..")
    try folder.makeLink("c-dangling", to: "nowhere")
    try folder.makeLink("d-circle", to: "d-circle")
    try folder.makeLink("sub/e-up", to: "..")
    try folder.makeLink("sub/f-self", to: ".")
    try folder.makeLink("g-dangling", to: "sub/good.md/x")
    #expect(
      try findings() == [
        "TB-F001 content/a-outside", "TB-F001 content/b-outside", "TB-F002 content/c-dangling",
        "TB-F003 content/d-circle", "TB-F002 content/g-dangling", "TB-F003 content/sub/e-up",
        "TB-F003 content/sub/f-self",
      ])
    #expect(try Discovery.files(in: folder.path).files.map(\.path) == ["sub/good.md"])
  }

  @Test("a sibling whose name begins like the root's is outside")
  func similarName() throws {
    try folder.write("docs-old/a.md")
    try folder.makeLink("docs/a.md", to: "../docs-old/a.md")
    let tree = try Discovery.files(in: folder.at("docs"))
    #expect(tree.diagnostics.map(\.code) == [.linkLeavesFolder])
    #expect(tree.files.isEmpty)
  }

  @Test("folders that link to each other end in a loop, not in an endless walk")
  func mutualLinks() throws {
    try folder.write("a/x.md")
    try folder.makeLink("a/to-b", to: "../b")
    try folder.makeLink("b/to-a", to: "../a")
    let tree = try Discovery.files(in: folder.path)
    #expect(tree.files.map(\.path) == ["a/x.md", "b/to-a/x.md"])
    #expect(tree.diagnostics.map(\.path) == ["a/to-b/to-a", "b/to-a/to-b"])
    #expect(tree.diagnostics.allSatisfy { $0.code == .linkLoop })
  }

  @Test("links that multiply are cut off with one finding")
  func multiplyingLinks() throws {
    for from in 0..<7 {
      try folder.write("d\(from)/x.md")
      for to in 0..<7 where to != from { try folder.makeLink("d\(from)/l\(to)", to: "../d\(to)") }
    }
    let tree = try Discovery.files(in: folder.path)
    #expect(tree.diagnostics.count { $0.code == .tooManyFolderLinks } == 1)
    #expect(tree.files.count == 1_007)
  }

  @Test("a name that is not UTF-8 is reported with its bytes")
  func badName() throws {
    let root = try Folder(at: folder.path)
    let name: [UInt8] = [UInt8(ascii: "a"), 0xFF, UInt8(ascii: "b")]
    do { _ = try root.createFile(RelativePath(trusted: name)) } catch {
      // macOS makes no such file.
      #expect(error.code == EILSEQ)
      return
    }
    try folder.write("good.md")
    let tree = try Discovery.files(in: folder.path)
    #expect(tree.files.map(\.path) == ["good.md"])
    #expect(tree.diagnostics.map(\.message) == ["the name \"a\\xFFb\" is not UTF-8"])
  }

  @Test("a pipe is a warning, and is not opened")
  func pipe() throws {
    #expect(mkfifo(folder.at("pipe.md"), 0o644) == 0)
    let tree = try Discovery.files(in: folder.path)
    #expect(tree.files.isEmpty)
    #expect(tree.diagnostics.map(\.code) == [.notAFile])
    #expect(tree.diagnostics.map(\.severity) == [.warning])
  }

  @Test(
    "a folder that may not be read is reported, and the rest is found",
    .enabled(if: geteuid() != 0, "the superuser may read everything"))
  func unreadableFolder() throws {
    try folder.write("closed/a.md")
    try folder.write("open/a.md")
    try folder.setMode(0, of: "closed")
    defer { try? folder.setMode(0o755, of: "closed") }
    #expect(try findings() == ["TB-F004 content/closed"])
    #expect(try Discovery.files(in: folder.path).files.map(\.path) == ["open/a.md"])
  }

  @Test("a tree deeper than a path can name is reported where it begins")
  func deep() throws {
    var at = try Folder(at: folder.path)
    let name = RelativePath(trusted: String(repeating: "d", count: 250).utf8)
    for _ in 0..<20 {
      try at.makeFolder(name)
      at = try Folder(name, in: at)
    }
    let codes = try Discovery.files(in: folder.path).diagnostics.map(\.code)
    #expect(codes == [.unreadable])
    // Undone step by step: the test's own folder has to be removable.
    try removeDeep(name)
  }

  private func removeDeep(_ name: RelativePath) throws {
    var chain = [try Folder(at: folder.path)]
    while let next = try? Folder(name, in: chain[chain.count - 1]) { chain.append(next) }
    chain.removeLast()
    for above in chain.reversed() { try above.removeFolder(name) }
  }

  @Test("a root that does not exist is an error with its path")
  func missingRoot() throws {
    let path = folder.at("missing")
    #expect(throws: FileError(.list, path, .system(.notFound))) {
      try Discovery.files(in: path)
    }
  }
}
