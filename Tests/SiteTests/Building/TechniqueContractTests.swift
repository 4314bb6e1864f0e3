import Foundation
import Patterns
import Testing

@testable import Site

/// What a reader of the guide may expect of each technique, read from what programs get of it.
@Suite("Every technique page of the guide in content/")
struct TechniqueContractTests {
  private static let pages = ProjectGuide.pages(in: "techniques")

  /// The techniques that a conversation of several turns is made of.
  private static let ofSeveralTurns = [
    "multi-turn-conversation", "single-or-multi-message", "conversation-forking",
    "recap-and-summarising", "goal-anchoring", "done-upfront", "message-history-and-roles",
    "turn-taking", "context-budget", "response-chaining", "remembering-slots", "asides",
    "goal-tracking", "channel-switching", "handing-over",
  ]

  private static func pattern(of page: String) async throws -> Pattern {
    try #require(try await ProjectGuide.pattern(of: page), "\(page) has no pattern")
  }

  @Test("is there: those of several turns, and the others")
  func complete() {
    let pages = Set(Self.pages)
    #expect(pages.isSuperset(of: Self.ofSeveralTurns.map { "techniques/\($0).md" }))
    #expect(pages.count > Self.ofSeveralTurns.count + 10)
  }

  @Test("has a template that says something, and slots to fill in", arguments: pages)
  func templates(page: String) async throws {
    let pattern = try await Self.pattern(of: page)
    #expect(pattern.variants.first?.kind == .main)
    for variant in pattern.variants {
      #expect(!variant.turns.isEmpty, "\(variant.id)")
      for turn in variant.turns { #expect(!turn.messages.isEmpty, "\(variant.id), \(turn.id)") }
      #expect(!variant.variables.isEmpty, "\(variant.id)")
    }
  }

  @Test("has an example of each template that gives every slot a value", arguments: pages)
  func filledIn(page: String) async throws {
    let pattern = try await Self.pattern(of: page)
    let required = Set(pattern.variables.lazy.filter(\.isRequired).map(\.name))
    #expect(!required.isEmpty)
    for variant in pattern.variants {
      #expect(!variant.filled.isEmpty, "\(variant.id) has no filled-in example")
      for example in variant.filled {
        let values = try #require(example.values, "an example of \(variant.id) does not fit")
        let given = Set(values.lazy.filter { !$0.value.isEmpty }.map(\.name))
        let missing = variant.variables.intersection(required).subtracting(given)
        #expect(missing.isEmpty, "\(variant.id): \(missing.sorted())")
      }
    }
  }

  @Test("shows conversations, says when they fit and why they work", arguments: pages)
  func examples(page: String) async throws {
    let pattern = try await Self.pattern(of: page)
    #expect(!pattern.examples.isEmpty)
    for example in pattern.examples {
      #expect(!example.turns.isEmpty, "\(example.title)")
      #expect(example.context?.isEmpty == false, "\(example.title) has no context")
      #expect(example.why?.isEmpty == false, "\(example.title) does not say why it works")
    }
  }

  @Test("shows three conversations where it is about several turns", arguments: ofSeveralTurns)
  func severalExamples(technique: String) async throws {
    let pattern = try await Self.pattern(of: "techniques/\(technique).md")
    #expect(pattern.id == technique)
    #expect(pattern.examples.count >= 3)
    // One may show what is better said in a single message.
    #expect(pattern.examples.count { $0.turns.count > 1 } >= pattern.examples.count - 1)
  }

  @Test("says when to use it, what goes wrong and where to read on", arguments: pages)
  func surroundings(page: String) async throws {
    let pattern = try await Self.pattern(of: page)
    #expect(!pattern.description.isEmpty && !pattern.platforms.isEmpty)
    #expect(!pattern.whenToUse.isEmpty)
    #expect(pattern.pitfalls.contains { $0.problem != nil && $0.fix != nil })
    for pitfall in pattern.pitfalls {
      #expect(
        (pitfall.problem != nil && pitfall.fix != nil) || pitfall.text != nil, "\(pitfall.title)")
    }
    #expect(!pattern.related.isEmpty)
    for related in pattern.related {
      #expect(related.id != nil, "\(related.href) is no technique")
      #expect(related.note?.isEmpty == false, "\(related.title)")
    }
    #expect(!pattern.reading.isEmpty)
    for reading in pattern.reading {
      #expect(!reading.text.isEmpty && reading.url.hasPrefix("https://"), "\(reading.url)")
    }
  }
}

@Suite("Every use case of the guide in content/")
struct UseCaseContractTests {
  @Test(
    "has a pattern that is related to the techniques that the page combines",
    arguments: ProjectGuide.pages(in: "use-cases"))
  func related(page: String) async throws {
    let pattern = try #require(try await ProjectGuide.pattern(of: page))
    let text = try String(
      contentsOf: ProjectGuide.folder.appending(path: "content/\(page)"), encoding: .utf8)
    let section = try #require(
      text.firstMatch(of: /\n## Techniques, in This Order\n(.*?)\n##\s/.dotMatchesNewlines()))
    let items = section.output.1.matches(of: /^\d+\. [^\n]*/.anchorsMatchLineEndings())
    #expect(items.count >= 5)
    let named = items.compactMap { item in
      item.output.firstMatch(of: /\]\(\.\.\/techniques\/([\w-]+)\.md/).map { String($0.output.1) }
    }
    #expect(named.count == items.count, "a technique is named without a link")
    let related = pattern.related.map { $0.id ?? "" }
    #expect(related.count >= 3 && !related.contains(""))
    // The section beside it may name a neighbour that the order has no step for.
    #expect(Set(related).intersection(named).count >= 2, "\(related) and \(named)")
    for related in pattern.related { #expect(related.note?.isEmpty == false, "\(related.href)") }
  }
}

extension Variant {
  /// The names of all variables in its turns.
  fileprivate var variables: Set<String> {
    var names: Set<String> = []
    for case .variable(let name) in turns.flatMap(\.messages).flatMap(\.content) {
      names.insert(name)
    }
    return names
  }
}
