import Conversation
import ConversationStore
import Patterns
import Testing

@Suite("Answers that were under way")
struct SweepTests {
  @Test("the answer of a killed process is kept as far as it came, and told once")
  func killed() throws {
    let place = try Place()
    let store = try place.open()
    let session = try store.begin()
    let writer = try WritingProcess("answer", place.path(), session.id)
    writer.wait(lines: 1)
    #expect(try store.sweep(session.id).isEmpty, "it lives")
    let line = try #require(writer.kill().first)
    let id = try #require(Int64(line))
    let ended = try store.sweep(session.id)
    #expect(ended.map(\.id) == [id])
    #expect(ended.first?.state == .failed)
    #expect(ended.first?.content == "The beginning of")
    #expect(ended.first?.origin?.error == "the program ended before the answer did")
    #expect(try store.load(session.id).tree.messages == ended)
    #expect(try store.sweep(session.id).isEmpty)
  }

  @Test("a process with the number of a dead one is another process")
  func sameNumber() throws {
    let place = try Place()
    var options = StoreOptions()
    options.writer.start = "long ago"
    let session = try place.open("store.db", options).begin()
    var answer = try place.open("store.db", options).append(
      ChatMessage(id: 0, parent: nil, role: .assistant, content: "", time: 1, state: .underWay),
      to: session.id)
    let store = try place.open()
    #expect(try store.sweep(session.id).map(\.id) == [answer.id])
    // It was only thought dead: its own end counts.
    answer.content = "Here I am"
    answer.state = .whole
    try place.open("store.db", options).finish(answer)
    #expect(try store.load(session.id).tree.messages == [answer])
  }

  @Test("this process lives, and a number that nobody has does not")
  func living() {
    #expect(Writer.current.isAlive)
    #expect(!Writer(process: 0x3FFF_FFFF, start: "").isAlive)
    #expect(!Writer(process: -1, start: "").isAlive)
    #expect(!Writer(process: .max, start: "").isAlive)
    #expect(Writer.current == Writer.current)
  }
}
