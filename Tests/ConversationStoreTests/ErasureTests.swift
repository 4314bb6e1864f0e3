import Conversation
import ConversationStore
import Foundation
import Patterns
import Testing

@Suite("What is deleted is gone")
struct ErasureTests {
  /// Words of letters that nothing else has, of all lengths that pages treat differently.
  private static func secret(_ index: Int) -> String {
    let word = "qzxv" + String(index, radix: 36) + "jkwq"
    return Array(repeating: word, count: [1, 3, 40, 500, 4000][index % 5]).joined(separator: " ")
  }

  /// Every secret that still stands in one of the store's files, whole or its word alone.
  private func remains(in place: Place) throws -> [String] {
    try place.names().filter { try place.bytes($0).range(of: Data("qzxv".utf8)) != nil }
  }

  @Test("no byte of a deleted session stays in the file, its index or its log", arguments: 1...4)
  func session(seed: UInt64) throws {
    let place = try Place()
    let store = try place.open()
    let kept = try store.begin("Kept", seed: seed)
    let deleted = try store.begin("qzxvtitle", seed: seed + 50)
    var dice = Dice(seed)
    for index in 0..<120 {
      if Bool.random(using: &dice) {
        try store.say(String(repeating: "plain ", count: index * 7), in: kept)
      }
      var answer = try store.append(
        ChatMessage(
          id: 0, parent: nil, role: .assistant, content: "", time: 1, state: .underWay),
        to: deleted.id)
      answer.content = Self.secret(index)
      try store.finish(answer)
      answer.content += " qzxvmore"
      answer.state = .whole
      try store.finish(answer)
    }
    let now = try store.session(deleted.id)
    var told = now
    told.values = [.init(name: "n", value: "qzxvvalue")]
    told.goal = Goal(statement: "qzxvgoal", steps: [.init(text: "qzxvstep")])
    told.system = String(repeating: "qzxvsystem ", count: 900)
    _ = try store.update(from: now, to: told, now: 5)
    let aside = try store.append(
      ChatMessage(
        id: 0, parent: nil, role: .user, content: "Tea?", time: 1,
        asides: ["qzxvtopic", String(repeating: "qzxvlong ", count: 900)]), to: deleted.id)
    #expect(try store.load(deleted.id).tree[aside.id] == aside)
    #expect(try !remains(in: place).isEmpty)

    #expect(try store.delete(deleted.id))
    #expect(try remains(in: place) == [])
    #expect(try store.search(MessageSearch("qzxvmore")).isEmpty)
    #expect(try store.sessions().map(\.session.id) == [kept.id])
    let raw = try RawDatabase(place.path())
    #expect(try raw.faults() == [])
    #expect(try raw.column("SELECT topic FROM message_asides") == [])
    try raw.run("INSERT INTO message_words (message_words) VALUES ('integrity-check')")
  }

  @Test("a forgotten value is gone too")
  func value() throws {
    let place = try Place()
    let store = try place.open()
    for index in 0..<40 {
      try store.keep(KeptValue(name: "n\(index)", value: Self.secret(index), told: 0, expires: 10))
    }
    #expect(try store.forgetExpired(now: 9) == 0)
    #expect(try store.forget("n3", of: .person, in: .everywhere))
    #expect(try store.forgetExpired(now: 10) == 39)
    #expect(try remains(in: place) == [])
  }

  @Test("while another process reads, deleting says that it is not all done")
  func reader() throws {
    let place = try Place()
    var options = StoreOptions()
    options.patience = 10
    let store = try place.open("store.db", options)
    let session = try store.begin()
    try store.say(Self.secret(3), in: session)
    let reader = try RawDatabase(place.path())
    try reader.run("BEGIN; SELECT * FROM messages")
    #expect(try store.delete(session.id) == false)
    try reader.run("COMMIT")
    #expect(try store.delete(store.begin().id))
    #expect(try remains(in: place) == [])
  }
}
