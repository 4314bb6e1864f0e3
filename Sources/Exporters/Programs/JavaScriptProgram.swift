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
      for text in step.texts {
        lines.append("const \(text.name) = \(expression(text.pieces, plan));")
      }
      lines.append("const \(step.answer) = await ask(\(literal.text(step.body, of: plan)));")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func expression(_ pieces: [Piece], _ plan: ProgramPlan) -> String {
    let terms = pieces.map { piece in
      switch piece {
      case .text(let text): literal.string(text)
      case .variable(let name):
        "values.get(\(literal.string(plan.inputs[plan.place(of: name)].name)))"
      case .response(let turn): plan.name(ofAnswerTo: turn)
      }
    }
    return terms.isEmpty ? "\"\"" : terms.joined(separator: " + ")
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
