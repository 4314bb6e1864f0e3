import Diagnostics
import JSON
import Links
import Markdown
import Pages
import PatternExtraction
import Patterns
import Site

/// What is told of what the mouse rests on.
struct Hovering {
  let view: PageView

  func answer(at offset: Int, findings: [Diagnostic]) -> JSONValue? {
    let mention = Mention(at: offset, in: view)
    var range = mention?.range(in: view)
    var parts = [mention.flatMap(words)].compactMap(\.self)
    if mention == nil, let key = KeyHelp(view.text, at: offset, in: view) {
      parts.append(key.words)
      range = key.range
    }
    for finding in findings where finding.range?.touches(offset) ?? false {
      parts.append("**\(finding.code.id)**: \(finding.code.rule)\n\n\(finding.code.explanation)")
      range = range ?? finding.range
    }
    guard !parts.isEmpty else { return nil }
    return Self.json(
      parts, range.map { Desk.range(view.range($0), in: view.text) }, view.desk.terms)
  }

  static func json(_ parts: [String], _ range: JSONValue?, _ terms: ClientTerms) -> JSONValue {
    let separator = terms.showsMarkdown ? "\n\n---\n\n" : "\n\n"
    let words = parts.joined(separator: separator)
    var hover: JSONObject = [
      "contents": [
        "kind": terms.showsMarkdown ? "markdown" : "plaintext",
        "value": .string(terms.showsMarkdown ? words : words.split(separator: "**").joined()),
      ]
    ]
    hover["range"] = range
    return .object(hover)
  }

  private func words(_ mention: Mention) -> String? {
    switch mention {
    case .link(let index, _): return words(view.target(ofLink: index))
    case .related(let index, _): return words(view.target(ofRelated: index))
    case .label(let index, _):
      let definition = view.page.body.definitions[index]
      guard definition.kind == .link else { return footnote(definition.range) }
      return words(view.meaning(of: definition.target))
        ?? String(decoding: definition.target, as: UTF8.self)
    case .slot(let slot): return variable(slot)
    case .heading(let index):
      guard let page = view.index else { return nil }
      let anchor = view.page.body.headings[index].anchor
      let count = References.links(
        to: Destination(page: page, fragment: anchor), in: view.desk
      ).count
      return "`#\(anchor)`, " + (count == 1 ? "1 link" : "\(count) links")
    }
  }

  private func words(_ resolution: Resolution?) -> String? {
    switch resolution {
    case .page(let index, let suffix)?:
      let page = view.desk.page(index)
      let destination = Destination(page: index, suffix: suffix)
      var words = "**\(page.title)**"
      if let heading = destination.heading(in: view.desk), heading.text != page.title {
        words += " › \(heading.text)"
      }
      if let description = page.frontMatter.description?.value { words += "\n\n\(description)" }
      return words + "\n\n`\(page.path)`"
    case .file(let path, _)?: return "`\(String(decoding: path, as: UTF8.self))`"
    case .missing?, nil: return nil
    }
  }

  /// The first line of what a footnote says.
  private func footnote(_ label: ByteRange) -> String? {
    let line = view.text.line(view.text.lineNumber(of: label.start))
    let start = min(label.end + 1, line.upperBound)
    let text = view.text.text(in: start..<line.upperBound).drop { $0 == " " }
    return text.isEmpty ? nil : String(text)
  }

  private func variable(_ slot: SlotPlace) -> String? {
    guard let index = view.index,
      let variable = view.guide.extraction(ofPage: index)?.pattern?.variables
        .first(where: { $0.name == slot.variable })
    else { return nil }
    var lines = ["**\(variable.label)**: `\(variable.name)`"]
    if let description = variable.description ?? variable.hint { lines.append(description) }
    var facts = [variable.kind.rawValue, variable.isRequired ? "required" : "optional"]
    if variable.isList { facts.append("several values") }
    if let standard = variable.standard { facts.append("else \"\(standard)\"") }
    lines.append(facts.joined(separator: ", "))
    if !variable.choices.isEmpty {
      lines.append("one of " + variable.choices.map { "`\($0)`" }.joined(separator: ", "))
    }
    if let example = variable.example { lines.append("for example: \(example)") }
    return lines.joined(separator: "\n\n")
  }
}
