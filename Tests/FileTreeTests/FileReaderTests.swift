import Diagnostics
import Testing

@testable import FileTree

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct FileReaderTests {
  let folder: TemporaryFolder
  let reader: FileReader

  init() throws {
    folder = try TemporaryFolder()
    reader = try FileReader(root: folder.path)
  }

  @Test("the bytes are read as they are", arguments: [0, 1, 4095, 4096, 4097, 1_000_000])
  func bytes(count: Int) throws {
    let text = String(repeating: "x", count: max(0, count - 1)) + (count > 0 ? "\n" : "")
    try folder.write("a/b.md", text)
    #expect(try reader.read("a/b.md", limit: count) == Array(text.utf8))
    #expect(try FileReader.read(folder.at("a/b.md"), limit: count) == Array(text.utf8))
  }

  @Test("a file over the limit is an error that names the limit")
  func tooLarge() throws {
    try folder.write("a.md", "12345")
    let error = FileError(.read, "a.md", .tooLarge(limit: 4))
    #expect(throws: error) { try reader.read("a.md", limit: 4) }
    #expect(error.diagnostic().code == .fileTooLarge)
    #expect(error.diagnostic(path: "content/a.md").path == "content/a.md")
  }

  @Test("links are followed")
  func link() throws {
    try folder.write("a.md", "abc")
    try folder.makeLink("b.md", to: "a.md")
    #expect(try reader.read("b.md", limit: 10) == Array("abc".utf8))
  }

  @Test("a missing file is told in plain words")
  func missing() throws {
    #expect(throws: FileError(.read, "a.md", .system(.notFound))) {
      try reader.read("a.md", limit: 1)
    }
    let diagnostic = FileError(.read, "a.md", .system(.notFound)).diagnostic()
    #expect(diagnostic.code == .unreadable)
    #expect(diagnostic.message == "cannot read it: there is no such file or folder")
    #expect(diagnostic.help == "check the path's spelling")
  }

  @Test("a folder, a pipe and a path that leaves the root are refused")
  func notAFile() throws {
    try folder.makeFolder("sub")
    #expect(mkfifo(folder.at("pipe"), 0o644) == 0)
    #expect(throws: FileError(.read, "sub", .system(.isFolder))) {
      try reader.read("sub", limit: 1)
    }
    #expect(throws: FileError(.read, "pipe", .notRegular)) { try reader.read("pipe", limit: 1) }
    #expect(throws: FileError(.read, "../a", .badPath)) { try reader.read("../a", limit: 1) }
  }

  @Test(
    "a file that tells no size, or grows, is read to its end",
    .enabled(if: access("/proc/self/maps", R_OK) == 0, "needs Linux's /proc"))
  func noSize() throws {
    let bytes = try FileReader.read("/proc/self/maps", limit: 10_000_000)
    #expect(bytes.count > 4096)
    #expect(bytes.last == UInt8(ascii: "\n"))
    #expect(throws: FileError(.read, "/proc/self/maps", .tooLarge(limit: 4000))) {
      try FileReader.read("/proc/self/maps", limit: 4000)
    }
  }

  @Test(
    "a failure in the middle of reading is told with its reason",
    .enabled(if: access("/proc/self/mem", F_OK) == 0, "needs Linux's /proc"))
  func failingRead() throws {
    #expect(throws: FileError(.read, "/proc/self/mem", .system(Errno(code: EIO)))) {
      try FileReader.read("/proc/self/mem", limit: 10)
    }
  }

  @Test("reading many files leaves no descriptor open")
  func descriptors() throws {
    try folder.write("a.md", "abc")
    let before = try folder.lowestFreeDescriptor()
    for _ in 0..<50 {
      _ = try reader.read("a.md", limit: 10)
      _ = try? reader.read("a.md", limit: 1)
      _ = try Discovery.files(in: folder.path)
    }
    // Other tests run beside this one and have some files open themselves.
    #expect(try folder.lowestFreeDescriptor() < before + 50)
  }
}

extension TemporaryFolder {
  fileprivate func lowestFreeDescriptor() throws -> CInt {
    try FileDescriptor(readingFrom: path).raw
  }
}
