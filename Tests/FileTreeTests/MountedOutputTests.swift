#if os(Linux)
  import Glibc
  import Diagnostics
  import Testing

  @testable import FileTree

  /// A small file system in memory, mounted while it lives.
  struct Mount: ~Copyable {
    let path: String

    init(_ path: String, _ options: String) throws(Errno) {
      self.path = path
      _ = try checked { mount("tmpfs", path, "tmpfs", 0, options) }
    }

    init(binding source: String, to path: String) throws(Errno) {
      self.path = path
      _ = try checked { mount(source, path, nil, UInt(MS_BIND), nil) }
    }

    func remountReadOnly() throws(Errno) {
      let flags = UInt(MS_REMOUNT | MS_RDONLY)
      _ = try checked { mount("tmpfs", path, "tmpfs", flags, nil) }
    }

    deinit { umount2(path, CInt(MNT_DETACH)) }
  }

  /// Whether this process may mount.
  let mayMount: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    return (try? Mount(folder.path, "size=64k")) != nil
  }()

  @Suite(.enabled(if: mayMount, "needs the right to mount file systems"), .serialized)
  struct MountedOutputTests {
    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
      try folder.makeFolder("disk")
    }

    @Test("a full disk stops the publication, names the file, and leaves the old site")
    func full() throws {
      let mount = try Mount(folder.at("disk"), "size=64k")
      let output = mount.path + "/site"
      let small = try Publisher.begin(output: output)
      try small.write("a.html", Array("old".utf8))
      _ = try small.commit()
      let large = try Publisher.begin(output: output)
      let error = PublishError.file(FileError(.write, "big.bin", .system(.diskFull)))
      #expect(throws: error) {
        try large.write("big.bin", [UInt8](repeating: 1, count: 100_000))
      }
      #expect(throws: error) { try large.commit() }
      #expect(error.diagnostic.message == "cannot write it: the disk is full")
      #expect(
        try folder.entries("disk") == ["site/", "site/.turnbook-manifest", "site/a.html"])
      #expect(folder.text("disk/site/a.html") == "old")
    }

    @Test("a read-only file system is told in plain words")
    func readOnly() throws {
      let mount = try Mount(folder.at("disk"), "size=64k")
      try folder.makeFolder("disk/site")
      try mount.remountReadOnly()
      let error = #expect(throws: PublishError.self) {
        try Publisher.begin(output: mount.path + "/site")
      }
      #expect(error?.diagnostic.message == "cannot lock it: the file system is read-only")
    }

    @Test("a mount point is published file by file, from a staging folder inside it")
    func mountPoint() throws {
      try folder.makeFolder("site")
      let mount = try Mount(folder.at("site"), "size=1m")
      try folder.write("site/mine.txt", "mine")
      for (number, site) in [["a": "1", "b/c": "1"], ["a": "2", "b": "2"], ["a": "2"]].enumerated()
      {
        let result = try folder.publish(site)
        #expect(result.way == .fileByFile)
        #expect(result.diagnostics(output: "site").map(\.severity) == [.note])
        #expect(try folder.site().count == site.count + 1, "site \(number)")
        #expect(try folder.site().merging(site) { $1 } == folder.site())
      }
      #expect(try folder.publish(["a": "2"]).way == .unchanged)
      #expect(try folder.entries("site") == [".turnbook-manifest", "a", "mine.txt"])
      #expect(mount.path == folder.at("site"))
    }

    @Test(
      "a mount point of the same file system cannot be told before, and is published all the same")
    func bindMount() throws {
      try folder.write("real/mine.txt", "mine")
      try folder.makeFolder("site")
      let mount = try Mount(binding: folder.at("real"), to: folder.at("site"))
      try folder.publish(["a/b": "1"])
      let result = try folder.publish(["a/b": "2", "c": "3"])
      #expect(result.way == .fileByFile)
      #expect(try folder.site() == ["a/b": "2", "c": "3", "mine.txt": "mine"])
      #expect(try folder.entries().allSatisfy { !$0.contains("staging") && !$0.contains("part") })
      #expect(mount.path == folder.at("site"))
    }

    @Test("something mounted inside the output is not carried away by an exchange")
    func mountInside() throws {
      try folder.publish(["a": "1"])
      try folder.makeFolder("site/data")
      let mount = try Mount(folder.at("site/data"), "size=64k")
      try folder.write("site/data/mine.txt", "mine")
      #expect(try folder.publish(["a": "2"]).way == .fileByFile)
      #expect(try folder.site() == ["a": "2", "data/mine.txt": "mine"])
      #expect(mount.path == folder.at("site/data"))
    }
  }
#endif
