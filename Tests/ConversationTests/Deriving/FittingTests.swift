import Conversation
import Exporters
import Patterns
import Testing

@Suite("Fitting a request to the window")
struct FittingTests {
  /// Each message has its name and then so many tokens that ten of them are far from one.
  private static func long(_ count: Int) -> MessageTree {
    Talk.tree(
      (1...count).map { place in
        (place.isMultiple(of: 2) ? "a" : "u") + "\(place)" + String(repeating: " word", count: 50)
      })
  }

  private static func settings(_ window: Int) -> DerivationSettings {
    DerivationSettings(window: window, reserve: 100)
  }

  @Test("the policy window keeps the last whole turns, and says what it left out")
  func window() throws {
    var session = Talk.session()
    session.system = "Be brief."
    session.goal = Goal(statement: "Plan a trip")
    let derivation = try Talk.ready(Self.long(9), session, Self.settings(460))
    #expect(
      derivation.request.parts.map(\.role) == [
        .system, .user, .assistant, .user, .assistant, .user,
      ])
    #expect(
      derivation.request.parts.map { $0.content.prefix(2) }.dropFirst() == [
        "u5", "a6", "u7", "a8", "u9",
      ])
    #expect(derivation.notes == [.trimmed([1, 2, 3, 4])])
    #expect(derivation.budget.trimmed > 0)
    #expect(derivation.budget.used <= 360)
  }

  @Test("the policy strict refuses, and says by how much")
  func strict() throws {
    let whole = try Talk.ready(Self.long(9), Talk.session(fit: .strict))
    let fitting = DerivationSettings(window: whole.budget.used + 100, reserve: 100)
    #expect(
      try Talk.ready(Self.long(9), Talk.session(fit: .strict), fitting).request == whole.request)
    let error = #expect(throws: DerivationError.self) {
      try Talk.ready(
        Self.long(9), Talk.session(fit: .strict),
        DerivationSettings(window: whole.budget.used + 93, reserve: 100))
    }
    guard case .over(by: 7, let budget)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(budget.used == whole.budget.used)
    #expect(error?.words.contains("7 tokens too long") == true)
  }

  @Test("what is never left out is too large with its figures", arguments: FitPolicy.allCases)
  func fixed(_ policy: FitPolicy) throws {
    var session = Talk.session(fit: policy)
    session.system = String(repeating: "word ", count: 300)
    let error = #expect(throws: DerivationError.self) {
      try Talk.ready(Talk.tree(["u1"]), session, Self.settings(300))
    }
    let budget = try #require(error?.budget)
    #expect(budget[.system] > 300)
    if policy != .strict {
      #expect(error?.words.contains("system text \(budget[.system])") == true)
    }
  }

  @Test("the policy summary wishes for one, and uses it once it is there")
  func summary() throws {
    let session = Talk.session(fit: .summary)
    var tree = Self.long(13)
    let settings = DerivationSettings(window: 600, reserve: 100)
    guard
      case .needsSummary(let wish) = try Derivation.outcome(
        of: tree, leaf: 13, in: session, settings)
    else {
      Issue.record("no summary is wished for")
      return
    }
    #expect(wish.from == 1)
    #expect(wish.messages == Array(1...wish.through))
    #expect(wish.through.isMultiple(of: 2))
    #expect(wish.request.parts.map(\.role) == [.system, .user])
    #expect(wish.request.parts.last?.content.contains("User:\nu1 word") == true)
    #expect(wish.request.maximumTokens != nil)

    tree.append(
      ChatMessage(
        id: 20, parent: wish.through, kind: .summary(from: wish.from), role: .assistant,
        content: "It was about words.", time: 20))
    let derivation = try Talk.ready(tree, session, settings)
    #expect(
      derivation.request.parts[0].content == "What was said before, in short:\nIt was about words.")
    #expect(derivation.request.parts[1].content.hasPrefix("u\(wish.through + 1)"))
    #expect(derivation.request.parts.last?.content.hasPrefix("u13") == true)
    #expect(derivation.notes == [.summarised(wish.messages, by: 20)])
    #expect(derivation.budget[.summary] > 0)
  }

  @Test("the next summary takes the one before in")
  func nextSummary() throws {
    var tree = Self.long(13)
    tree.append(
      ChatMessage(
        id: 20, parent: 4, kind: .summary(from: 1), role: .assistant, content: "OLD SUMMARY",
        time: 20))
    let outcome = try Derivation.outcome(
      of: tree, leaf: 13, in: Talk.session(fit: .summary),
      DerivationSettings(window: 600, reserve: 100))
    guard case .needsSummary(let wish) = outcome else {
      Issue.record("no summary is wished for")
      return
    }
    #expect(wish.from == 1)
    #expect(wish.messages.first == 5)
    #expect(wish.through > 4)
    #expect(wish.request.parts.last?.content.contains("OLD SUMMARY") == true)
  }

  @Test("a summary of the middle is taken in whole, so that wishing comes to an end")
  func middle() throws {
    var tree = Self.long(13)
    tree.append(
      ChatMessage(
        id: 20, parent: 8, kind: .summary(from: 7), role: .assistant, content: "THE MIDDLE",
        time: 20))
    let outcome = try Derivation.outcome(
      of: tree, leaf: 13, in: Talk.session(fit: .summary),
      DerivationSettings(window: 600, reserve: 100))
    guard case .needsSummary(let wish) = outcome else {
      Issue.record("no summary is wished for")
      return
    }
    #expect(wish.from == 1)
    #expect(wish.through >= 8)
    #expect(!wish.messages.contains(7))
  }

  @Test("a person may ask for a summary of all that was answered")
  func recap() throws {
    let tree = Talk.tree(["u1", "a2", "u3", "a4", "u5"])
    let wish = try #require(SummaryWish(of: tree, leaf: 5, in: Talk.session()))
    #expect(wish.from == 1)
    #expect(wish.through == 4)
    #expect(SummaryWish(of: Talk.tree(["u1"]), leaf: 1, in: Talk.session()) == nil)
  }
}
