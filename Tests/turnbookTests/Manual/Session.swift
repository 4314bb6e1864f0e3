import Foundation

/// What a page shows of a terminal: each command with what it prints.
struct Session {
  struct Step {
    /// With its further lines, where it has some.
    var command: String
    /// Each line with its end.
    var output = ""
  }

  private(set) var steps: [Step] = []

  /// - Parameter text: commands begin with `$ `; a `\` at the end of a line continues them.
  init(_ text: String) {
    var continues = false
    for line in Self.lines(text) {
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
      } else if let last = steps.indices.last {
        if continues {
          steps[last].command += "\n" + line
        } else {
          steps[last].output += line + "\n"
        }
      }
      continues = line.hasSuffix("\\") && (line.hasPrefix("$ ") || continues)
    }
  }

  /// - Parameter script: a command a line; a `\` at the end of a line continues them.
  init(script: String) {
    var continues = false
    for line in Self.lines(script) {
      if continues, let last = steps.indices.last {
        steps[last].command += "\n" + line
      } else {
        steps.append(Step(command: String(line)))
      }
      continues = line.hasSuffix("\\")
    }
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  /// Whether a page may show this as what was printed: times and ids differ from run to run.
  static func shows(_ shown: String, _ printed: String) -> Bool {
    timeless(shown) == timeless(printed)
  }

  /// The ids of conversations are made by chance.
  private static func timeless(_ text: String) -> String {
    text.replacing(/[\d.]+ (ms|s)\b/, with: "… ms")
      .replacing(/\d{4}-\d\d-\d\d \d\d:\d\d/, with: "… today")
      .replacing(/((?:session|resume|of|delete) )[a-z][a-z2-9]{5}\b/) { $0.output.1 + "…" }
      .replacing(
        /^[a-z][a-z2-9]{5}($|  … today| #| begins anew| is deleted| \()/.anchorsMatchLineEndings()
      ) { "…" + $0.output.1 }
      .trimmingCharacters(in: .newlines)
  }
}
