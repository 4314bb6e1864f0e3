import Patterns
import Testing

@Suite("Messages with conditions for their optional slots")
struct ConditionalContentTests {
  /// `{a}`, `{b}` and `{d}` are optional, `{c}` is not.
  private static let optional = ["a", "b", "d"]

  private static func content(_ template: String) -> [Piece] {
    template.split(separator: "{", omittingEmptySubsequences: false).enumerated()
      .flatMap { index, part -> [Piece] in
        if index == 0 { return [.text(String(part))] }
        return [.variable(String(part.prefix(1))), .text(String(part.dropFirst(2)))]
      }
      .filter { $0 != .text("") }
  }

  /// What a filled conversation says; nil where the message is not said.
  private static func filled(_ content: [Piece], _ values: [String: String]) throws -> String? {
    var pattern = Pattern(id: "p", title: "P")
    pattern.variables = (optional + ["c"]).map { name in
      var variable = Variable(name: name, label: name)
      variable.isRequired = name == "c"
      return variable
    }
    let message = Message(role: .user, content: content)
    pattern.variants = [
      Variant(id: "p", title: "P", kind: .main, turns: [Turn(id: "1", messages: [message])])
    ]
    let given = GivenValues(values.map { GivenValues.Value($0.key, $0.value) })
    return try Filling(pattern, pattern.variants[0]).conversation([given]).turns.first?.messages
      .first?.plainText
  }

  private static func rendered(
    _ parts: [ConditionalContent.Part], _ values: [String: String]
  ) -> String {
    parts.map { part in
      switch part {
      case .piece(.text(let text)): text
      case .piece(.variable(let name)): values[name] ?? ""
      case .piece(.response(let turn)): "[answer to turn \(turn)]"
      case .choice(let name, let given, let empty):
        rendered((values[name] ?? "").isEmpty ? empty : given, values)
      }
    }.joined()
  }

  @Test(
    "say in every combination what filling says",
    arguments: [
      "One\n- Budget: {a}\nTwo", "- Budget: {a}\nTwo", "One\n- Budget: {a}", "{a}\n{b}\n{d}",
      "One\n- {a}\n- {b}\n\n{d}\n", "Tone: {a}\nStyle: {b}\nEnd: {c}", "- {a}\n{c}\n- {b}",
      "Write {a} {b} {d} now.", "Write  {a}{b}  {d}, please", "({a}) {a} {b} x", "{a} {c} {b}",
      "* Style: {a} {b}\n\nTwo {d}", "A\r\n- Tone: {a}\r\n- {b}\r\nB {d}.", "{c}{a}{b} {d} x",
      "  {a} x\n  {b} y\n {d}", "x{a}y {b}z {d}", "{a}{b}{d}", "Label: {a} ({b})\n{d}", "",
      "\n{a}\n\n{b}\n", "{a}\n\n{a} {b}\n{a}", "Tone: {a}.", "- {a} - {b} - {d}",
      "e\u{301}{a}\u{301} {b} 😀 {d}😀",
    ])
  func combinations(template: String) throws {
    let content = Self.content(template)
    let conditional = ConditionalContent(content, isOptional: Self.optional.contains)
    for bits in 0..<8 {
      var values = ["c": "C\n- {a}"]
      for (index, name) in Self.optional.enumerated() where bits & (1 << index) != 0 {
        values[name] = " v\(name)\n"
      }
      let wanted = try Self.filled(content, values)
      let text = Self.rendered(conditional.parts, values)
      #expect(text == wanted ?? "", "\(values)")
      let isSaid =
        conditional.saidWithOneOf.isEmpty
        || conditional.saidWithOneOf.contains { values[$0] != nil }
      #expect(isSaid == (wanted != nil) || template.isEmpty, "\(values)")
      for (name, value) in values where Self.optional.contains(name) && !value.isEmpty {
        #expect(Self.rendered(conditional.parts.given(name), values) == text)
      }
    }
    #expect(conditional.unconditional.isEmpty)
  }

  @Test("a line of its own becomes one condition, and nothing is written twice")
  func short() {
    let content = Self.content("One\n- Budget: {a}\nWrite {b} now.")
    let conditional = ConditionalContent(content, isOptional: Self.optional.contains)
    #expect(
      conditional.parts == [
        .piece(.text("One")),
        .choice("a", given: [.piece(.text("\n- Budget: ")), .piece(.variable("a"))], empty: []),
        .piece(.text("\nWrite ")),
        .choice("b", given: [.piece(.variable("b")), .piece(.text(" "))], empty: []),
        .piece(.text("now.")),
      ])
  }

  @Test("slots beyond what can be looked at stay, and are told")
  func many() {
    let names = (1...40).map { "v\($0)" }
    let content = names.flatMap { [.text("x "), .variable($0)] as [Piece] }
    let conditional = ConditionalContent(content) { _ in true }
    #expect(conditional.unconditional == Array(names.dropFirst(6)))
  }
}
