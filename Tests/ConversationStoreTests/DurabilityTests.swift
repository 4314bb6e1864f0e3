import Conversation
import ConversationStore
import Foundation
import Testing

@Suite("Bad days of a store")
struct DurabilityTests {
  @Test("a process killed in mid-write loses nothing that it had stored")
  func killed() throws {
    let place = try Place()
    let session = try place.open().begin()
    var promised: [Int64: Int] = [:]
    for round in 0..<25 {
      let writer = try WritingProcess(
        "append", place.path(), session.id, "100000", "round\(round)")
      writer.wait(lines: 1 + round * 3)
      let lines = writer.kill()
      #expect(lines.count >= 1 + round * 3, "\(lines)")
      for line in lines {
        let numbers = line.split(separator: " ").compactMap { Int($0) }
        try #require(numbers.count == 2, "\(line)")
        promised[Int64(numbers[0])] = numbers[1]
      }
      let raw = try RawDatabase(place.path())
      #expect(try raw.faults() == [])
    }
    let tree = try place.open().load(session.id).tree
    let stored = Dictionary(
      uniqueKeysWithValues: tree.messages.map { ($0.id, $0.content.utf8.count) })
    for (id, size) in promised where stored[id] != size {
      Issue.record("message \(id) is gone")
    }
    #expect(promised.count > 900)
    // At most the one of each process that it could not tell of any more.
    #expect(stored.count <= promised.count + 25)
    #expect(try place.open().search(MessageSearch("round7", limit: 1000)).count >= 22)
  }

  @Test("a store that was killed while it was made is made by the next")
  func killedEarly() throws {
    let place = try Place()
    for round in 0..<30 {
      let name = "store-\(round)"
      let writer = try WritingProcess("open", place.path(name))
      let end = Date(timeIntervalSinceNow: Double(round) * 0.001)
      while Date() < end {}
      _ = writer.kill()
      _ = try place.open(name).begin()
      #expect(try RawDatabase(place.path(name)).faults() == [])
    }
  }

  @Test("two processes that write at once lose nothing and wait for each other")
  func together() throws {
    let place = try Place()
    let session = try place.open().begin()
    let writers = try (0..<3).map { index in
      try WritingProcess("append", place.path(), session.id, "300", "writer\(index)")
    }
    var ids: Set<String> = []
    for writer in writers {
      let (lines, status) = writer.end()
      #expect(status == 0, "\(lines.last ?? "")")
      #expect(lines.count == 300)
      ids.formUnion(lines)
    }
    let conversation = try place.open().load(session.id)
    #expect(conversation.tree.messages.count == 900 && ids.count == 900)
    #expect(try RawDatabase(place.path()).faults() == [])
    for index in 0..<3 {
      let own = conversation.tree.messages.filter { $0.content.hasPrefix("writer\(index) ") }
      #expect(own.map(\.parent) == [nil] + own.dropLast().map(\.id))
    }
  }

  @Test("a writer that keeps others waiting too long is an error in words")
  func busy() throws {
    let place = try Place()
    var options = StoreOptions()
    options.patience = 20
    let store = try place.open("store.db", options)
    let session = try store.begin()
    let other = try RawDatabase(place.path())
    try other.run("BEGIN IMMEDIATE")
    #expect(throws: StoreFailure.busy(milliseconds: 20)) { try store.say("a", in: session) }
    #expect(try store.load(session.id).tree.messages.isEmpty)
    try other.run("COMMIT")
    try store.say("a", in: session)
  }

  @Test("on a full disk nothing is stored by halves, and all can still be read")
  func full() throws {
    let place = try Place()
    let session = try place.open().begin()
    let size = try place.open().statistics().bytes
    let store = try place.open("store.db", StoreOptions(mostPages: size / 4096 + 20))
    let text = String(repeating: "word ", count: 2000)
    var stored = 0
    let failure = #expect(throws: StoreFailure.self) {
      while stored < 1000 {
        try store.say(text, in: session)
        stored += 1
      }
    }
    #expect(failure == .diskFull)
    #expect(stored > 0)
    let conversation = try store.load(session.id)
    #expect(conversation.tree.messages.count == stored)
    #expect(conversation.session.leaf == conversation.tree.messages.last?.id)
    #expect(try store.search(MessageSearch("word")).count == stored)
    var dice = Dice(5)
    #expect(throws: StoreFailure.diskFull) {
      try store.take(conversation.session, conversation.tree.messages, random: &dice)
    }
    #expect(try store.sessions().count == 1)
    #expect(try RawDatabase(place.path()).faults() == [])
    try store.delete(session.id)
    try store.say(text, in: store.begin())
  }

  @Test("every failure says what happened and what to do")
  func words() {
    let failures: [StoreFailure] = [
      .busy(milliseconds: 5000), .diskFull, .readOnly, .corrupt("x"), .notDatabase,
      .foreign(application: 1), .newer(found: 2, known: 1), .cannotOpen("x"), .unfinished,
      .io("x"), .outOfMemory, .tooLarge, .refused("x"), .noSession("x"),
      .ambiguous("x", [.init(id: "xa", title: "A"), .init(id: "xb", title: "B")]), .noMessage(1),
      .finished(1), .changedMeanwhile(fields: ["x"]), .brokenTree(1), .noContact("x"),
    ]
    for failure in failures {
      #expect(!failure.words.isEmpty && !failure.help.isEmpty)
      #expect(!failure.words.hasSuffix(".") && !failure.help.hasSuffix("."))
    }
    #expect(Set(failures.map(\.words)).count == failures.count)
    #expect(failures[14].words == "2 sessions begin with \"x\": xa (A), xb (B)")
  }
}
