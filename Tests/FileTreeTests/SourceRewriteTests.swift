import Diagnostics
import Testing

@testable import FileTree

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Rewriting a source")
struct SourceRewriteTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("content/a.md", "old\n")
  }

  private func rewrite(
    _ path: String, _ new: String = "new\n", replacing old: String = "old\n",
    in root: String = "content"
  ) throws(FileError) {
    try SourceRewrite.write(
      Array(new.utf8), to: folder.at(path), in: folder.at(root), replacing: Array(old.utf8))
  }

  private func reason(_ body: () throws(FileError) -> Void) -> FileError.Reason? {
    do { try body() } catch { return error.reason }
    return nil
  }

  @Test("the new bytes stand there, and nothing else is left", arguments: [0, 1, 100_000])
  func bytes(count: Int) throws {
    let text = String(repeating: "x", count: count)
    try rewrite("content/a.md", text)
    #expect(folder.text("content/a.md") == text)
    #expect(try folder.entries("content") == ["a.md"])
  }

  @Test("the mode stays", arguments: [0o600, 0o644, 0o664, 0o755] as [mode_t])
  func mode(mode: mode_t) throws {
    try folder.setMode(mode, of: "content/a.md")
    try rewrite("content/a.md")
    #expect(folder.status("content/a.md")?.mode == mode)
  }

  @Test("the owner and the group stay", .enabled(if: getuid() == 0, "needs root"))
  func owner() throws {
    #expect(chown(folder.at("content/a.md"), 1234, 4321) == 0)
    try folder.setMode(0o640, of: "content/a.md")
    try rewrite("content/a.md")
    let status = try #require(folder.status("content/a.md"))
    #expect(status.owner == 1234 && status.group == 4321 && status.mode == 0o640)
  }

  @Test("who has the old file open still reads the old bytes: it is replaced, not written over")
  func replaced() throws {
    let inode = folder.inode("content/a.md")
    let open = try FileDescriptor(readingFrom: folder.at("content/a.md"))
    try rewrite("content/a.md")
    #expect(folder.inode("content/a.md") != inode)
    #expect(try open.contents(limit: 100) == Array("old\n".utf8))
  }

  @Test("a file with the same bytes already is left alone")
  func unchanged() throws {
    let inode = folder.inode("content/a.md")
    try rewrite("content/a.md", "old\n")
    #expect(folder.inode("content/a.md") == inode)
  }

  @Test("a link stays a link, and what it leads to is rewritten")
  func link() throws {
    try folder.makeLink("content/deep/link.md", to: "../a.md")
    try rewrite("content/deep/link.md")
    #expect(folder.text("content/a.md") == "new\n")
    #expect(folder.status("content/deep/link.md")?.kind == .link)
    #expect(try folder.entries("content") == ["a.md", "deep/", "deep/link.md"])
  }

  @Test("a root that is a link itself is the folder it leads to")
  func linkedRoot() throws {
    try folder.makeLink("guide", to: "content")
    try rewrite("guide/a.md", in: "guide")
    #expect(folder.text("content/a.md") == "new\n")
  }

  @Test(
    "what lies outside of the root is refused, by whatever path",
    arguments: [
      "content/link.md", "content/folder/x.md", "content/../x.md", "x.md", "contents/x.md",
    ])
  func outside(path: String) throws {
    try folder.write("x.md", "old\n")
    try folder.write("contents/x.md", "old\n")
    try folder.makeLink("content/link.md", to: "../x.md")
    try folder.makeLink("content/folder", to: "..")
    let reason = reason { () throws(FileError) in try rewrite(path) }
    guard case .outside(let target) = reason else {
      Issue.record("\(String(describing: reason))")
      return
    }
    #expect(target.hasSuffix("/x.md"))
    #expect(folder.text("x.md") == "old\n" && folder.text("contents/x.md") == "old\n")
    let finding = FileError(.replace, path, .outside(target: target)).diagnostic()
    #expect(finding.code == .linkLeavesFolder)
  }

  @Test(
    "a file that is no longer what was read is refused",
    arguments: ["other", "old\n and more", "ol", "", "OLD\n"])
  func changed(now: String) throws {
    try folder.write("content/a.md", now)
    let error = FileError(.replace, folder.at("content/a.md"), .changed)
    #expect(throws: error) { try rewrite("content/a.md") }
    #expect(folder.text("content/a.md") == now)
    #expect(try folder.entries("content") == ["a.md"])
    #expect(error.diagnostic().message == "the file has changed since it was read")
  }

  @Test("a missing file, a folder and a pipe are refused")
  func notAFile() throws {
    try folder.makeFolder("content/sub")
    #expect(mkfifo(folder.at("content/pipe"), 0o644) == 0)
    #expect(reason { () throws(FileError) in try rewrite("content/b.md") } == .system(.notFound))
    #expect(reason { () throws(FileError) in try rewrite("content/sub") } == .system(.isFolder))
    #expect(reason { () throws(FileError) in try rewrite("content/pipe") } == .notRegular)
    #expect(reason { () throws(FileError) in try rewrite("content/a.md\0") } == .badPath)
  }

  @Test("a file that may not be written to is refused", .enabled(if: getuid() != 0, "not as root"))
  func readOnly() throws {
    try folder.setMode(0o444, of: "content/a.md")
    #expect(reason { () throws(FileError) in try rewrite("content/a.md") } == .system(.denied))
    #expect(folder.text("content/a.md") == "old\n")
  }

  #if os(Linux)
    @Test(
      "on a full disk the old file stays, and nothing is left beside it",
      .enabled(if: mayMount, "needs the right to mount file systems"))
    func fullDisk() throws {
      try folder.makeFolder("small")
      let mount = try Mount(folder.at("small"), "size=64k")
      try folder.write("small/a.md", "old\n")
      let new = String(repeating: "x", count: 100_000)
      let reason = reason { () throws(FileError) in try rewrite("small/a.md", new, in: "small") }
      #expect(reason == .system(.diskFull))
      #expect(folder.text("small/a.md") == "old\n")
      #expect(try folder.entries("small") == ["a.md"])
      _ = mount.path
    }
  #endif
}
