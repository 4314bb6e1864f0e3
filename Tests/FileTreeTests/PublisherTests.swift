import Testing

@testable import FileTree

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct PublisherTests {
  let folder: TemporaryFolder
  let output: String

  init() throws {
    folder = try TemporaryFolder()
    output = folder.at("site")
  }

  @Test("the first site is moved into place, with its manifest and nothing beside it")
  func first() throws {
    let result = try folder.publish(["index.html": "home", "a/b/index.html": "page"])
    #expect(result.way == .created)
    #expect(result.written == 2)
    #expect(folder.text("site/a/b/index.html") == "page")
    #expect(
      folder.text("site/.turnbook-manifest")
        == "turnbook-manifest 1\na/b/index.html\nindex.html\nend 2\n")
    #expect(
      try folder.entries() == [
        "site/", "site/.turnbook-manifest", "site/a/", "site/a/b/", "site/a/b/index.html",
        "site/index.html",
      ])
  }

  @Test("nothing is seen of the new site before it is committed")
  func staged() throws {
    try folder.publish(["a.html": "old"])
    let publisher = try Publisher.begin(output: output)
    try publisher.write("a.html", Array("new".utf8))
    #expect(try folder.entries("site") == [".turnbook-manifest", "a.html"])
    #expect(folder.text("site/a.html") == "old")
    #expect(try publisher.commit().way == .exchanged)
    #expect(folder.text("site/a.html") == "new")
  }

  @Test("an equal site touches nothing: every inode, and the folder itself, stays")
  func republish() throws {
    let site = ["index.html": "home", "a/b.html": "page", "empty.txt": ""]
    try folder.publish(site)
    let before = ["site", "site/a", "site/a/b.html", "site/index.html", "site/.turnbook-manifest"]
      .map(folder.status)
    let result = try folder.publish(site)
    #expect(result.way == .unchanged)
    #expect(result.unchanged == 3)
    let after = ["site", "site/a", "site/a/b.html", "site/index.html", "site/.turnbook-manifest"]
      .map(folder.status)
    #expect(before.map { $0?.identity } == after.map { $0?.identity })
    #expect(before.map { $0?.modified } == after.map { $0?.modified })
    #expect(try folder.entries() == ["site/"] + folder.entries("site").map { "site/" + $0 })
  }

  @Test("unchanged files keep inode and time when others change, whichever is written first")
  func unchangedFiles() throws {
    try folder.publish(["a/1.html": "1", "b/2.html": "2", "c/3.html": "3"])
    let first = folder.status("site/a/1.html")
    let last = folder.status("site/c/3.html")
    let result = try folder.publish(["a/1.html": "1", "b/2.html": "new", "c/3.html": "3"])
    #expect(result.way == .exchanged)
    #expect(result.written == 1)
    #expect(result.unchanged == 2)
    #expect(folder.status("site/a/1.html")?.identity == first?.identity)
    #expect(folder.status("site/c/3.html")?.modified == last?.modified)
    #expect(folder.text("site/b/2.html") == "new")
  }

  @Test("a file that is no longer written goes, and its folder with it")
  func removed() throws {
    try folder.publish(["a/b/c.html": "1", "d.html": "2"])
    let result = try folder.publish(["d.html": "2"])
    #expect(result.removed == 1)
    #expect(try folder.entries("site") == [".turnbook-manifest", "d.html"])
  }

  @Test("a file may become a folder, and a folder a file")
  func changedKind() throws {
    try folder.publish(["a": "file", "b/c": "file"])
    try folder.publish(["a/c": "new", "b": "new"])
    #expect(try folder.entries("site") == [".turnbook-manifest", "a/", "a/c", "b"])
  }

  @Test("somebody's edit of a published file is written over")
  func edited() throws {
    try folder.publish(["a.html": "page"])
    try folder.write("site/a.html", "edit")
    try folder.publish(["a.html": "page"])
    #expect(folder.text("site/a.html") == "page")
  }

  @Test("two threads write one site; what either writes is there")
  func threads() async throws {
    let publisher = try Publisher.begin(output: output)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for thread in 0..<4 {
        group.addTask {
          for page in 0..<200 {
            try publisher.write("g\(page % 20)/p\(page)/\(thread).html", Array("\(page)".utf8))
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try publisher.commit().written == 800)
    #expect(folder.text("site/g3/p143/2.html") == "143")
  }

  @Test(
    "a path that could leave the output, or is kept for Turnbook, is refused",
    arguments: [
      "/etc/x", "../x", "a//b", "a/./b", "", "a\0", ".turnbook-manifest", "a/.turnbook-x",
    ])
  func badPath(path: String) throws {
    let publisher = try Publisher.begin(output: output)
    #expect(throws: PublishError.badPath(path)) { try publisher.write(path, []) }
    #expect(throws: PublishError.badPath(path)) { try publisher.commit() }
    #expect(try folder.entries() == [])
  }

  @Test("a path written twice is an error, and nothing is published")
  func twice() throws {
    try folder.publish(["a.html": "old"])
    let publisher = try Publisher.begin(output: output)
    try publisher.write("a.html", Array("1".utf8))
    #expect(throws: PublishError.writtenTwice("a.html")) {
      try publisher.write("a.html", Array("2".utf8))
    }
    #expect(throws: PublishError.writtenTwice("a.html")) { try publisher.commit() }
    #expect(folder.text("site/a.html") == "old")
    #expect(try folder.entries() == ["site/", "site/.turnbook-manifest", "site/a.html"])
  }

  @Test(
    "a path that is a file and a folder is an error in either order",
    arguments: [["a", "a/b/c"], ["a/b/c", "a"], ["a/b", "a/b/c"], ["a/b/c", "a/b"]])
  func fileAndFolder(paths: [String]) throws {
    let publisher = try Publisher.begin(output: output)
    try publisher.write(paths[0], [])
    #expect(throws: PublishError.fileAndFolder(min(paths[0], paths[1]))) {
      try publisher.write(paths[1], [])
    }
  }

  @Test("an abandoned publisher, or one that is forgotten, leaves everything as it was")
  func abandoned() throws {
    try folder.publish(["a.html": "old"])
    let publisher = try Publisher.begin(output: output)
    try publisher.write("a.html", Array("new".utf8))
    publisher.abandon()
    publisher.abandon()
    try { try Publisher.begin(output: output).write("b.html", []) }()
    #expect(try folder.entries() == ["site/", "site/.turnbook-manifest", "site/a.html"])
    #expect(folder.text("site/a.html") == "old")
  }

  @Test("folders above the output are made, and taken back if nothing is published")
  func parents() throws {
    try Publisher.begin(output: folder.at("x/y/site")).abandon()
    #expect(try folder.entries() == [])
    let publisher = try Publisher.begin(output: folder.at("x/y/site/"))
    try publisher.write("a.html", [])
    _ = try publisher.commit()
    #expect(
      try folder.entries()
        == ["x/", "x/y/", "x/y/site/", "x/y/site/.turnbook-manifest", "x/y/site/a.html"])
  }

  @Test("an output that is a link to a folder stays a link")
  func linkedOutput() throws {
    try folder.makeFolder("real")
    try folder.makeLink("site", to: "real")
    try folder.publish(["a.html": "1"])
    #expect(folder.status("site")?.kind == .link)
    #expect(folder.text("real/a.html") == "1")
  }

  @Test(
    "an output in a folder that may not be written is published from inside it, file by file",
    .enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func closedParent() throws {
    try folder.publish(["a.html": "1", "b.html": "1"])
    try folder.setMode(0o555, of: ".")
    defer { try? folder.setMode(0o755, of: ".") }
    let result = try folder.publish(["a.html": "2"])
    #expect(result.way == .fileByFile)
    #expect(try folder.entries("site") == [".turnbook-manifest", "a.html"])
    #expect(folder.text("site/a.html") == "2")
  }

  @Test("files are readable by all and writable by their owner, as far as the umask allows")
  func modes() throws {
    try folder.write("source", "x")
    try folder.setMode(0o600, of: "source")
    let publisher = try Publisher.begin(output: output)
    try publisher.write("a/b.html", [])
    try publisher.copy(from: folder.at("source"), to: "c")
    _ = try publisher.commit()
    let mask = umask(0o022)
    umask(mask)
    #expect(folder.status("site/a/b.html")?.mode == 0o644 & ~mask)
    #expect(folder.status("site/c")?.mode == 0o644 & ~mask)
    #expect(folder.status("site/a")?.mode == 0o755 & ~mask)
  }

  @Test("the output folder keeps the mode its owner gave it")
  func outputMode() throws {
    try folder.makeFolder("site")
    try folder.setMode(0o2775, of: "site")
    try folder.publish(["a.html": "1"])
    #expect(folder.status("site")?.mode == 0o2775)
  }
}

@Suite struct PublisherCopyTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @discardableResult
  private func publishCopy() throws -> PublishResult {
    let publisher = try Publisher.begin(output: folder.at("site"))
    try publisher.copy(from: folder.at("in/logo.svg"), to: "assets/logo.svg")
    return try publisher.commit()
  }

  @Test("a copy has the bytes of its source", arguments: [0, 10, 65_536, 200_001])
  func copied(count: Int) throws {
    try folder.write("in/logo.svg", String(repeating: "x", count: count))
    try publishCopy()
    #expect(folder.text("site/assets/logo.svg")?.utf8.count == count)
    #expect(try publishCopy().way == .unchanged)
  }

  @Test("editing the source in place does not change the site")
  func apart() throws {
    try folder.write("in/logo.svg", "old")
    try publishCopy()
    try publishCopy()
    try folder.write("in/logo.svg", "new")
    #expect(folder.text("site/assets/logo.svg") == "old")
    #expect(try publishCopy().written == 1)
    #expect(folder.text("site/assets/logo.svg") == "new")
  }

  @Test("large files that differ in their last byte are told apart")
  func lastByte() throws {
    let most = String(repeating: "x", count: 200_000)
    try folder.write("in/logo.svg", most + "a")
    try publishCopy()
    try folder.write("in/logo.svg", most + "b")
    #expect(try publishCopy().way == .exchanged)
    #expect(folder.text("site/assets/logo.svg")?.last == "b")
  }

  @Test("a source that is missing or a folder is an error that names it")
  func badSource() throws {
    try folder.makeFolder("in/logo.svg")
    let source = folder.at("in/logo.svg")
    #expect(throws: PublishError.file(FileError(.read, source, .system(.isFolder)))) {
      try publishCopy()
    }
    let publisher = try Publisher.begin(output: folder.at("site"))
    #expect(throws: PublishError.file(FileError(.read, "/no/file", .system(.notFound)))) {
      try publisher.copy(from: "/no/file", to: "a")
    }
  }
}
