import Foundation
import Patterns
import Testing

@Suite("The seed page as its author wrote it")
struct SeedTests {
  private static let path =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    + "/../shared/seeds/multi-turn-conversation.md"

  static let isThere = FileManager.default.fileExists(atPath: path)

  static func pattern() throws -> Pattern {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let page = PageText(text, path: "techniques/multi-turn-conversation.md")
    #expect(page.codes == [])
    return try #require(page.pattern)
  }

  @Test("says what it is and when to use it", .enabled(if: isThere))
  func technique() throws {
    let pattern = try Self.pattern()
    #expect(pattern.id == "multi-turn-conversation")
    #expect(pattern.title == "Multi-Turn Conversation")
    #expect(pattern.description.hasPrefix("Use iterative back-and-forth"))
    #expect(pattern.platforms.map(\.id) == ["claude", "openai", "gemini", "m365-copilot"])
    #expect(pattern.whenToUse.count == 5)
    #expect(pattern.whenToUse[0] == "Complex tasks that benefit from iterative refinement")
  }

  @Test("has a main variant of four turns, the last of which repeats", .enabled(if: isThere))
  func main() throws {
    let pattern = try Self.pattern()
    #expect(pattern.variants.map(\.id) == ["main", "conversation-forking"])
    let main = pattern.variants[0]
    #expect(main.kind == .main)
    #expect(main.turns.map(\.id) == ["1", "2", "3", "n"])
    #expect(main.turns.map(\.repeats) == [false, false, false, true])
    #expect(
      main.turns.map(\.written) == [
        "{high_level_request_or_exploration}", "{refine_based_on_the_response}",
        "{further_refinement_or_specific}", "{final_polish_or_specific_modifications}",
      ])
    #expect(main.turns[1].source == SourceSpan(line: 30, column: 1, endLine: 30, endColumn: 70))
    let refine = try #require(pattern[variable: "refine_based_on_the_response"])
    #expect(refine.label == "Refine based on the response")
    #expect(refine.hint == "zoom in, redirect, or expand")
    #expect(refine.isRequired)
    let polish = try #require(pattern[variable: "final_polish_or_specific_modifications"])
    #expect(!polish.isRequired && polish.isList)
  }

  @Test("has a fork with two slots", .enabled(if: isThere))
  func fork() throws {
    let pattern = try Self.pattern()
    let fork = try #require(pattern[variant: "conversation-forking"])
    #expect(fork.kind == .fork)
    #expect(fork.title == "Conversation forking")
    #expect(fork.description == "for exploring alternatives")
    #expect(
      fork.turns.map(\.written) == [
        """
        Let's pause here. I want to explore a different direction.
        Going back to your {earlier_suggestion}, what if we {alternative_approach}?
        """
      ])
    #expect(pattern.variables.count == 6)
  }

  @Test("gives the filled-in example's values to the main variant", .enabled(if: isThere))
  func filled() throws {
    let pattern = try Self.pattern()
    #expect(pattern.variants[1].filled.isEmpty)
    let filled = try #require(pattern.variants[0].filled.first)
    #expect(pattern.variants[0].filled.count == 1)
    #expect(filled.title == "Filled-in example")
    #expect(filled.turns.map(\.id) == ["1", "2", "3"])
    #expect(
      filled.turns[1].written == """
        Let's focus on caching. What caching layers would you recommend
        for a Django REST API with PostgreSQL?
        """)
    let values = try #require(filled.values)
    #expect(
      values.map(\.name) == [
        "high_level_request_or_exploration", "refine_based_on_the_response",
        "further_refinement_or_specific",
      ])
    #expect(values[0].value == "What are the main strategies for improving API response times?")
    #expect(
      pattern.variables[2].example == """
        Good. Now write the implementation for the Redis caching layer
        you described, including cache invalidation logic.
        """)
  }

  @Test("has three worked examples, the third with a fork", .enabled(if: isThere))
  func worked() throws {
    let examples = try Self.pattern().examples
    #expect(
      examples.map(\.title) == [
        "Example 1 — Business strategy", "Example 2 — Writing refinement",
        "Example 3 — Problem exploration with forking",
      ])
    #expect(examples.map { $0.turns.map(\.id) } == Array(repeating: ["1", "2", "3"], count: 3))
    #expect(examples.map { $0.turns.map(\.forkOf) }[2] == [nil, nil, "2"])
    #expect(examples[0].turns.map(\.forkOf) == [nil, nil, nil])
    #expect(
      examples[1].context
        == "You're drafting executive communications and want to polish through iteration.")
    #expect(examples[0].why?.hasPrefix("Each turn narrows scope") == true)
    #expect(examples[2].why?.hasSuffix("context of the original problem.") == true)
    #expect(examples[1].turns[2].written == "Shorten to 150 words and lead with the growth metric.")
  }

  @Test("has three pitfalls with problem and fix, and a note", .enabled(if: isThere))
  func pitfalls() throws {
    let pitfalls = try Self.pattern().pitfalls
    #expect(
      pitfalls.map(\.title) == [
        "Context window exhaustion", "Drift without anchoring", "Never finishing",
        "Conversation summarization",
      ])
    #expect(pitfalls.map(\.severity) == ["warning", "warning", "warning", "info"])
    for pitfall in pitfalls.prefix(3) {
      #expect(pitfall.problem != nil && pitfall.fix != nil && pitfall.text == nil)
    }
    #expect(pitfalls[2].problem?.hasPrefix("Endlessly refining") == true)
    #expect(pitfalls[2].problem?.hasSuffix("could be better.") == true)
    #expect(pitfalls[2].fix?.hasPrefix("Set a target upfront:") == true)
    #expect(pitfalls[3].problem == nil && pitfalls[3].fix == nil)
    #expect(pitfalls[3].text?.hasPrefix("For very long conversations") == true)
  }

  @Test("has five related links and two readings", .enabled(if: isThere))
  func links() throws {
    let pattern = try Self.pattern()
    #expect(
      pattern.related.map(\.title) == [
        "Chain-of-Thought", "Self-Consistency and Reflection", "Reframing Prompts",
        "Prompt Engineering Overview", "Ideation and Strategy use case",
      ])
    #expect(pattern.related[0].note == "explicit step-by-step reasoning within a single turn")
    #expect(pattern.related[3].note == nil)
    #expect(pattern.related[4].href == "../../../use-cases/ideation-and-strategy.md")
    #expect(
      pattern.reading == [
        Pattern.Reading(
          text:
            "Yi et al. 2024 — A Survey on Recent Advances in LLM-Based Multi-turn Dialogue Systems",
          url: "https://arxiv.org/abs/2402.18013"),
        Pattern.Reading(
          text: "Zheng et al. 2025 — LLMs Get Lost In Multi-Turn Conversation",
          url: "https://arxiv.org/abs/2505.06120"),
      ])
  }
}
