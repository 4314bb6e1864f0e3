import Patterns

/// A Python program: the packages of OpenAI and Anthropic, else what Python brings along.
enum PythonProgram {
  private static let literal = ProgramLiteral(
    string: { ProgramLiteral.json($0) }, truth: ("True", "False"))

  static func text(_ plan: ProgramPlan) -> String {
    var lines = ["#!/usr/bin/env python3", "# \(plan.title)"]
    if let key = plan.endpoint.key { lines.append("# The key is read from \(key).") }
    lines += asking(plan.endpoint)
    if !plan.inputs.isEmpty { lines += arguments(plan.inputs) }
    for step in plan.steps {
      lines += ["", "# Turn \(step.turn)"]
      let asking =
        step.texts.map { "\($0.name) = \(expression($0.parts, plan))" }
        + ["\(step.answer) = ask(\(literal.text(step.body, of: plan)))"]
      let wanted = step.askedWithOneOf.map { value(of: $0, plan) }.joined(separator: " or ")
      lines += wanted.isEmpty ? asking : ["if \(wanted):"] + asking.indented(by: "    ")
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
        "(\(expression(given, plan)) if \(value(of: name, plan)) else \(expression(empty, plan)))"
      }
    }
    return terms.isEmpty ? "\"\"" : terms.joined(separator: " + ")
  }

  private static func value(of variable: String, _ plan: ProgramPlan) -> String {
    "values[\(literal.string(plan.input(variable)))]"
  }

  private static func arguments(_ inputs: [ProgramPlan.Input]) -> [String] {
    let values = inputs.map { input in
      "    \(literal.string(input.name)): \(input.standard.map { literal.string($0) } ?? "None"),"
    }
    return ["", "values = {"] + values
      + [
        "}",
        "for argument in sys.argv[1:]:",
        "    name, equals, value = argument.partition(\"=\")",
        "    if not equals or name not in values:",
        "        sys.exit(f\"unknown argument {argument!r}, known: {', '.join(values)}\")",
        "    values[name] = value",
        "missing = [name for name, value in values.items() if value is None]",
        "if missing:",
        "    sys.exit(\"missing: \" + \" \".join(name + \"=TEXT\" for name in missing))",
      ]
  }

  private static func asking(_ endpoint: Endpoint) -> [String] {
    let (imports, call): ([String], [String]) =
      switch endpoint.provider {
      case .openai:
        (
          ["import sys", "", "from openai import OpenAI", "", "client = OpenAI()"],
          [
            "    completion = client.chat.completions.create(**request)",
            "    answer = completion.choices[0].message.content or \"\"",
          ]
        )
      case .responses:
        (
          ["import sys", "", "from openai import OpenAI", "", "client = OpenAI()"],
          ["    answer = client.responses.create(**request).output_text"]
        )
      case .anthropic:
        (
          ["import sys", "", "from anthropic import Anthropic", "", "client = Anthropic()"],
          [
            "    message = client.messages.create(**request)",
            "    answer = \"\".join(part.text for part in message.content if part.type == \"text\")",
          ]
        )
      default: plain(endpoint)
      }
    return imports + ["", "", "def ask(request):"] + call
      + ["    print(answer, flush=True)", "    return answer", ""]
  }

  private static func plain(_ endpoint: Endpoint) -> ([String], [String]) {
    let headers = endpoint.headers.map { header in
      let value =
        switch header.value {
        case .key: literal.string(header.prefix) + " + os.environ[\"\(endpoint.key ?? "")\"]"
        case .text(let text): literal.string(text)
        }
      return "    \(literal.string(header.name)): \(value),"
    }
    let found =
      endpoint.provider == .gemini
      ? "\"\".join(part.get(\"text\", \"\") for part in reply[\"candidates\"][0][\"content\"][\"parts\"])"
      : "reply[\"message\"][\"content\"]"
    let base = "os.environ.get(\"\(endpoint.base.variable)\", \"\(endpoint.base.standard)\")"
    return (
      [
        "import json", "import os", "import sys", "import urllib.request", "",
        "url = \(base) + \"\(endpoint.path)\"", "headers = {",
      ] + headers + ["}"],
      [
        "    data = json.dumps(request).encode()",
        "    sent = urllib.request.Request(url, data, headers)",
        "    with urllib.request.urlopen(sent) as response:",
        "        reply = json.load(response)",
        "    answer = \(found)",
      ]
    )
  }
}
