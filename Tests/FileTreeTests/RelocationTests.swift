import FileTree
import Testing

@Suite("A move on the disk")
struct RelocationTests {
  private static let relocation = Relocation(
    words: "mv a b",
    texts: [
      Relocation.Text(path: "a/one.md", old: Array("one".utf8), new: Array("first".utf8)),
      Relocation.Text(path: "top.md", old: Array("top".utf8), new: Array("new".utf8)),
    ], entry: (from: "a", to: "x/y/b"))

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("a/one.md", "one")
    try folder.write("a/sub/two.md", "two")
    try folder.write("top.md", "top")
    return folder
  }

  private static let done = ["top.md": "new", "x/y/b/one.md": "first", "x/y/b/sub/two.md": "two"]

  @Test("everything changes, and nothing else is left behind")
  func whole() throws {
    let folder = try folder()
    try Self.relocation.run(in: folder.path)
    #expect(try folder.contents() == Self.done)
    #expect(!Relocation.isInterrupted(in: folder.path))
  }

  @Test("interrupted after any step, it is finished later", arguments: 1...3)
  func interrupted(steps: Int) throws {
    let folder = try folder()
    var left = steps
    #expect(throws: Relocation.Failure.self) {
      try Self.relocation.run(in: folder.path) { () throws(FileError) in
        left -= 1
        if left == 0 { throw FileError(.replace, "", .changed) }
      }
    }
    #expect(Relocation.isInterrupted(in: folder.path))
    let finished = try Relocation.finish(in: folder.path)
    #expect(finished?.words == "mv a b")
    #expect(finished?.isDone == true)
    #expect(try folder.contents() == Self.done)
    #expect(try Relocation.finish(in: folder.path) == nil)
  }

  @Test("a text that has been edited since then is not written over")
  func edited() throws {
    let folder = try folder()
    #expect(throws: Relocation.Failure.self) {
      try Self.relocation.run(in: folder.path) { () throws(FileError) in
        throw FileError(.replace, "", .changed)
      }
    }
    try folder.write("top.md", "somebody's words")
    #expect(throws: Relocation.Failure.self) { try Relocation.finish(in: folder.path) }
    #expect(try folder.contents()["top.md"] == "somebody's words")
  }

  @Test("where one text is not what it was, nothing changes")
  func changed() throws {
    let folder = try folder()
    try folder.write("top.md", "other")
    let before = try folder.contents()
    #expect(throws: Relocation.Failure.self) { try Self.relocation.run(in: folder.path) }
    #expect(try folder.contents() == before)
    #expect(!Relocation.isInterrupted(in: folder.path))
  }

  @Test("a link on the way is not followed")
  func link() throws {
    let folder = try TemporaryFolder()
    try folder.write("elsewhere/one.md", "one")
    try folder.write("top.md", "top")
    try folder.makeLink("a", to: "elsewhere")
    #expect(throws: Relocation.Failure.self) { try Self.relocation.run(in: folder.path) }
    #expect(folder.text("elsewhere/one.md") == "one")
    #expect(folder.text("top.md") == "top")
  }
}

extension TemporaryFolder {
  /// The text of every file.
  fileprivate func contents() throws -> [String: String] {
    var contents: [String: String] = [:]
    for path in try entries() where !path.hasSuffix("/") { contents[path] = text(path) }
    return contents
  }
}
