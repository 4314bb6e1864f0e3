import ByteText
import JSON
import Patterns

/// How a language writes strings, truth and containers.
struct ProgramLiteral {
  var string: @Sendable (String) -> String
  var truth: (yes: String, no: String)
  var object: (open: String, close: String) = ("{", "}")
  var list: (open: String, close: String) = ("[", "]")

  /// A body over several lines; each text is the name of a constant.
  func text(_ body: RequestBody, of plan: ProgramPlan, indent: String = "") -> String {
    switch body {
    case .constant(.bool(let bool)): return bool ? truth.yes : truth.no
    case .constant(.integer(let number)): return String(number)
    case .constant(let value): return string(value.string ?? "")
    case .text(let pieces): return plan.name(of: pieces)
    case .list(let elements):
      let lines = elements.map { text($0, of: plan, indent: indent + "  ") }
      return block(lines, in: list, indent: indent)
    case .object(let members):
      let lines = members.map { member in
        string(member.key) + ": " + text(member.value, of: plan, indent: indent + "  ")
      }
      return block(lines, in: object, indent: indent)
    }
  }

  private func block(
    _ lines: [String], in brackets: (open: String, close: String), indent: String
  ) -> String {
    let inner = lines.map { "\n\(indent)  \($0)," }.joined()
    return brackets.open + inner + "\n" + indent + brackets.close
  }

  /// A string as JSON writes it, which Python and JavaScript read the same. Nothing in it is taken
  /// for the end of a line.
  static func json(_ text: String) -> String {
    var buffer = ByteBuffer()
    buffer.append(jsonString: text, escaping: .script)
    return buffer.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
