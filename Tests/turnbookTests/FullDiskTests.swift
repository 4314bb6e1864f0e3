#if os(Linux)
  import Foundation
  import Glibc
  import Testing

  /// A small file system in memory, mounted while it lives.
  private struct Disk: ~Copyable {
    private let path: String

    init(at path: String, size: String) throws {
      self.path = path
      guard mount("tmpfs", path, "tmpfs", 0, "size=" + size) == 0 else {
        throw CocoaError(.fileWriteNoPermission)
      }
    }

    func makeReadOnly() throws {
      guard mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0 else {
        throw CocoaError(.fileWriteNoPermission)
      }
    }

    deinit { umount2(path, CInt(MNT_DETACH)) }
  }

  /// Whether this process may mount.
  private let mayMount: Bool = {
    guard let guide = try? Guide(["disk/place": ""]) else { return false }
    return (try? Disk(at: guide.at("disk").path, size: "64k")) != nil
  }()

  @Suite(
    "A disk that cannot be written", .serialized,
    .enabled(if: mayMount, "needs the right to mount file systems"))
  struct FullDiskTests {
    @Test("a full disk ends the work with 2, names the file, and leaves the old site")
    func full() throws {
      let guide = try Guide(["content/index.md": "# Home\n", "disk/place": ""])
      let disk = try Disk(at: guide.at("disk").path, size: "1m")
      #expect(try guide.run("build", "--output", "disk/site").status == 0)
      let before = try guide.tree("disk/site")
      try guide.write("content/index.md", "# New\n")
      try guide.write("content/large.bin", bytes: [UInt8](repeating: 7, count: 2 << 20))
      let run = try guide.run("build", "--output", "disk/site")
      #expect(run.status == 2)
      #expect(run.errors.contains("the disk is full [TB-F022]"), "\(run.errors)")
      #expect(run.errors.contains("large.bin"))
      #expect(try guide.tree("disk/site") == before)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: guide.at("disk").path) == ["site"])
      _ = consume disk
    }

    @Test("a move on a full disk changes nothing and leaves nothing behind")
    func fullMove() throws {
      let guide = try Guide(["disk/place": ""])
      let disk = try Disk(at: guide.at("disk").path, size: "256k")
      try guide.write("disk/content/index.md", "# Home\n\n[a](a.md)\n")
      let text = "# A\n\n[home](index.md)\n" + String(repeating: "Words. ", count: 12_000)
      try guide.write("disk/content/a.md", text)
      try guide.write("disk/content/fill", bytes: [UInt8](repeating: 7, count: 100 << 10))
      let before = try guide.tree("disk")
      let run = try guide.run(
        "mv", "--folder", "disk", "disk/content/a.md", "disk/content/b/a.md")
      #expect(run.status == 2)
      #expect(run.errors.contains("the disk is full"), "\(run.errors)")
      #expect(run.errors.hasSuffix("Nothing was changed\n"))
      #expect(try guide.tree("disk") == before)
      #expect(!guide.has("disk/content/b"))
      #expect(!guide.has("disk/.turnbook-move"))
      try guide.remove("disk/content/fill")
      #expect(
        try guide.run("mv", "--folder", "disk", "disk/content/a.md", "disk/content/b/a.md").status
          == 0)
      _ = consume disk
    }

    @Test("a read-only disk ends the work with 2")
    func readOnly() throws {
      let guide = try Guide(["content/index.md": "# Home\n", "disk/place": ""])
      let disk = try Disk(at: guide.at("disk").path, size: "1m")
      #expect(try guide.run("build", "--output", "disk/site").status == 0)
      let before = try guide.tree("disk/site")
      try disk.makeReadOnly()
      try guide.write("content/index.md", "# New\n")
      let run = try guide.run("build", "--output", "disk/site")
      #expect(run.status == 2)
      #expect(run.errors.contains("read-only"), "\(run.errors)")
      #expect(try guide.tree("disk/site") == before)
      _ = consume disk
    }
  }
#endif
