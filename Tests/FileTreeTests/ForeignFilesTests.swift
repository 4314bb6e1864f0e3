import Diagnostics
import Testing

@testable import FileTree

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Foreign files", .serialized) struct ForeignFilesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("what somebody put into the output stays, whatever it is", arguments: [false, true])
  func kept(fileByFile: Bool) throws {
    try folder.write("site/.gitignore", "*")
    try folder.publish(["a/b.html": "1"], fileByFile: fileByFile)
    try folder.write("site/a/notes.txt", "mine")
    try folder.write("site/x/y/z.txt", "mine")
    try folder.makeFolder("site/empty/inner")
    try folder.setMode(0o750, of: "site/empty/inner")
    try folder.makeLink("site/link", to: "/nowhere")
    #expect(mkfifo(folder.at("site/pipe"), 0o600) == 0)
    let inode = folder.inode("site/x/y/z.txt")
    let result = try folder.publish(["c.html": "2"], fileByFile: fileByFile)
    #expect(result.foreign == 5)
    #expect(result.way == (fileByFile ? .fileByFile : .exchanged))
    #expect(
      try folder.entries("site") == [
        ".gitignore", ".turnbook-manifest", "a/", "a/notes.txt", "c.html", "empty/",
        "empty/inner/", "link", "pipe", "x/", "x/y/", "x/y/z.txt",
      ])
    #expect(folder.inode("site/x/y/z.txt") == inode)
    #expect(folder.status("site/empty/inner")?.mode == 0o750)
    #expect(folder.status("site/link")?.kind == .link)
  }

  @Test("foreign files in the way are all named, and nothing is changed", arguments: [false, true])
  func conflicts(fileByFile: Bool) throws {
    try folder.publish(["old.html": "old"])
    try folder.write("site/a.html", "mine")
    try folder.write("site/b", "a file where a folder is to be")
    try folder.write("site/c/mine.txt", "in a folder where a file is to be")
    try folder.makeFolder("site/d")
    try folder.makeLink("site/e", to: "/tmp")
    let before = try folder.entries()
    #expect(
      throws: PublishError.foreignFiles(
        ["a.html", "b", "c/mine.txt", "d", "e"], output: folder.at("site"))
    ) {
      try folder.publish(
        ["a.html": "1", "b/1.html": "1", "c": "1", "d": "1", "e/1.html": "1"],
        fileByFile: fileByFile)
    }
    #expect(try folder.entries() == before)
    #expect(folder.text("site/a.html") == "mine")
    #expect(folder.text("site/old.html") == "old")
  }

  @Test("a foreign file with the bytes that are to be written becomes the site's")
  func adopted() throws {
    try folder.write("site/a.html", "same")
    try folder.publish(["a.html": "same"])
    try folder.publish(["a.html": "new"])
    #expect(folder.text("site/a.html") == "new")
  }

  @Test("a folder of the site that somebody emptied is not taken for a foreign one")
  func emptied() throws {
    try folder.publish(["a/b.html": "1", "c.html": "1"])
    try folder.remove("site/a/b.html")
    try folder.publish(["c.html": "2"])
    #expect(try folder.entries("site") == [".turnbook-manifest", "c.html"])
  }

  @Test("a file that comes in the moment of the exchange is saved beside the site")
  func late() throws {
    try folder.publish(["a/b.html": "1"])
    let folder = folder
    let result = try folder.publish(["a/b.html": "2"]) { step throws(PublishError) in
      guard step == .complete else { return }
      do { try folder.write("site/a/late.txt", "mine") } catch { throw .badPath("test") }
    }
    let saved = try #require(result.saved)
    #expect(saved.hasPrefix(folder.at("site.turnbook-saved-")))
    #expect(try FileReader.read(saved + "/a/late.txt", limit: 10) == Array("mine".utf8))
    #expect(try folder.site() == ["a/b.html": "2"])
    #expect(result.diagnostics(output: "site").map(\.path) == [saved])
  }
}
