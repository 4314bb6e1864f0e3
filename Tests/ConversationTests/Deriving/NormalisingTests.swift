import Conversation
import Exporters
import Patterns
import Testing

@Suite("From a path to a request")
struct NormalisingTests {
  @Test("neighbours of one role are said as one, with a blank line between")
  func merged() throws {
    let derivation = try Talk.ready(Talk.tree(["u1", "u2", "a3", "a4", "u5"]), Talk.session())
    #expect(derivation.request.lines == ["user: u1\n\nu2", "assistant: a3\n\na4", "user: u5"])
    #expect(derivation.notes == [.merged([1, 2]), .merged([3, 4])])
  }

  @Test("an answer that failed without a word is left out, a stopped one kept as far as it came")
  func broken() throws {
    var tree = Talk.tree(["u1", "a2", "u3", "a4", "u5"])
    var failed = try #require(tree[2])
    failed.content = ""
    failed.state = .failed
    tree.replace(failed)
    var stopped = try #require(tree[4])
    stopped.state = .stopped
    tree.replace(stopped)
    let derivation = try Talk.ready(tree, Talk.session())
    #expect(derivation.request.lines == ["user: u1\n\nu3", "assistant: a4", "user: u5"])
    #expect(derivation.notes == [.failed(2), .partial(4), .merged([1, 3])])
  }

  @Test("system text, goal with its steps and remembered values are one system text at the start")
  func system() throws {
    var session = Talk.session()
    session.system = "Be brief."
    session.goal = Goal(
      statement: "Plan a trip", steps: [.init(text: "dates", isDone: true), .init(text: "hotel")])
    session.values = [RememberedValue(name: "city", value: "Rome\nor Milan")]
    let derivation = try Talk.ready(Talk.tree(["s1", "u2", "s3", "a4", "u5"]), session)
    #expect(
      derivation.request.lines == [
        """
        system: Be brief.

        s1

        s3

        The goal of this conversation: Plan a trip
        Its steps, those that are done marked with an x:
        - [x] dates
        - [ ] hotel

        What is known already; do not ask for it again:
        - city: Rome
          or Milan
        """, "user: u2", "assistant: a4", "user: u5",
      ])
    #expect(derivation.notes == [.systemMoved(3)])
  }

  @Test("the assistant may begin where the provider lets it; elsewhere its words go ahead")
  func opening() throws {
    let tree = Talk.tree(["a1", "u2"])
    #expect(
      try Talk.ready(tree, Talk.session(.ollama)).request.lines == ["assistant: a1", "user: u2"])
    let moved = try Talk.ready(tree, Talk.session(.anthropic))
    #expect(
      moved.request.lines == [
        "system: You began the conversation with these words:\na1", "user: u2",
      ])
    #expect(moved.notes == [.openingMoved([1])])
  }

  @Test("the goal is said again with every k-th message of the user, in the request only")
  func anchored() throws {
    var session = Talk.session()
    session.goal = Goal(statement: "Plan a trip")
    session.anchorEvery = 2
    let tree = Talk.tree(["u1", "a2", "u3", "a4", "u5", "a6", "u7"])
    let derivation = try Talk.ready(tree, session)
    let anchor = "\n\nKeep to the goal of this conversation: Plan a trip"
    #expect(
      derivation.request.lines.dropFirst() == [
        "user: u1", "assistant: a2", "user: u3" + anchor, "assistant: a4", "user: u5",
        "assistant: a6", "user: u7" + anchor,
      ])
    #expect(derivation.notes == [.anchored([3, 7])])
    #expect(tree[3]?.content == "u3")
  }

  @Test(
    "where nobody waits for an answer there is no request", arguments: [[], ["u1", "a2"], ["s1"]])
  func nothing(_ lines: [String]) {
    #expect(throws: DerivationError.nothingToAnswer) {
      try Talk.ready(Talk.tree(lines), Talk.session())
    }
  }

  @Test("a fork's request knows nothing of the other branch")
  func fork() throws {
    var tree = Talk.tree(["u1", "a2", "u3"])
    tree.append(ChatMessage(id: 4, parent: 2, role: .user, content: "u4", time: 4))
    #expect(
      try Talk.ready(tree, Talk.session()).request.lines == [
        "user: u1", "assistant: a2", "user: u4",
      ])
  }
}
