import Conversation
import ConversationStore
import Exporters
import Foundation
import JSON
import Patterns
import ProviderServer
import Testing

/// What the documents that Turnbook began with say of conversations, each as it is done here.
@Suite("Conversations as the documents describe them")
struct ConversationRowTests {
  private static let prompt = "[Enter says it, /help] > "

  @Test(
    "multi-turn conversation: scripted turns with stops, forks, a recap, the goal said again, a limit set upfront"
  )
  func multiTurn() throws {
    let desk = try Desk()
    let partner = try Partner()
    let session = try Terminal().run(
      [
        "chat", "multi-turn-conversation", "-v", "high_level_request_or_exploration=Ideas", "-v",
        "refine_based_on_the_response=Fewer", "-v", "further_refinement_or_specific=Shorter", "-v",
        "final_polish_or_specific_modifications=Polish", "--goal", "one slogan", "--anchor", "2",
        "--turns", "3", "--no-ask", "--store", "store.db",
      ], at: desk,
      answers: [
        (Self.prompt, "\n"), ("answer 1", "\n"), ("answer 2", "/fork\n"),
        ("going on from message 2", "Braver\n"), ("answer 3", "/recap\n"),
        ("stands for what was said before", "\n"), ("answer 5", "\n"),
        ("the 3 turns that were allowed are said", "/quit\n"),
      ], environment: partner.environment)
    #expect(session.status == 0)
    #expect(
      session.screen.contains("Goal: one slogan") && session.screen.contains("turns said: 0 of 3"))
    #expect(try partner.asked(0)[0].contains("The goal of this conversation: one slogan"))
    let anchor = "Keep to the goal of this conversation: one slogan"
    #expect(try partner.asked(1).last == "user: Fewer\n\n\(anchor)")
    #expect(
      try partner.asked(2).dropFirst() == [
        "user: Ideas", "assistant: answer 1", "user: Braver\n\n\(anchor)",
      ], "the fork knows nothing of what it is in place of")
    #expect(try partner.asked(3).last?.contains("Summarise the conversation") == true)
    #expect(
      try partner.asked(4)[0].contains("What was said before, in short:\nanswer 4")
        && partner.asked(4).count == 2)
    #expect(partner.server.requests.count == 5)
    #expect(try desk.conversation().tree.messages.count == 9)
  }

  @Test(
    "multi-turn customer experience: nothing is asked twice, a digression and its return keep the state"
  )
  func customerExperience() throws {
    let desk = try Desk()
    let partner = try Partner()
    let pattern = try #require(desk.text("patterns/code-review.json"))
    var file = try JSONValue(parsing: Array(pattern.utf8)).object ?? JSONObject()
    file["variables"] = .array(
      (file["variables"]?.array ?? []).map { variable in
        guard variable["name"]?.string == "language", var object = variable.object else {
          return variable
        }
        object["remember"] = "always"
        return .object(object)
      })
    try desk.write("review.json", Desk.text(of: .object(file)))
    let words = [
      "chat", "code-review", "--from", "review.json", "--variant", "second-opinion", "-v",
      "code=x", "--contact", "Ada", "--store", "store.db",
    ]
    let first = try Terminal().run(
      words, at: desk,
      answers: [
        (Self.prompt, "\n"), ("answer 1", "/remember --always size=12\n"),
        ("size is remembered for good", "/aside What is tea?\n"),
        ("/return goes back", "And coffee?\n"), ("answer 3", "/return\n"),
        ("back from: What is tea?", "So where were we?\n"), ("answer 4", "\u{4}"),
      ], environment: partner.environment)
    #expect(first.status == 0)
    #expect(try partner.asked(2).contains("user: What is tea?"))
    let back = try partner.asked(3).joined(separator: "\n")
    #expect(!back.contains("tea") && !back.contains("coffee") && back.contains("size: 12"))
    #expect(try desk.conversation().session.asides.isEmpty)
    // Another conversation with the same person.
    let second = try desk.run(
      [
        "chat", "code-review", "--from", "review.json", "-v", "code=y", "-v", "question=q", "-v",
        "reason=r", "--contact", "Ada", "--store", "store.db", "--no-ask", "-v", "language=Go",
      ],
      environment: partner.environment)
    #expect(second.status == 0, "\(second.errors)")
    let third = try desk.run(
      [
        "chat", "code-review", "--from", "review.json", "-v", "code=z", "-v", "question=q", "-v",
        "reason=r", "--contact", "Ada", "--store", "store.db", "--no-ask",
      ],
      environment: partner.environment)
    #expect(third.status == 0, "\(third.errors)")
    #expect(try desk.conversation().tree.messages[0].content.contains("You review Go code"))
  }

  @Test(
    "multi-message conversations: the history is a list that programs read, summarised under the limit"
  )
  func multiMessage() throws {
    let desk = try Desk()
    let partner = try Partner { request, number in
      request.text.contains("Summarise the conversation")
        ? Speech.openai.says(["In short: tea."])
        : Speech.openai.says(["answer \(number + 1) " + String(repeating: "word ", count: 60)])
    }
    let run = try desk.run(
      [
        "chat", "code-review", "-v", "code=\(String(repeating: "x = 1\n", count: 20))", "-v",
        "question=why", "-v", "question=how", "-v", "question=when", "-v", "reason=so",
        "-v", "reason=so", "-v", "reason=so", "--fit", "summary", "--window", "700",
        "--format", "messages", "--store", "store.db", "--no-ask",
      ], environment: partner.environment)
    #expect(run.status == 0, "\(run.errors)")
    let list = try MessageList(reading: Array(run.output.utf8))
    #expect(list.entries.map(\.role.rawValue).prefix(3) == ["system", "user", "assistant"])
    #expect(list.entries.last?.content.hasPrefix("answer") == true)
    #expect(run.errors.contains("summarising"))
    let summarised = try (0..<partner.server.requests.count).contains {
      try partner.asked($0)[0].contains("In short: tea.")
    }
    #expect(summarised)
  }

  @Test(
    "the course on multi-turn conversations: strict alternation, chained responses, a token budget, the system prompt kept"
  )
  func course() throws {
    let desk = try Desk()
    let chained = try Partner { _, number in Speech.responses.says(["answer \(number + 1)"]) }
    let values = [
      "-v", "code=x", "-v", "question=why", "-v", "reason=so", "--no-ask", "--store", "store.db",
    ]
    let responses = try desk.run(
      ["chat", "code-review", "--api", "responses"] + values, environment: chained.environment)
    #expect(responses.status == 0, "\(responses.errors)")
    let second = try JSONValue(parsing: chained.server.requests[1].body)
    #expect(
      second["previous_response_id"]?.string == "resp_1" && second["input"]?.array?.count == 1)
    #expect(second["instructions"]?.string?.contains("You review Swift code") == true)

    let partner = try Partner { _, _ in Speech.openai.says([String(repeating: "word ", count: 80)])
    }
    let chat = try desk.run(
      ["chat", "code-review", "--api", "chat", "--window", "400", "--max-tokens", "100"] + values,
      environment: partner.environment)
    #expect(chat.status == 0, "\(chat.errors)")
    let last = try partner.asked(2)
    #expect(last[0].contains("You review Swift code"))
    for (message, next) in zip(last.dropFirst(), last.dropFirst(2)) {
      #expect(message.prefix(4) != next.prefix(4))
    }
    #expect(chat.errors.contains("there is no room for"), "\(chat.errors)")
    let session = try Terminal().run(
      ["chat", "--store", "store.db", "--window", "4000"], at: desk,
      answers: [("> ", "/budget\n"), ("4,000 tokens", "/quit\n")], environment: partner.environment)
    #expect(session.screen.contains("of 4,000 tokens (estimated)"))
  }

  @Test(
    "multi-turn business: contact, channels and the goal's steps are kept across turns and told")
  func business() throws {
    let desk = try Desk()
    let partner = try Partner()
    let session = try Terminal().run(
      [
        "chat", "--contact", "Ada", "--goal", "A call is scheduled", "--step", "the need is known",
        "--step", "a date is fixed", "--channel", "web", "--store", "store.db",
      ], at: desk,
      answers: [
        ("> ", "Hello\n"), ("answer 1", "/done 1\n"), ("1. [x]", "/channel sms\n"),
        ("on by sms", "Tuesday?\n"), ("answer 2", "/done 2\n"),
        ("the goal is reached", "/export call.json\n"), ("written to call.json", "/quit\n"),
      ], environment: partner.environment)
    #expect(session.status == 0)
    #expect(try partner.asked(1)[0].contains("- [x] the need is known\n- [ ] a date is fixed"))
    let stored = try desk.conversation()
    #expect(stored.tree.messages.map(\.channel) == [.web, .web, .sms, .sms])
    #expect(stored.session.contact == "Ada" && stored.session.goal?.isReached == true)
    #expect(stored.session.channel == .sms)
    #expect(desk.text("call.json")?.contains("the need is known") == true)
  }
}
