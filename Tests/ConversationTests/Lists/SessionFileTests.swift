import Conversation
import JSON
import Testing

@Suite("Sessions as files")
struct SessionFileTests {
  @Test("what is written and read again is equal")
  func roundTrip() throws {
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededNumbers(seed: seed)
      let tree = RandomTalk.tree(using: &random)
      var session = RandomTalk.session(tree, using: &random)
      session.window = Bool.random(using: &random) ? 4096 : nil
      session.script = Bool.random(using: &random) ? RandomTalk.text(&random) : nil
      let file = SessionFile(session: session, tree: tree)
      let bytes = file.encoded()
      let again = try SessionFile(reading: bytes)
      #expect(again == file, "seed \(seed)")
      #expect(again.encoded() == bytes, "seed \(seed)")
    }
  }

  @Test("a file that says what cannot be is refused with its place")
  func broken() throws {
    let tree = Talk.tree(["u1", "a2"])
    let text = String(
      decoding: SessionFile(session: Talk.session(), tree: tree).encoded(), as: UTF8.self)
    let changes: [(String, String, ListError)] = [
      (#""parent": 1"#, #""parent": 7"#, ListError(.noSuchMessage(7), at: "/messages/1/parent")),
      (#""id": 2"#, #""id": 1"#, ListError(.idsNotGrowing(1), at: "/messages/1/id")),
      (#""leaf": null"#, #""leaf": 3"#, ListError(.noSuchMessage(3), at: "/session/leaf")),
      (#""title": "Test","#, "", ListError(.missing, at: "/session/title")),
      (#""fit": "window""#, #""fit": 1"#, ListError(.expected("a string"), at: "/session/fit")),
      (
        "turnbook.session/1", "turnbook.session/2",
        ListError(.otherFormat("turnbook.session/2"), at: "/format")
      ),
      (
        "turnbook.session/1", "turnbook.conversation/1",
        ListError(.otherFormat("turnbook.conversation/1"), at: "/format")
      ),
    ]
    for (old, new, error) in changes {
      let changed = text.replacing(old, with: new)
      #expect(changed != text)
      #expect(throws: error) { try SessionFile(reading: Array(changed.utf8)) }
    }
    #expect(throws: ListError.self) { try SessionFile(reading: Array("[".utf8)) }
  }
}
