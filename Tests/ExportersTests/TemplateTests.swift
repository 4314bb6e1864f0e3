import Exporters
import Patterns
import Testing

@Suite("Templates of other tools")
struct TemplateTests {
  private static func obstacle(
    _ format: ExportFormat, _ pieces: [Piece], role: Message.Role = .user
  ) -> ExportError? {
    var pattern = Pattern(id: "p", title: "P")
    let turn = Turn(id: "1", messages: [Message(role: role, content: pieces)])
    pattern.variants = [Variant(id: "p", title: "P", kind: .main, turns: [turn])]
    do throws(ExportError) {
      _ = try format.export(pattern.variants[0], of: pattern)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "what a format cannot hold is refused with the reason",
    arguments: [
      (ExportFormat.fabric, "a {{ b", ExportError.Obstacle.braces("{{")),
      (.dotprompt, "<<<dotprompt:history>>>", .roleMarker("<<<dotprompt:")),
      (.dotprompt, "C:\\{{x}}", .braces("\\{{")),
      (.prompty, "a\n # User: \nb", .roleLine(" # User: ")),
      (.prompty, "assistant[a=b]:", .roleLine("assistant[a=b]:")),
      (.prompty, "a\u{2028}b", .character("\u{2028}")),
    ])
  func refused(format: ExportFormat, text: String, obstacle: ExportError.Obstacle) {
    #expect(
      Self.obstacle(format, [.text(text)]) == .cannotHold(format, obstacle, turn: "1"))
  }

  @Test("a brace that touches a variable is refused where it would join it")
  func touching() {
    for format in [ExportFormat.dotprompt, .fabric] {
      #expect(
        Self.obstacle(format, [.text("{"), .variable("x"), .text("}")])
          == .cannotHold(format, .braces("{"), turn: "1"))
    }
    #expect(Self.obstacle(.prompty, [.text("{"), .variable("x"), .text("}")]) == nil)
  }

  @Test("words of the assistant are refused where there is no place for them")
  func assistant() {
    for format in [ExportFormat.llm, .fabric] {
      #expect(
        Self.obstacle(format, [.text("Yes.")], role: .assistant)
          == .cannotHold(format, .assistantMessage, turn: "1"))
    }
  }

  @Test("requests want a filled conversation, and templates a pattern")
  func wrongWay() throws {
    let pattern = Samples.conversation
    for format in ExportFormat.allCases {
      if format.kind == .requests {
        #expect(throws: ExportError.needsValues(format)) {
          try format.export(pattern.variants[0], of: pattern)
        }
      } else if format.kind == .template {
        #expect(throws: ExportError.fillsItself(format)) {
          try format.export(Samples.open, id: "x")
        }
      }
    }
  }

  @Test("fabric gets a folder for each turn")
  func fabric() throws {
    let pattern = Samples.conversation
    let export = try ExportFormat.fabric.export(pattern.variants[0], of: pattern)
    #expect(
      export.files.map(\.name) == [
        "multi-turn-conversation/system.md", "multi-turn-conversation-2/system.md",
        "multi-turn-conversation-3/system.md", "multi-turn-conversation-4/system.md",
      ])
    #expect(export.files[1].text == "{{refine}}\n")
    #expect(export.notes.contains { $0.contains("--session") })
  }

  @Test("fabric finds the variable and nothing else, or the export is refused")
  func fabricText() throws {
    var refused = 0
    for nasty in Samples.nasty {
      var pattern = Pattern(id: "p", title: "P")
      let message = Message(
        role: .user, content: [.text("a " + nasty), .variable("slot"), .text(nasty + " z")])
      pattern.variants = [
        Variant(id: "p", title: "P", kind: .main, turns: [Turn(id: "1", messages: [message])])
      ]
      guard let export = try? ExportFormat.fabric.export(pattern.variants[0], of: pattern) else {
        #expect(nasty.contains("{{") || nasty.first == "}" || nasty.last == "{")
        refused += 1
        continue
      }
      let parts = export.files[0].text.split(separator: "{{", omittingEmptySubsequences: false)
      #expect(parts == ["a \(nasty)", "slot}}\(nasty) z\n"])
    }
    #expect(refused > 3 && refused < 15)
  }

  @Test("a name that a tool keeps for itself or cannot spell is changed, and that is said")
  func names() throws {
    let pattern = Samples.classifier
    let dotprompt = try ExportFormat.dotprompt.export(pattern.variants[0], of: pattern)
    #expect(dotprompt.files[0].text.contains("{{this.role}}"))
    var german = Pattern(id: "p", title: "P")
    let pieces: [Piece] = [.variable("größe"), .variable("3_ideas"), .variable("input")]
    german.variants = [
      Variant(
        id: "p", title: "P", kind: .main,
        turns: [Turn(id: "1", messages: [Message(role: .user, content: pieces)])])
    ]
    let export = try ExportFormat.llm.export(german.variants[0], of: german)
    #expect(export.files[0].text == "prompt: \"${gr__e}${_3_ideas}${input_}\"\n")
    #expect(export.notes.contains("größe is called gr__e there"))
    #expect(export.notes.contains("input is called input_ there"))
  }

  @Test(
    "an id cannot lead out of the folder",
    arguments: ["../../etc/passwd", "a/b", "", "..", "C:\\x"])
  func fileNames(id: String) throws {
    let export = try ExportFormat.openai.export(Samples.open, id: id)
    let name = try #require(export.files.first?.name)
    #expect(name.hasSuffix(".json") && !name.dropLast(5).contains(".") && !name.contains("/"))
    #expect(!name.contains("\\") && name.count > 5)
  }
}
