import Conversation
import Exporters
import Patterns
import Testing
import Tokens

@Suite("Whatever the conversation")
struct DerivationPropertyTests {
  private static func said(_ path: [ChatMessage]) -> [ChatMessage] {
    path.filter { !$0.content.allSatisfy(\.isWhitespace) }
  }

  @Test("a request alternates, ends with what the user said last, and has system text and goal")
  func shape() throws {
    var seen = (requests: 0, wishes: 0, errors: 0)
    for seed in 0..<1500 as Range<UInt64> {
      var random = SeededNumbers(seed: seed)
      let tree = RandomTalk.tree(using: &random)
      let session = RandomTalk.session(tree, using: &random)
      let settings = DerivationSettings(
        window: [nil, 200, 400, 700].randomElement(using: &random) ?? nil,
        reserve: Int.random(in: 0...60, using: &random))
      let path = Self.said(tree.path(to: session.leaf))
      let newest = path.last { $0.role != .system }
      do {
        let outcome = try Derivation.outcome(of: tree, leaf: session.leaf, in: session, settings)
        switch outcome {
        case .ready(let derivation):
          seen.requests += 1
          let asked = try #require(newest?.role == .user ? newest : nil, "seed \(seed)")
          Self.check(derivation.full, session, asked, seed)
          Self.check(derivation.request, session, asked, seed)
          if let window = settings.window {
            #expect(derivation.budget.used + settings.reserve <= window, "seed \(seed)")
          }
          Self.count(derivation, settings, seed)
        case .needsSummary(let wish):
          seen.wishes += 1
          let ids = tree.path(to: session.leaf).map(\.id)
          #expect(ids.contains(wish.from) && ids.contains(wish.through), "seed \(seed)")
          #expect(wish.from <= wish.through && !wish.messages.isEmpty, "seed \(seed)")
          #expect(wish.through < (newest?.id ?? 0), "seed \(seed)")
        }
      } catch let error as DerivationError {
        seen.errors += 1
        if error == .nothingToAnswer {
          #expect(newest?.role != .user, "seed \(seed)")
        } else {
          #expect(settings.window != nil, "seed \(seed)")
        }
      }
    }
    #expect(seen.requests > 200 && seen.wishes > 10 && seen.errors > 100, "\(seen)")
  }

  private static func check(
    _ request: ChatRequest, _ session: Session, _ newest: ChatMessage, _ seed: UInt64
  ) {
    let system = request.parts.first.flatMap { $0.role == .system ? $0.content : nil }
    let spoken = request.parts.dropFirst(system == nil ? 0 : 1)
    #expect(spoken.last?.role == .user, "seed \(seed)")
    #expect(spoken.last?.content.contains(newest.content) == true, "seed \(seed)")
    for (part, next) in zip(spoken, spoken.dropFirst()) {
      #expect(part.role != next.role && part.role != .system, "seed \(seed)")
    }
    if session.provider == .anthropic || session.provider == .gemini {
      #expect(spoken.first?.role == .user, "seed \(seed)")
    }
    for wanted in [session.system, session.goal?.statement] + session.values.map(\.name) {
      if let wanted { #expect(system?.contains(wanted) == true, "seed \(seed)") }
    }
  }

  /// The shares of the budget are together what the request costs.
  private static func count(
    _ derivation: Derivation, _ settings: DerivationSettings, _ seed: UInt64
  ) {
    let counted = derivation.full.parts.reduce(3) {
      $0 + settings.counter.count(role: $1.role.rawValue, content: $1.content)
    }
    #expect(derivation.budget.used == counted, "seed \(seed)")
  }

  @Test("without a limit nothing is lost but what a summary stands for")
  func nothingLost() throws {
    var summaries = 0
    for seed in 0..<800 as Range<UInt64> {
      var random = SeededNumbers(seed: seed)
      let tree = RandomTalk.tree(using: &random)
      let session = RandomTalk.session(tree, using: &random)
      guard
        let outcome = try? Derivation.outcome(
          of: tree, leaf: session.leaf, in: session, DerivationSettings()),
        case .ready(let derivation) = outcome
      else { continue }
      let text = derivation.full.parts.map(\.content).joined(separator: "\n")
      var covered: Set<ChatMessage.ID> = []
      for case .summarised(let ids, let summary) in derivation.notes {
        covered.formUnion(ids)
        summaries += 1
        #expect(text.contains("SUMMARY \(summary)"), "seed \(seed)")
      }
      for message in Self.said(tree.path(to: session.leaf)) where !covered.contains(message.id) {
        #expect(text.contains(message.content), "seed \(seed): message \(message.id)")
      }
      #expect(derivation.budget.trimmed == 0 || !covered.isEmpty, "seed \(seed)")
    }
    #expect(summaries > 10)
  }

  @Test("summaries that are wished for come to an end, and the request fits then")
  func summaries() throws {
    for seed in 0..<40 as Range<UInt64> {
      var random = SeededNumbers(seed: seed)
      var tree = Talk.tree(
        (1...61).map { place in
          (place.isMultiple(of: 2) ? "a" : "u")
            + String(repeating: " word", count: Int.random(in: 1...60, using: &random))
        })
      let session = Talk.session(fit: .summary)
      let settings = DerivationSettings(window: 700, reserve: 100)
      var rounds = 0
      rounds: while rounds < 40 {
        switch try Derivation.outcome(of: tree, leaf: 61, in: session, settings) {
        case .ready(let derivation):
          #expect(derivation.budget.used <= 600)
          break rounds
        case .needsSummary(let wish):
          rounds += 1
          tree.append(
            ChatMessage(
              id: Int64(100 + rounds), parent: wish.through, kind: .summary(from: wish.from),
              role: .assistant, content: String(repeating: "short ", count: 20), time: 0))
        }
      }
      #expect((1..<40).contains(rounds))
    }
  }
}
