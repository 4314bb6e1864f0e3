import Conversation
import Patterns
import Testing

@Suite("Lists of messages")
struct MessageListTests {
  private static func read(_ text: String) throws(ListError) -> MessageList {
    try MessageList(reading: Array(text.utf8))
  }

  @Test("roles and contents of all providers are read")
  func read() throws {
    let list = try Self.read(
      """
      [{"role": "developer", "content": "Be brief."},
       {"role": "user", "content": [{"type": "text", "text": "Hel"}, {"type": "input_text", "text": "lo"}]},
       {"role": "model", "parts": [{"text": "Hi"}]},
       {"role": "assistant", "content": "Again", "name": "bot/1"}]
      """)
    #expect(
      list.entries == [
        .init(role: .system, content: "Be brief."), .init(role: .user, content: "Hello"),
        .init(role: .assistant, content: "Hi"), .init(role: .assistant, content: "Again"),
      ])
    #expect(list.ignored == ["/3/name"])
    let wrapped = try Self.read(#"{"conversation_history": [{"role": "user", "content": "x"}]}"#)
    #expect(wrapped.entries.count == 1)
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    var text: String
    var problem: ListError.Problem
    var pointer: String
    var testDescription: String { text }
  }

  @Test(
    "what is wrong is named with its place",
    arguments: [
      Broken(text: "{}", problem: .expected("an array"), pointer: ""),
      Broken(text: #"{"messages": 1}"#, problem: .expected("an array"), pointer: "/messages"),
      Broken(text: "[1]", problem: .expected("an object"), pointer: "/0"),
      Broken(text: #"[{"content": "x"}]"#, problem: .missing, pointer: "/0/role"),
      Broken(text: #"[{"role": "user"}]"#, problem: .missing, pointer: "/0/content"),
      Broken(
        text: #"[{"role": "tool", "content": "x"}]"#,
        problem: .notAmong("tool", ["system", "developer", "user", "assistant", "model"]),
        pointer: "/0/role"),
      Broken(
        text: #"[{"role": "user", "content": 1}]"#,
        problem: .expected("a string or an array of parts"), pointer: "/0/content"),
      Broken(
        text: #"[{"role": "user", "content": [{"type": "image_url"}]}]"#,
        problem: .notText("image_url"), pointer: "/0/content/0/type"),
      Broken(
        text: #"[{"role": "user", "content": [{"type": "text"}]}]"#, problem: .missing,
        pointer: "/0/content/0/text"),
    ])
  func broken(_ broken: Broken) {
    #expect(throws: ListError(broken.problem, at: broken.pointer)) { try Self.read(broken.text) }
  }

  @Test("a list that was written is read again")
  func roundTrip() throws {
    let tree = Talk.tree(["s1", "u2 \"quoted\"\n", "a3 🦀"])
    let list = MessageList(tree.path(to: 3))
    let again = try MessageList(reading: list.encoded())
    #expect(again == list)
    let messages = again.messages(from: 5, after: 4, channel: .web, time: 9)
    #expect(messages.map(\.id) == [5, 6, 7])
    #expect(messages.map(\.parent) == [4, 5, 6])
    #expect(messages.map(\.content) == tree.messages.map(\.content))
  }

  @Test("a transcript reads as text and as Markdown")
  func transcript() throws {
    var tree = Talk.tree(["u1", "a2"])
    var answer = try #require(tree[2])
    answer.state = .stopped
    tree.replace(answer)
    let transcript = Transcript(tree.path(to: 2), title: "Test")
    #expect(transcript.text == "Test\n\nUser:\nu1\n\nAssistant (stopped):\na2\n")
    #expect(transcript.markdown == "# Test\n\n## User\n\nu1\n\n## Assistant (stopped)\n\na2\n")
    var question = try #require(tree[1])
    question.asides = ["Cups"]
    tree.replace(question)
    #expect(Transcript(tree.path(to: 1)).text == "User (in between):\nu1\n")
    #expect(Transcript([]).text == "")
  }
}
