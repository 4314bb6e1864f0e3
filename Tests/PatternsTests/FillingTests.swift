import Patterns
import Testing

@Suite("Filling in a pattern")
struct FillingTests {
  private static let seedValues: KeyValuePairs = [
    "high_level_request_or_exploration": "one", "refine_based_on_the_response": "two",
    "further_refinement_or_specific": "three",
  ]

  @Test("a turn that repeats is said once for each element of its list", arguments: 0...3)
  func rounds(count: Int) throws {
    let filling = try SamplePattern.seed.filling()
    var given = GivenValues(Self.seedValues.map { GivenValues.Value($0.key, $0.value) })
    for round in 0..<count {
      given.values.append(
        GivenValues.Value("final_polish_or_specific_modifications", "polish \(round)"))
    }
    let conversation = try filling.conversation([given])
    #expect(conversation.turns.map(\.id) == (1...3 + count).map { String($0) })
    #expect(
      conversation.turns.dropFirst(3).map { $0.messages.map(\.plainText).joined() }
        == (0..<count).map { "polish \($0)" })
  }

  @Test("defaults, choices, references and empty optional slots come out as they should")
  func review() throws {
    let conversation = try SamplePattern.review.filling().conversation(
      ["code": "let a = 1\n", "question": "Why?", "why": "I wonder"])
    #expect(
      ConversationText.text(conversation) == """
        Turn 1:
        System: You review Swift code.
        Be brief.
        User: At most 5 findings, please:

        let a = 1
        Turn 2: Of your findings:
        [answer to turn 1]
        which one is the worst?
        Turn 3: Why? (because I wonder)

        """)
    #expect(
      conversation.turns[1].messages[0].content == [
        .text("Of your findings:\n"), .response("1"), .text("\nwhich one is the worst?"),
      ])
  }

  @Test("all problems are told at once, and values count in the order of their sources")
  func problems() throws {
    let filling = try SamplePattern.review.filling()
    let sources = [
      GivenValues([.init("limit", "7"), .init("language", "Swift")]),
      GivenValues([
        .init("limit", "many"), .init("languag", "Go"), .init("language", "Pyton"),
        .init("style_guide", "not an address"), .init("question", "a"), .init("question", "b"),
        .init("reason", "c"), .init("zzzzzz", "d"),
      ]),
    ]
    let error = #expect(throws: FillingError.self) { try filling.conversation(sources) }
    #expect(
      error?.problems.map(\.message) == [
        "there is no variable \"languag\"; did you mean \"language\"?",
        "there is no variable \"zzzzzz\"",
        "\"Pyton\" is not a value of \"language\": did you mean \"Python\"?",
        "\"not an address\" is not an address such as https://example.org, which \"style_guide\" "
          + "needs",
        "\"many\" is not a whole number, which \"limit\" needs",
        "turn n takes as many values of each: \"question\" has 2, \"reason\" has 1",
        "\"code\" has no value",
      ])
    #expect(filling.missing(sources).map(\.name) == ["code"])
  }

  @Test("a later source takes the place of a list, one source adds to it")
  func listSources() throws {
    let sources = [
      GivenValues([.init("question", "x"), .init("reason", "y")]),
      GivenValues([
        .init("code", "c"), .init("question", "1"), .init("question", "2"), .init("why", "3"),
        .init("reason", "4"),
      ]),
    ]
    let conversation = try SamplePattern.review.filling().conversation(sources)
    #expect(
      conversation.turns.dropFirst(2).map { $0.messages[0].plainText } == [
        "1 (because 3)", "2 (because 4)",
      ])
  }

  @Test("values kept for many patterns may have names that this one does not know")
  func remembered() throws {
    let kept = GivenValues([.init("company", "Acme"), .init("code", "x")], isForThisPattern: false)
    let filling = try SamplePattern.review.filling("second-opinion")
    #expect(try filling.conversation([kept]).turns[0].messages[0].plainText == "Review this:\nx")
    #expect(try filling.conversation([kept]).turns[1].forkOf == "1")
  }

  @Test("an empty value is a value; a required one leaves its line")
  func emptyValue() throws {
    let filling = try SamplePattern.review.filling("second-opinion")
    #expect(
      try filling.conversation(["code": ""]).turns[0].messages[0].plainText == "Review this:\n")
  }

  @Test(
    "kinds of values",
    arguments: [
      (Variable.Kind.integer, ["0", "-12", "+3"], ["", "1.0", "a", "1e3", " 1"]),
      (.number, ["0.5", "-1e-9", "12", "1.5E3"], [".5", "1.", "1e", "NaN", "0x1"]),
      (.boolean, ["true", "false"], ["yes", "True", "1"]),
      (.date, ["2024-02-29", "1999-12-31"], ["2023-02-29", "2024-2-9", "2024-13-01", "today"]),
      (
        .url, ["https://a.example/?b", "mailto:a@b.example"],
        ["a.example", "https:", "a b:c", ":x"]
      ),
      (.line, ["a b"], ["a\nb", "a\r\nb"]),
      (.text, ["a\nb", "", "{x}"], []),
    ])
  func kinds(kind: Variable.Kind, right: [String], wrong: [String]) throws {
    var pattern = Pattern(id: "p", title: "P")
    pattern.variables = [Variable(name: "v", label: "V", kind: kind)]
    let turn = Turn(id: "1", messages: [Message(role: .user, content: [.variable("v")])])
    pattern.variants = [Variant(id: "p", title: "P", kind: .main, turns: [turn])]
    let filling = Filling(pattern, pattern.variants[0])
    for value in right {
      #expect(try filling.conversation(["v": value]).turns[0].messages[0].plainText == value)
    }
    for value in wrong {
      let error = #expect(throws: FillingError.self) { try filling.conversation(["v": value]) }
      #expect(error?.problems == [.wrongType("v", value: value, kind)])
    }
  }
}
