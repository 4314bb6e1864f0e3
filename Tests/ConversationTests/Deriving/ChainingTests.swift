import Conversation
import Exporters
import Patterns
import Testing

@Suite("Going on from an answer that the provider keeps")
struct ChainingTests {
  private static func tree(
    provider: Provider = .responses, state: ChatMessage.State = .whole, id: String? = "resp_1"
  ) -> MessageTree {
    var tree = Talk.tree(["u1", "a2", "u3"])
    tree.replace(
      ChatMessage(
        id: 2, parent: 1, role: .assistant, content: "a2", time: 1, state: state,
        origin: .init(provider: provider.rawValue, model: "m", responseID: id)))
    return tree
  }

  private static func session() -> Session {
    var session = Talk.session(.responses)
    session.system = "Be brief."
    return session
  }

  @Test("only the instructions and the new message are sent, and all of it can be")
  func chained() throws {
    let derivation = try Talk.ready(Self.tree(), Self.session())
    #expect(derivation.request.previousResponse == "resp_1")
    #expect(derivation.request.isKept)
    #expect(derivation.request.lines == ["system: Be brief.", "user: u3"])
    #expect(derivation.full.previousResponse == nil)
    #expect(derivation.full.isKept)
    #expect(
      derivation.full.lines == ["system: Be brief.", "user: u1", "assistant: a2", "user: u3"])
  }

  @Test("the first request is kept, so that the second can go on from it")
  func first() throws {
    let derivation = try Talk.ready(Talk.tree(["u1"]), Self.session())
    #expect(derivation.request.isKept)
    #expect(derivation.request == derivation.full)
  }

  @Test("where the answer is not there as it was, all is sent")
  func unchained() throws {
    for tree in [
      Self.tree(id: nil), Self.tree(state: .stopped), Self.tree(provider: .openai),
    ] {
      let derivation = try Talk.ready(tree, Self.session())
      #expect(derivation.request == derivation.full)
      #expect(derivation.request.parts.count == 4)
    }
    let off = try Talk.ready(Self.tree(), Self.session(), DerivationSettings(chains: false))
    #expect(off.request.previousResponse == nil)
    #expect(!off.request.isKept)
    let elsewhere = try Talk.ready(Self.tree(), Talk.session(.openai))
    #expect(elsewhere.request.previousResponse == nil)
    #expect(!elsewhere.request.isKept)
  }

  @Test("a path that was trimmed or summarised is sent anew")
  func trimmed() throws {
    var tree = Talk.tree(["u1" + String(repeating: " word", count: 200), "a2", "u3", "a4", "u5"])
    tree.replace(
      ChatMessage(
        id: 4, parent: 3, role: .assistant, content: "a4", time: 1,
        origin: .init(provider: "responses", model: "m", responseID: "resp_2")))
    #expect(try Talk.ready(tree, Self.session()).request.previousResponse == "resp_2")
    let small = DerivationSettings(window: 200, reserve: 50)
    #expect(try Talk.ready(tree, Self.session(), small).request.previousResponse == nil)
    var session = Self.session()
    session.fit = .summary
    tree.append(
      ChatMessage(
        id: 9, parent: 2, kind: .summary(from: 1), role: .assistant, content: "s", time: 9))
    #expect(try Talk.ready(tree, session).request.previousResponse == nil)
  }
}
