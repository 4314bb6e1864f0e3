import Testing

@testable import FileTree

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Writing a file that a person named")
struct WholeFileTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("a.txt", "old, and longer than the new one\n")
  }

  private func write(_ path: String, _ text: String = "new\n") throws(FileError) {
    try WholeFile.write(Array(text.utf8), to: folder.at(path))
  }

  @Test("the new bytes stand there, and nothing else is left", arguments: ["a.txt", "b.txt"])
  func bytes(name: String) throws {
    try write(name)
    #expect(folder.text(name) == "new\n")
    #expect(try folder.entries() == Set(["a.txt", name]).sorted())
  }

  @Test("who has the old file open still reads the old bytes: it is replaced, not written over")
  func replaced() throws {
    let open = try FileDescriptor(readingFrom: folder.at("a.txt"))
    try write("a.txt")
    #expect(try open.contents(limit: 100).starts(with: Array("old".utf8)))
  }

  @Test("the mode of an old file stays, and that of a new one is as asked for")
  func mode() throws {
    try folder.setMode(0o600, of: "a.txt")
    try write("a.txt")
    #expect(folder.status("a.txt")?.mode == 0o600)
    try WholeFile.write([], to: folder.at("secret"), mode: 0o600)
    #expect(folder.status("secret")?.mode == 0o600)
  }

  @Test("a link stays a link, and what it leads to is written, there or not")
  func links() throws {
    try folder.makeLink("link", to: "a.txt")
    try folder.makeLink("ahead", to: "b.txt")
    try write("link")
    try write("ahead", "b")
    #expect(folder.text("a.txt") == "new\n" && folder.text("b.txt") == "b")
    #expect(folder.status("link")?.kind == .link && folder.status("ahead")?.kind == .link)
  }

  @Test("all names of one file have the new bytes")
  func names() throws {
    #expect(link(folder.at("a.txt"), folder.at("other")) == 0)
    try write("a.txt")
    #expect(folder.text("other") == "new\n")
  }

  @Test("a folder and a place that is not there are errors, and nothing is made")
  func refused() throws {
    try folder.makeFolder("place")
    #expect(throws: FileError.self) { try write("place") }
    #expect(throws: FileError.self) { try write("nowhere/a.txt") }
    #expect(throws: FileError.self) { try write("a\0b") }
    #expect(try folder.entries() == ["a.txt", "place/"])
  }

  @Test("a file in a folder that takes no new entries is written over")
  func closedFolder() throws {
    // As long as a name may be: none beside it can be made from it.
    let name = String(repeating: "n", count: 255)
    try folder.write(name, "old")
    try write(name)
    #expect(folder.text(name) == "new\n")
  }

  @Test("a device gets the bytes and stays one")
  func device() throws {
    try WholeFile.write([1], to: "/dev/null")
    #expect(try FileStatus(at: "/dev/null").kind == .other)
  }
}

@Suite("Putting a folder in the place of another")
struct FolderReplacementTests {
  @Test("the new one is there afterwards, and the old one under the new one's name")
  func replaced() throws {
    let folder = try TemporaryFolder()
    try folder.write("new/a", "1")
    try FolderReplacement.put("new", at: "place", in: folder.path)
    #expect(try folder.entries() == ["place/", "place/a"])
    try folder.write("new/b", "2")
    try FolderReplacement.put("new", at: "place", in: folder.path)
    #expect(try folder.entries() == ["new/", "new/a", "place/", "place/b"])
  }

  @Test("where the new one is missing, the old one stays")
  func missing() throws {
    let folder = try TemporaryFolder()
    try folder.write("place/a", "1")
    #expect(throws: FileError.self) {
      try FolderReplacement.put("new", at: "place", in: folder.path)
    }
    #expect(folder.text("place/a") == "1")
  }
}
