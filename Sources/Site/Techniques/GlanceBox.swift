import Checking
import Markdown
import Pages
import PatternExtraction
import Patterns
import Templating

extension TechniqueBody {
  var glance: BodyEdit? {
    guard let place = techniques.pattern(of: index), let start = endOfTitle else { return nil }
    let pattern = techniques.patterns[place]
    guard let main = pattern.variants.first else { return nil }
    let used = Set(main.turns.flatMap(\.messages).flatMap(\.content).compactMap(Self.variable))
    let variables = pattern.variables.filter { used.contains($0.name) }.map { variable in
      [
        "label": .string(variable.label), "hint": PageContexts.text(variable.hint),
        "required": .bool(variable.isRequired),
      ] as TemplateValue
    }
    let section = sections.of(.pattern).first
    let value: TemplateValue = [
      "description": PageContexts.text(pattern.description.isEmpty ? nil : pattern.description),
      "when": PageContexts.group(pattern.whenToUse.prefix(Self.reasons).map { .string($0) }),
      "turns": .integer(main.turns.count { !$0.repeats }),
      "single": .bool(main.turns.count == 1 && !main.turns[0].repeats),
      "repeats": .bool(main.turns.contains(where: \.repeats)),
      "variables": PageContexts.group(variables),
      "variants": PageContexts.group(pattern.variants.dropFirst().map { .string($0.title) }),
      "pattern": section.map { .string("#" + PageContexts.escaped($0.heading.anchor)) } ?? .null,
      "file": .string(contexts.href("\(PatternFiles.folder)/\(pattern.id).json", from: index)),
      "id": .string(pattern.id),
    ]
    return BodyEdit(range: start..<start, content: .template("glance", ["glance": value]))
  }

  private static func variable(_ piece: Piece) -> String? {
    if case .variable(let name) = piece { return name }
    return nil
  }

  /// As many reasons as a summary has room for.
  private static let reasons = 4

  /// Behind the main heading and the line of platforms.
  private var endOfTitle: Int? {
    guard let heading = page.body.headings.first, heading.level == 1 else { return 0 }
    let html = page.body.html
    guard let end = html.end(of: "</h1>\n", from: heading.offset) else { return nil }
    guard page.platformLine != nil,
      html[end...].starts(with: "<blockquote>\n<p><strong>".utf8),
      let behind = html.end(of: "</blockquote>\n", from: end)
    else { return end }
    return behind
  }
}
