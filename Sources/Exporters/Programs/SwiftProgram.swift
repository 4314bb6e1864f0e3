import Patterns

/// A Swift script with Foundation's URLSession.
enum SwiftProgram {
  private static let literal = ProgramLiteral(
    string: { string($0) }, truth: ("true", "false"), object: ("[", "] as [String: Any]"),
    list: ("[", "] as [Any]"))

  static func text(_ plan: ProgramPlan) -> String {
    let endpoint = plan.endpoint
    var lines = [
      "// \(plan.title)", "import Foundation", "",
      "#if canImport(FoundationNetworking)", "  import FoundationNetworking", "#endif", "",
      "func stop(_ words: String) -> Never {",
      "  FileHandle.standardError.write(Data((words + \"\\n\").utf8))", "  exit(1)", "}", "",
      "let environment = ProcessInfo.processInfo.environment",
    ]
    if let key = endpoint.key {
      lines.append("guard let key = environment[\"\(key)\"] else { stop(\"set \(key)\") }")
    }
    lines += [
      "let base = environment[\"\(endpoint.base.variable)\"] ?? \"\(endpoint.base.standard)\"",
      "guard let url = URL(string: base + \"\(endpoint.path)\") else { stop(\"no address: \\(base)\") }",
      "", "func ask(_ body: [String: Any]) async throws -> String {",
      "  var request = URLRequest(url: url)", "  request.httpMethod = \"POST\"",
    ]
    for header in endpoint.headers {
      let value =
        switch header.value {
        case .key: string(header.prefix) + " + key"
        case .text(let text): string(text)
        }
      lines.append("  request.setValue(\(value), forHTTPHeaderField: \(string(header.name)))")
    }
    lines += [
      "  request.httpBody = try JSONSerialization.data(withJSONObject: body)",
      "  let (data, response) = try await URLSession.shared.data(for: request)",
      "  if let status = (response as? HTTPURLResponse)?.statusCode, status >= 300 {",
      "    stop(\"\\(status): \" + String(decoding: data, as: UTF8.self))", "  }",
      "  let reply = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]",
    ]
    lines += finding(endpoint.provider) + ["  print(answer)", "  return answer", "}"]
    if !plan.inputs.isEmpty { lines += arguments(plan.inputs) }
    for step in plan.steps {
      lines += ["", "// Turn \(step.turn)"]
      let isUsed = step.turn != plan.steps.last?.turn
      let body = literal.text(step.body, of: plan, indent: "  ")
      let asking =
        step.texts.map { "let \($0.name) = \(expression($0.parts, plan))" }
        + ["\(isUsed ? "let \(step.answer)" : "_") = try await ask(\n  \(body))"]
      let wanted = step.askedWithOneOf.map { "!\(value(of: $0, plan)).isEmpty" }
        .joined(separator: " || ")
      lines += wanted.isEmpty ? asking : ["if \(wanted) {"] + asking.indented(by: "  ") + ["}"]
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Joined rather than added: many `+` take the compiler long.
  private static func expression(
    _ parts: [ConditionalContent.Part], _ plan: ProgramPlan
  ) -> String {
    let terms = parts.map { part in
      switch part {
      case .piece(.text(let text)): string(text)
      case .piece(.variable(let name)): value(of: name, plan)
      case .piece(.response(let turn)): plan.name(ofAnswerTo: turn)
      case .choice(let name, let given, let empty):
        "(\(value(of: name, plan)).isEmpty ? \(expression(empty, plan)) : \(expression(given, plan)))"
      }
    }
    switch terms.count {
    case 0: return "\"\""
    case 1: return terms[0]
    default: return "([\(terms.joined(separator: ", "))] as [String]).joined()"
    }
  }

  private static func value(of variable: String, _ plan: ProgramPlan) -> String {
    "values[\(string(plan.input(variable))), default: \"\"]"
  }

  private static func finding(_ provider: Provider) -> [String] {
    switch provider {
    case .openai:
      [
        "  let choices = reply[\"choices\"] as? [[String: Any]]",
        "  let message = choices?.first?[\"message\"] as? [String: Any]",
        "  let answer = message?[\"content\"] as? String ?? \"\"",
      ]
    case .responses:
      [
        "  let items = reply[\"output\"] as? [[String: Any]] ?? []",
        "  let parts = items.flatMap { $0[\"content\"] as? [[String: Any]] ?? [] }",
        "  let answer = parts.compactMap { $0[\"text\"] as? String }.joined()",
      ]
    case .anthropic:
      [
        "  let parts = reply[\"content\"] as? [[String: Any]] ?? []",
        "  let answer = parts.compactMap { $0[\"text\"] as? String }.joined()",
      ]
    case .gemini:
      [
        "  let candidates = reply[\"candidates\"] as? [[String: Any]]",
        "  let content = candidates?.first?[\"content\"] as? [String: Any]",
        "  let parts = content?[\"parts\"] as? [[String: Any]] ?? []",
        "  let answer = parts.compactMap { $0[\"text\"] as? String }.joined()",
      ]
    case .ollama, .m365Copilot:
      [
        "  let message = reply[\"message\"] as? [String: Any]",
        "  let answer = message?[\"content\"] as? String ?? \"\"",
      ]
    }
  }

  private static func arguments(_ inputs: [ProgramPlan.Input]) -> [String] {
    let standards = inputs.compactMap { input in
      input.standard.map { "  \(string(input.name)): \(string($0))," }
    }
    let names = inputs.map { string($0.name) }.joined(separator: ", ")
    let known =
      standards.isEmpty
      ? ["var values: [String: String] = [:]"]
      : ["var values: [String: String] = ["] + standards + ["]"]
    return [""] + known + [
      "let names = [\(names)]",
      "for argument in CommandLine.arguments.dropFirst() {",
      "  let parts = argument.split(separator: \"=\", maxSplits: 1, omittingEmptySubsequences: false)",
      "  guard parts.count == 2, names.contains(String(parts[0])) else {",
      "    stop(\"unknown argument \\(argument), known: \\(names.joined(separator: \", \"))\")",
      "  }", "  values[String(parts[0])] = String(parts[1])", "}",
      "let missing = names.filter { values[$0] == nil }",
      "if !missing.isEmpty {",
      "  stop(\"missing: \" + missing.map { $0 + \"=TEXT\" }.joined(separator: \" \"))", "}",
    ]
  }

  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.properties.generalCategory == .control || scalar.value == 0xFEFF:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
