import Conversation
import ConversationStore
import Foundation
import Testing

@Suite("Opening a store")
struct OpeningTests {
  @Test("a new store can be read by its owner only, and so can the folders made for it")
  func permissions() throws {
    let place = try Place()
    let store = try place.open("data/turnbook/store.db")
    _ = try store.begin()
    #expect(try place.mode("data") == 0o700)
    #expect(try place.mode("data/turnbook") == 0o700)
    for suffix in ["", "-wal", "-shm"] {
      #expect(try place.mode("data/turnbook/store.db" + suffix) == 0o600, "store.db\(suffix)")
    }
  }

  @Test("what was there keeps its permissions, and an empty file becomes a store")
  func empty() throws {
    let place = try Place()
    _ = FileManager.default.createFile(
      atPath: place.path(), contents: Data(), attributes: [.posixPermissions: 0o640])
    _ = try place.open().begin()
    #expect(try place.mode("store.db") == 0o640)
    #expect(try place.open().sessions().count == 1)
  }

  @Test("a store says to others that it is one, of which version, and is whole")
  func marks() throws {
    let place = try Place()
    _ = try place.open().begin()
    let raw = try RawDatabase(place.path())
    #expect(try raw.column("PRAGMA application_id") == [String(Schema.application)])
    #expect(try raw.column("PRAGMA user_version") == [String(Schema.current.version)])
    #expect(try raw.column("PRAGMA journal_mode") == ["wal"])
    #expect(try raw.faults() == [])
  }

  @Test("a store of a newer version is refused with both numbers and stays as it is")
  func newer() throws {
    let place = try Place()
    _ = try place.open().begin()
    try RawDatabase(place.path()).run("PRAGMA user_version = 99")
    let before = try place.bytes()
    let failure = #expect(throws: StoreFailure.self) { _ = try place.open() }
    #expect(failure == .newer(found: 99, known: Schema.current.version))
    #expect(failure?.words.contains("99") == true)
    #expect(try place.bytes() == before)
    #expect(try place.names() == ["store.db"])
  }

  @Test("a newer version is refused too where only the log has it")
  func newerInLog() throws {
    let place = try Place()
    _ = try place.open().begin()
    let writer = try RawDatabase(place.path())
    try writer.run("PRAGMA user_version = 99")
    for name in ["store.db", "store.db-wal"] {
      try FileManager.default.copyItem(
        atPath: place.path(name), toPath: place.path("copy-" + name))
    }
    let before = [try place.bytes("copy-store.db"), try place.bytes("copy-store.db-wal")]
    #expect(throws: StoreFailure.newer(found: 99, known: Schema.current.version)) {
      _ = try place.open("copy-store.db")
    }
    #expect([try place.bytes("copy-store.db"), try place.bytes("copy-store.db-wal")] == before)
  }

  @Test("a file of another kind is refused and stays as it is")
  func noDatabase() throws {
    let place = try Place()
    let text = Data(String(repeating: "Dear diary, ", count: 500).utf8)
    try text.write(to: place.folder.appending(path: "store.db"))
    #expect(throws: StoreFailure.notDatabase) { _ = try place.open() }
    #expect(try place.bytes() == text)
  }

  @Test("the database of another program is refused and stays as it is", arguments: [0, 4711])
  func foreign(application: Int64) throws {
    let place = try Place()
    try RawDatabase(place.path()).run(
      "CREATE TABLE bookmarks (url); PRAGMA application_id = \(application)")
    let before = try place.bytes()
    #expect(throws: StoreFailure.foreign(application: application)) { _ = try place.open() }
    #expect(try place.bytes() == before)
    #expect(try place.names() == ["store.db"])
  }

  @Test("a damaged store is an error in words")
  func damaged() throws {
    let place = try Place()
    do {
      let store = try place.open()
      let session = try store.begin()
      for index in 0..<50 { try store.say(String(repeating: "\(index) ", count: 500), in: session) }
    }
    var bytes = try place.bytes()
    for offset in stride(from: 4096, to: bytes.count, by: 1) { bytes[offset] = 0xA5 }
    try bytes.write(to: place.folder.appending(path: "store.db"))
    let failure = #expect(throws: StoreFailure.self) {
      let store = try place.open()
      for session in try store.sessions() { _ = try store.load(session.session.id) }
    }
    guard case .corrupt = failure else { return #expect(Bool(false), "\(failure as Any?)") }
  }

  @Test("a path that holds no file is an error in words")
  func folder() throws {
    let place = try Place()
    try FileManager.default.createDirectory(
      atPath: place.path("folder"), withIntermediateDirectories: true)
    #expect(throws: StoreFailure.cannotOpen("it is not a file")) { _ = try place.open("folder") }
    try Data().write(to: place.folder.appending(path: "file"))
    #expect(throws: StoreFailure.self) { _ = try place.open("file/store.db") }
    #expect(throws: StoreFailure.self) { _ = try ConversationStore(path: "") }
    #expect(throws: StoreFailure.self) { _ = try ConversationStore(path: "a\0b") }
  }

  @Test(
    "a name means the file of that name",
    arguments: ["file:a?mode=memory", "with space", "ü", "a%20b"])
  func names(name: String) throws {
    let place = try Place()
    do { _ = try place.open(name).begin() }
    #expect(try place.names() == [name])
    #expect(try place.open(name).sessions().count == 1)
  }

  @Test("a store in memory leaves nothing behind")
  func memory() throws {
    let store = try ConversationStore(path: ":memory:")
    let session = try store.begin()
    try store.say("Hello", in: session)
    #expect(try store.load(session.id).tree.messages.count == 1)
    #expect(!FileManager.default.fileExists(atPath: ":memory:"))
  }

  @Test("several processes may make the same store at once")
  func together() throws {
    let place = try Place()
    for round in 0..<5 {
      let name = "store-\(round)"
      let writers = try (0..<4).map { _ in try WritingProcess("open", place.path(name)) }
      for writer in writers { #expect(writer.end().lines == ["open"]) }
      #expect(try RawDatabase(place.path(name)).faults() == [])
    }
  }
}
