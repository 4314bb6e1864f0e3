import Patterns
import Testing

/// A block as a page may have it, and what is to come of it.
struct BlockCase: Sendable, CustomTestStringConvertible {
  var name: String
  var block: String
  /// A line each turn, with the variables' names in braces.
  var turns: [String]
  /// `name: label`, with `= hint` where there is one.
  var slots: [String]
  var codes: [String] = []

  var testDescription: String { name }
}

@Suite("Blocks as pages have them")
struct BlockTests {
  private static let labels: [BlockCase] = [
    BlockCase(
      name: "turn labels alone on their lines",
      block: """
        Turn 1:
        As a {role}, list {number of risks} risks of {plan}.

        Turn 2:
          Rank them.
            Begin with the worst.
        """,
      turns: [
        "As a {role}, list {number_of_risks} risks of {plan}.",
        "Rank them.\n  Begin with the worst.",
      ],
      slots: ["role: role", "number_of_risks: number of risks", "plan: plan"]),
    BlockCase(
      name: "continued lines under the text of their label",
      block: """
        Turn 1: Draft a letter to {recipient}
                about {matter}.
        Turn 2: Shorten it.
        """,
      turns: ["Draft a letter to {recipient}\nabout {matter}.", "Shorten it."],
      slots: ["recipient: recipient", "matter: matter"]),
    BlockCase(
      name: "what looks like a label and is indented by four is text",
      block: """
        Turn 1: Read this log of {chat}:
            Turn 2: hello
            System: quiet
          Turn 2: Sum it up.
        """,
      turns: ["Read this log of {chat}:\nTurn 2: hello\nSystem: quiet", "Sum it up."],
      slots: ["chat: chat"]),
    BlockCase(
      name: "a block that is indented as a whole",
      block: """
            Turn 1: Name {number} of them.

            Turn 2: Sort them.
        """,
      turns: ["Name {number} of them.", "Sort them."], slots: ["number: number"]),
    BlockCase(
      name: "quotes around each turn",
      block: """
        Turn 1: "What speaks for {option}?"
        Turn 2: “And what against it?”
        Turn N: "Say "{word}" once more."
        """,
      turns: ["What speaks for {option}?", "And what against it?", "Say \"{word}\" once more."],
      slots: ["option: option", "word: word"]),
    BlockCase(
      name: "quotes that wrap no whole turn",
      block: "\"{first}\" and \"{second}\"",
      turns: ["\"{first}\" and \"{second}\""], slots: ["first: first", "second: second"]),
    BlockCase(
      name: "lines that only look like turn labels",
      block: "Turn these notes into minutes: {notes}\nTurn over a new leaf.",
      turns: ["Turn these notes into minutes: {notes}\nTurn over a new leaf."],
      slots: ["notes: notes"]),
    BlockCase(
      name: "text before the first turn",
      block: "About {topic}.\nTurn 1: Ask.\nTurn 2: Go on.",
      turns: ["About {topic}.\nAsk.", "Go on."], slots: ["topic: topic"], codes: ["TB-P010"]),
    BlockCase(
      name: "turns with a gap and one that goes back",
      block: "Turn 1: a\nTurn 3: b\nTurn 2: c", turns: ["a", "b", "c"], slots: [],
      codes: ["TB-P013", "TB-P013"]),
    BlockCase(
      name: "a repeating turn in the middle",
      block: "Turn 1: a\nTurn N: {more}\nTurn 2: c", turns: ["a", "{more}", "c"],
      slots: ["more: more"], codes: ["TB-P014"]),
  ]

  private static let roles: [BlockCase] = [
    BlockCase(
      name: "two roles without turns",
      block: "System: You are {role}.\nUser: {question}",
      turns: ["system: You are {role}. / {question}"],
      slots: ["role: role", "question: question"]),
    BlockCase(
      name: "one role alone is text",
      block: "User: {question}", turns: ["User: {question}"], slots: ["question: question"]),
    BlockCase(
      name: "roles in turns",
      block: """
        Turn 1:
        User: {request}
        Assistant: {answer}
        Turn 2 (assistant): Understood.
        """,
      turns: ["{request} / assistant: {answer}", "assistant: Understood."],
      slots: ["request: request", "answer: answer"]),
    BlockCase(
      name: "a role behind a turn label",
      block: "Turn 1: System: Be brief.\nUser: {question}\nTurn 2: Go on.",
      turns: ["system: Be brief. / {question}", "Go on."], slots: ["question: question"]),
    BlockCase(
      name: "references to answers",
      block: "Turn 1: Name three.\nTurn 2: Improve {turn 1 response} and {Response 1}.",
      turns: ["Name three.", "Improve <1> and <1>."], slots: []),
    BlockCase(
      name: "a reference to an answer that is not there yet",
      block: "Turn 1: Improve {turn 2 response}.\nTurn 2: Name three.",
      turns: ["Improve {turn 2 response}.", "Name three."], slots: [], codes: ["TB-P015"]),
  ]

  private static let slots: [BlockCase] = [
    BlockCase(
      name: "labels with hints after each separator",
      block: "{Who: role, audience} {Refine — zoom in} {Depth - how far} {Tone = friendly}",
      turns: ["{who} {refine} {depth} {tone}"],
      slots: [
        "who: Who = role, audience", "refine: Refine = zoom in", "depth: Depth = how far",
        "tone: Tone",
      ]),
    BlockCase(
      name: "a dash inside a word is no separator",
      block: "{follow-up question} {role/title}", turns: ["{follow_up_question} {role_title}"],
      slots: ["follow_up_question: follow-up question", "role_title: role/title"]),
    BlockCase(
      name: "slots alone behind a label",
      block: """
        - Budget: {amount or range}
        - Sentence structure: {short/long/varied, with or without lists}
        - **Deadline:** {day}
        """,
      turns: [
        """
        - Budget: {budget}
        - Sentence structure: {sentence_structure}
        - **Deadline:** {deadline}
        """
      ],
      slots: [
        "budget: Budget = amount or range",
        "sentence_structure: Sentence structure = short/long/varied, with or without lists",
        "deadline: Deadline = day",
      ]),
    BlockCase(
      name: "a label that the slot repeats, and one that several slots share",
      block: "Input: {example input 1}\nAnswer: {first}\nAnswer: {second}",
      turns: ["Input: {example_input_1}\nAnswer: {first}\nAnswer: {second}"],
      slots: ["example_input_1: example input 1", "first: first", "second: second"]),
    BlockCase(
      name: "a sentence before a slot is no label",
      block: "This is what I would like you to do now: {task}",
      turns: ["This is what I would like you to do now: {task}"], slots: ["task: task"]),
    BlockCase(
      name: "one slot in several places",
      block: "Compare {A} with {B}. Begin with {A}.",
      turns: ["Compare {a} with {b}. Begin with {a}."], slots: ["a: A", "b: B"]),
    BlockCase(
      name: "a short form of a slot with a hint",
      block: "Explain {Topic: what you do not understand}. What is {topic} for?",
      turns: ["Explain {topic}. What is {topic} for?"],
      slots: ["topic: Topic = what you do not understand"]),
    BlockCase(
      name: "one label with two hints",
      block: "{Step: first} {Step: second}", turns: ["{step} {step_2}"],
      slots: ["step: Step = first", "step_2: Step = second"]),
    BlockCase(
      name: "sibling list items",
      block: """
        1. {Perspective 1}: focus on {their concerns}
        2. {Perspective 2}: focus on {their concerns}
        3. {Perspective 3}: focus on {their concerns}
        """,
      turns: [
        """
        1. {perspective_1}: focus on {their_concerns_1}
        2. {perspective_2}: focus on {their_concerns_2}
        3. {perspective_3}: focus on {their_concerns_3}
        """
      ],
      slots: [
        "perspective_1: Perspective 1", "their_concerns_1: their concerns (Perspective 1)",
        "perspective_2: Perspective 2", "their_concerns_2: their concerns (Perspective 2)",
        "perspective_3: Perspective 3", "their_concerns_3: their concerns (Perspective 3)",
      ]),
    BlockCase(
      name: "list items that are the same",
      block: "Points:\n- {point}\n- {point}\nNot {point}.",
      turns: ["Points:\n- {point_1}\n- {point_2}\nNot {point}."],
      slots: ["point_1: point 1", "point_2: point 2", "point: point"]),
    BlockCase(
      name: "letters of other scripts, and a slot without any",
      block: "{Übersicht über das Thema} {主题} {***}",
      turns: ["{übersicht_über_das_thema} {主题} {slot_3}"],
      slots: ["übersicht_über_das_thema: Übersicht über das Thema", "主题: 主题", "slot_3: ***"]),
    BlockCase(
      name: "a long label is cut at a word",
      block: "{Further refinement or specific adjustments of it}",
      turns: ["{further_refinement_or_specific}"],
      slots: ["further_refinement_or_specific: Further refinement or specific adjustments of it"]),
  ]

  private static let literals: [BlockCase] = [
    BlockCase(
      name: "a JSON skeleton",
      block: """
        Answer as JSON:
        {
          "title": "{title}",
          "parts": [{"name": {name}, "size": {"width": 1}}]
        }
        """,
      turns: [
        """
        Answer as JSON:
        {
          "title": "{title}",
          "parts": [{"name": {name}, "size": {"width": 1}}]
        }
        """
      ],
      slots: ["title: title", "name: name"]),
    BlockCase(
      name: "doubled braces",
      block: "Write {{name}} for {reader}, and {{ x }}.",
      turns: ["Write {name} for {reader}, and { x }."], slots: ["reader: reader"]),
    BlockCase(
      name: "slots in brackets",
      block:
        "[Paste the report here]\nFor [your role], [add a limit]. See [your notes](a.md), [1].",
      turns: [
        "{paste_the_report_here}\nFor {your_role}, {add_a_limit}. See [your notes](a.md), [1]."
      ],
      slots: [
        "paste_the_report_here: Paste the report here", "your_role: your role",
        "add_a_limit: add a limit",
      ]),
    BlockCase(
      name: "a brace that is left open, and empty ones",
      block: "Write {topic in {number} words. f() {}",
      turns: ["Write {topic in {number} words. f() {}"], slots: ["number: number"],
      codes: ["TB-P012", "TB-P012"]),
  ]

  @Test("give turns and slots", arguments: labels + roles + slots + literals)
  func block(block: BlockCase) throws {
    let page = PageText.block(block.block)
    let pattern = try #require(page.pattern)
    #expect(pattern.variants[0].turns.map(\.written) == block.turns)
    let slots = pattern.variables.map { variable in
      "\(variable.name): \(variable.label)" + (variable.hint.map { " = \($0)" } ?? "")
    }
    #expect(slots == block.slots)
    #expect(page.codes == block.codes)
  }

  @Test("optional slots are not required, and lose their mark")
  func optional() throws {
    let pattern = try #require(
      PageText.block(
        "{Optional: limits} {optional tone — how it sounds} {(optional) length}\n- Style: {optional}"
      ).pattern)
    #expect(pattern.variables.map(\.name) == ["limits", "tone", "length", "style"])
    #expect(pattern.variables.allSatisfy { !$0.isRequired })
    #expect(pattern.variables[1].hint == "how it sounds")
  }

  @Test("bars mean choices and an equals sign a default, a slash or a sentence neither")
  func choices() throws {
    let pattern = try #require(
      PageText.block("{Length: short|medium|long} {a/b} {Tone = friendly} {x|y} {Do it: a. b|c.}")
        .pattern)
    #expect(pattern.variables[0].choices == ["short", "medium", "long"])
    #expect(pattern.variables[0].kind == .choice)
    #expect(pattern.variables[1].choices.isEmpty)
    #expect(pattern.variables[2].standard == "friendly" && !pattern.variables[2].isRequired)
    #expect(pattern.variables[3].choices == ["x", "y"])
    #expect(pattern.variables[4].choices.isEmpty)
  }

  @Test("what is pasted may have several lines")
  func long() throws {
    let pattern = try #require(PageText.block("[Paste text]\n[your name]").pattern)
    #expect(pattern.variables.map(\.isMultiline) == [true, false])
  }
}
