import JSON
import Patterns

/// A Bash script with curl; with jq where it takes values or goes on from an answer.
enum CurlProgram {
  static func text(_ plan: ProgramPlan) -> String {
    let endpoint = plan.endpoint
    let reads = plan.steps.count > 1 || !plan.inputs.isEmpty
    var lines = ["#!/usr/bin/env bash", "# \(plan.title)", "set -euo pipefail", ""]
    if let key = endpoint.key { lines.append(": \"${\(key):?is not set}\"") }
    lines.append("base=${\(endpoint.base.variable):-\(endpoint.base.standard)}")
    if reads {
      lines.append("command -v jq >/dev/null || { echo 'this needs jq' >&2; exit 69; }")
    }
    // A header in a file is not seen by others who list the processes.
    var headers: [String] = []
    for header in endpoint.headers {
      switch header.value {
      case .text(let text): headers.append("--header \(quoted("\(header.name): \(text)"))")
      case .key:
        let format = quoted("\(header.name): \(header.prefix)%s")
        headers.append("--header @<(printf \(format) \"$\(endpoint.key ?? "")\")")
      }
    }
    lines += ["", "ask() {", "  curl --silent --show-error --fail-with-body \\"]
    lines += headers.map { "    \($0) \\" }
    lines += ["    --data-binary @- \"$base\(endpoint.path)\"", "}"]
    if reads { lines += ["", "inside() { local text=${1#\\\"}; printf %s \"${text%\\\"}\"; }"] }
    if !plan.inputs.isEmpty { lines += arguments(plan.inputs) }
    for (index, step) in plan.steps.enumerated() {
      lines += ["", "# Turn \(step.turn)"]
      let asking = asking(step, plan, reads: reads, goesOn: index + 1 < plan.steps.count)
      let wanted = step.askedWithOneOf.map { value(of: $0, plan) }.joined()
      lines +=
        wanted.isEmpty
        ? asking : ["if [ -n \"\(wanted)\" ]; then"] + asking.indented(by: "  ") + ["fi"]
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func asking(
    _ step: ProgramPlan.Step, _ plan: ProgramPlan, reads: Bool, goesOn: Bool
  ) -> [String] {
    var lines = step.texts.flatMap { assignment(of: $0.parts, to: $0.name + "=", plan) }
    let request = "printf %s \(words(step.body, plan)) | ask"
    if !reads { return lines + [request] }
    let found = quoted(plan.endpoint.answer.jq)
    lines += ["reply=$(\(request))", "jq --raw-output \(found) <<<\"$reply\""]
    if goesOn {
      lines.append("\(step.answer)=$(inside \"$(jq --compact-output \(found) <<<\"$reply\")\")")
    }
    return lines
  }

  private static func value(of variable: String, _ plan: ProgramPlan) -> String {
    "$value_\(plan.place(of: variable) + 1)"
  }

  /// The lines that put a text together. A choice is a line of its own.
  private static func assignment(
    of parts: [ConditionalContent.Part], to start: String, _ plan: ProgramPlan
  ) -> [String] {
    let sum = start.hasSuffix("+=") ? start : String(start.dropLast()) + "+="
    var lines: [String] = []
    var pieces: [Piece] = []
    func say() {
      if pieces.isEmpty, !lines.isEmpty || start == sum { return }
      lines.append((lines.isEmpty ? start : sum) + word(pieces, plan))
      pieces = []
    }
    for part in parts {
      switch part {
      case .piece(let piece): pieces.append(piece)
      case .choice(let name, let given, let empty):
        say()
        let indented = [given, empty].map { parts in
          assignment(of: parts, to: sum, plan).indented(by: "  ")
        }
        let test = given.isEmpty ? "-z" : "-n"
        lines.append("if [ \(test) \"\(value(of: name, plan))\" ]; then")
        lines += indented[0] + (given.isEmpty || empty.isEmpty ? [] : ["else"]) + indented[1]
        lines.append("fi")
      }
    }
    say()
    return lines
  }

  /// Pieces as the inside of a JSON string: what is written here is escaped here, values and
  /// answers by jq.
  private static func word(_ pieces: [Piece], _ plan: ProgramPlan) -> String {
    let parts = pieces.map { piece in
      switch piece {
      case .text(let text): quoted(String(ProgramLiteral.json(text).dropFirst().dropLast()))
      case .variable(let name): "\"\(value(of: name, plan))\""
      case .response(let turn): "\"$\(plan.name(ofAnswerTo: turn))\""
      }
    }
    return parts.isEmpty ? "''" : parts.joined()
  }

  /// The body as words that are printed one after the other.
  private static func words(_ body: RequestBody, _ plan: ProgramPlan) -> String {
    var words = ""
    var run = ""
    append(body, plan, to: &words, &run)
    return words + quoted(run)
  }

  private static func append(
    _ body: RequestBody, _ plan: ProgramPlan, to words: inout String, _ run: inout String
  ) {
    switch body {
    case .constant(.bool(let bool)): run += bool ? "true" : "false"
    case .constant(.integer(let number)): run += String(number)
    case .constant(let value): run += ProgramLiteral.json(value.string ?? "")
    case .text(let pieces):
      words += quoted(run + "\"") + " \"$\(plan.name(of: pieces))\" "
      run = "\""
    case .list(let elements):
      run += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { run += "," }
        append(element, plan, to: &words, &run)
      }
      run += "]"
    case .object(let members):
      run += "{"
      for (index, member) in members.enumerated() {
        run += (index > 0 ? "," : "") + ProgramLiteral.json(member.key) + ":"
        append(member.value, plan, to: &words, &run)
      }
      run += "}"
    }
  }

  private static func arguments(_ inputs: [ProgramPlan.Input]) -> [String] {
    var lines = ["", "usage() {"]
    let usage = inputs.map { input in
      input.standard == nil ? "\(input.name)=TEXT" : "[\(input.name)=TEXT]"
    }
    lines.append("  printf 'usage: %s %s\\n' \"$0\" \(quoted(usage.joined(separator: " "))) >&2")
    lines += ["  exit 64", "}"]
    for (index, input) in inputs.enumerated() {
      lines.append(
        input.standard.map { "value_\(index + 1)=\(quoted($0))" } ?? "unset value_\(index + 1)")
    }
    lines += ["for argument in \"$@\"; do", "  case $argument in"]
    for (index, input) in inputs.enumerated() {
      lines.append("    \(quoted(input.name + "="))*) value_\(index + 1)=${argument#*=} ;;")
    }
    lines += ["    *) usage ;;", "  esac", "done"]
    for (index, input) in inputs.enumerated() {
      let name = "value_\(index + 1)"
      if input.standard == nil { lines.append("[ \"${\(name)+set}\" ] || usage") }
      lines.append("\(name)=$(inside \"$(printf %s \"$\(name)\" | jq --raw-input --slurp .)\")")
    }
    return lines
  }

  /// A word of the shell in which nothing means anything.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
