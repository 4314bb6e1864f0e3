#if os(Linux)
  import Conversation
  import ConversationStore
  import Foundation
  import Glibc
  import Testing

  /// A file system in memory, mounted while it lives.
  private struct Disk: ~Copyable {
    private let path: String

    init(at path: String, size: String) throws {
      self.path = path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
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
    guard let place = try? Place() else { return false }
    return (try? Disk(at: place.path("disk"), size: "64k")) != nil
  }()

  @Suite(
    "A disk that a store does not fit on", .serialized,
    .enabled(if: mayMount, "needs the right to mount file systems"))
  struct SmallDiskTests {
    @Test("a disk that fills up ends the writing, not the store")
    func full() throws {
      let place = try Place()
      let disk = try Disk(at: place.path("disk"), size: "1m")
      var stored = 0
      do {
        let store = try place.open("disk/store.db")
        let session = try store.begin()
        let failure = #expect(throws: StoreFailure.self) {
          while stored < 1000 {
            try store.say(String(repeating: "word ", count: 2000), in: session)
            stored += 1
          }
        }
        #expect(failure == .diskFull)
        #expect(try store.load(session.id).tree.messages.count == stored)
      }
      #expect(stored > 0)
      let store = try place.open("disk/store.db")
      #expect(try store.sessions().map(\.messages) == [stored])
      #expect(try RawDatabase(place.path("disk/store.db")).faults() == [])
      _ = consume disk
    }

    @Test("a disk without any room is an error in words")
    func none() throws {
      let place = try Place()
      let disk = try Disk(at: place.path("disk"), size: "64k")
      try Data(count: 60 << 10).write(to: place.folder.appending(path: "disk/filler"))
      #expect(throws: StoreFailure.diskFull) { _ = try place.open("disk/store.db") }
      _ = consume disk
    }

    @Test("a store on a disk that may only be read is an error in words")
    func readOnly() throws {
      let place = try Place()
      let disk = try Disk(at: place.path("disk"), size: "4m")
      do { _ = try place.open("disk/store.db").begin() }
      try disk.makeReadOnly()
      #expect(throws: StoreFailure.readOnly) { _ = try place.open("disk/store.db").begin() }
      _ = consume disk
    }

    @Test("a file of an earlier version that may only be read is read as it is")
    func older() throws {
      let place = try Place()
      let fixture = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/version-1.sql")
      try RawDatabase(place.path()).run(String(contentsOf: fixture, encoding: .utf8))
      let before = try place.bytes()
      let file = place.path()
      let bind = UInt(MS_BIND)
      try #require(mount(file, file, nil, bind, nil) == 0)
      defer { umount2(file, CInt(MNT_DETACH)) }
      try #require(mount(nil, file, nil, bind | UInt(MS_REMOUNT) | UInt(MS_RDONLY), nil) == 0)
      let store = try place.open()
      #expect(try store.statistics().version == 1)
      let planet = try store.load("planet")
      #expect(planet.tree.messages.map(\.asides) == [[], [], [], []])
      #expect(planet.session.asides == [.init(topic: "The weather", back: 2)])
      #expect(try store.sessions().map(\.messages) == [3])
      #expect(throws: StoreFailure.readOnly) { _ = try store.begin() }
      #expect(try place.bytes() == before)
    }
  }
#endif
