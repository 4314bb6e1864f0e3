import Patterns
import Testing

@Suite("Optional slots that stay empty")
struct OptionalSlotTests {
  /// A template with the slots `{a}` and `{b}`, both optional and empty, and `{c}`, which is `C`.
  private static func filled(_ template: String) throws -> [String] {
    var pattern = Pattern(id: "p", title: "P")
    pattern.variables = ["a", "b", "c"].map { name in
      var variable = Variable(name: name, label: name)
      variable.isRequired = name == "c"
      return variable
    }
    var content: [Piece] = []
    for (index, part) in template.split(
      separator: "{", omittingEmptySubsequences: false
    ).enumerated() {
      if index == 0 {
        content.append(.text(String(part)))
      } else {
        content += [.variable(String(part.prefix(1))), .text(String(part.dropFirst(2)))]
      }
    }
    let message = Message(role: .user, content: content.filter { $0 != .text("") })
    pattern.variants = [
      Variant(id: "p", title: "P", kind: .main, turns: [Turn(id: "1", messages: [message])])
    ]
    return try Filling(pattern, pattern.variants[0]).conversation(["c": "C"]).turns.flatMap {
      $0.messages.map(\.plainText)
    }
  }

  @Test(
    "take their line with them where it is a label or a bullet",
    arguments: [
      ("One\n- Budget: {a}\nTwo", "One\nTwo"), ("One\n- {a}\nTwo", "One\nTwo"),
      ("One\n{a}\nTwo", "One\nTwo"), ("One\n  2. {a}  \nTwo", "One\nTwo"),
      ("One\n**Tone:** {a}", "One"), ("Tone: {a}\nTwo", "Two"),
      ("One\n* Style: {a} {b}\n\nTwo", "One\n\nTwo"), ("One\nTone: {a}\nStyle: {b}", "One"),
      ("One\r\n- Tone: {a}\r\nTwo", "One\r\nTwo"),
    ])
  func line(template: String, result: String) throws {
    #expect(try Self.filled(template) == [result])
  }

  @Test(
    "take one space beside them elsewhere, and nothing more",
    arguments: [
      ("Write {a} now.", "Write now."), ("Write {a}, please", "Write, please"),
      ("{a} Write", "Write"), ("Write {a}", "Write"), ("({a})", "()"), ("x{a}y", "xy"),
      ("Write  {a}  now", "Write   now"), ("  {a} Write", "  Write"),
      ("Write it. Tone: {a}", "Write it. Tone:"), ("- Tone: {a} ({c})", "- Tone: (C)"),
      ("- {c} {a}", "- C"), ("{c}{a} x", "Cx"), ("A {a} {b} B", "A B"),
      ("Tone: {a}.", "Tone:."),
    ])
  func space(template: String, result: String) throws {
    #expect(try Self.filled(template) == [result])
  }

  @Test("a turn in which nothing is left to say is not said")
  func wholeTurn() throws {
    #expect(try Self.filled("{a}").isEmpty)
    #expect(try Self.filled("- Tone: {a}\n- Style: {b}").isEmpty)
  }
}
