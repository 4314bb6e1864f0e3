import Patterns

/// A JavaScript module with fetch and nothing else.
enum JavaScriptProgram {
  private static let literal = ProgramLiteral(
    string: { ProgramLiteral.json($0) }, truth: ("true", "false"))

  static func text(_ plan: ProgramPlan) -> String {
    let endpoint = plan.endpoint
    var lines = ["#!/usr/bin/env node", "// \(plan.title)"]
    if let key = endpoint.key {
      lines += [
        "const key = process.env.\(key);", "if (!key) {", "  console.error(\"set \(key)\");",
        "  process.exit(1);", "}",
      ]
    }
    lines += [
      "const base = process.env.\(endpoint.base.variable) ?? \"\(endpoint.base.standard)\";",
      "const url = base + \"\(endpoint.path)\";", "const headers = {",
    ]
    for header in endpoint.headers {
      let value =
        switch header.value {
        case .key: literal.string(header.prefix) + " + key"
        case .text(let text): literal.string(text)
        }
      lines.append("  \(literal.string(header.name)): \(value),")
    }
    lines += [
      "};", "", "async function ask(request) {",
      "  const body = JSON.stringify(request);",
      "  const response = await fetch(url, { method: \"POST\", headers, body });",
      "  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);",
      "  const reply = await response.json();",
      "  const answer = \(endpoint.answer.javascript);",
      "  console.log(answer);", "  return answer;", "}",
    ]
    if !plan.inputs.isEmpty { lines += arguments(plan.inputs) }
    for step in plan.steps {
      lines += ["", "// Turn \(step.turn)"]
      let asking =
        step.texts.map { "const \($0.name) = \(expression($0.parts, plan));" }
        + ["const \(step.answer) = await ask(\(literal.text(step.body, of: plan)));"]
      let wanted = step.askedWithOneOf.map { value(of: $0, plan) }.joined(separator: " || ")
      lines += wanted.isEmpty ? asking : ["if (\(wanted)) {"] + asking.indented(by: "  ") + ["}"]
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func expression(
    _ parts: [ConditionalContent.Part], _ plan: ProgramPlan
  ) -> String {
    let terms = parts.map { part in
      switch part {
      case .piece(.text(let text)): literal.string(text)
      case .piece(.variable(let name)): value(of: name, plan)
      case .piece(.response(let turn)): plan.name(ofAnswerTo: turn)
      case .choice(let name, let given, let empty):
        "(\(value(of: name, plan)) ? \(expression(given, plan)) : \(expression(empty, plan)))"
      }
    }
    return terms.isEmpty ? "\"\"" : terms.joined(separator: " + ")
  }

  private static func value(of variable: String, _ plan: ProgramPlan) -> String {
    "values.get(\(literal.string(plan.input(variable))))"
  }

  private static func arguments(_ inputs: [ProgramPlan.Input]) -> [String] {
    let values = inputs.map { input in
      "  [\(literal.string(input.name)), \(input.standard.map { literal.string($0) } ?? "null")],"
    }
    return ["", "const values = new Map(["] + values
      + [
        "]);", "for (const argument of process.argv.slice(2)) {",
        "  const name = argument.split(\"=\", 1)[0];",
        "  if (!argument.includes(\"=\") || !values.has(name)) {",
        "    console.error(`unknown argument ${argument}, known: ${[...values.keys()].join(\", \")}`);",
        "    process.exit(1);", "  }",
        "  values.set(name, argument.slice(name.length + 1));", "}",
        "const missing = [...values.keys()].filter((name) => values.get(name) === null);",
        "if (missing.length > 0) {",
        "  console.error(`missing: ${missing.map((name) => name + \"=TEXT\").join(\" \")}`);",
        "  process.exit(1);", "}",
      ]
  }
}
