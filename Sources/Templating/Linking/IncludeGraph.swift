import Diagnostics

/// Which templates include which: finds names without a template, cycles, and blocks that no parent
/// has.
struct IncludeGraph {
  private let templates: [ParsedTemplate]
  private let outlines: [TemplateOutline]
  /// Of two templates with one name the last, as in the program.
  private let numbers: [String: Int]

  init(_ templates: [ParsedTemplate]) {
    self.templates = templates
    outlines = templates.map { TemplateOutline($0.nodes) }
    numbers = Dictionary(
      templates.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { _, last in last })
  }

  func findings(allowsRecursion: Bool) -> [Diagnostic] {
    var findings = repeatedTemplates() + missingTemplates() + unknownBlocks()
    if !allowsRecursion { findings += cycles() }
    return findings
  }

  private func repeatedTemplates() -> [Diagnostic] {
    templates.enumerated().compactMap { number, template in
      guard let last = numbers[template.name], last != number else { return nil }
      return Diagnostic(
        .repeatedTemplate, .error, "another template is called \"\(template.name)\" too",
        path: template.path, notes: ["the other one is \(templates[last].path)"],
        help: "rename one of them")
    }
  }

  private func missingTemplates() -> [Diagnostic] {
    let known = templates.map(\.name)
    return eachInclude().compactMap { number, include in
      let name = include.tag.name
      guard !name.isEmpty, numbers[name] == nil else { return nil }
      let near = NearMiss.best(for: name, among: known)
      return Diagnostic(
        .missingTemplate, .error, "there is no template \"\(name)\"", path: templates[number].path,
        range: ByteRange(include.tag.range),
        help: near.map { "did you mean \"\($0)\"?" }
          ?? "add a template of that name, or take the tag away")
    }
  }

  private func unknownBlocks() -> [Diagnostic] {
    eachInclude().flatMap { number, include -> [Diagnostic] in
      guard !include.arguments.isEmpty, let parent = numbers[include.tag.name],
        let known = blocks(reachableFrom: parent)
      else { return [] }
      return include.arguments.filter { !known.contains($0.name) }.map { argument in
        let near = NearMiss.best(for: argument.name, among: known.sorted())
        return Diagnostic(
          .unknownBlock, .warning,
          "\"\(include.tag.name)\" has no block \"\(argument.name)\"; this one is never shown",
          path: templates[number].path, range: ByteRange(argument.range),
          help: near.map { "did you mean \"\($0)\"?" }
            ?? "add the block to \(templates[parent].path), or take it away here")
      }
    }
  }

  /// The blocks of a template and of all it includes; nil if a dynamic name makes that unknowable.
  private func blocks(reachableFrom first: Int) -> Set<String>? {
    var blocks: Set<String> = []
    var seen: Set<Int> = [first]
    var waiting = [first]
    while let number = waiting.popLast() {
      if outlines[number].hasDynamicInclude { return nil }
      blocks.formUnion(outlines[number].blocks)
      for include in outlines[number].includes {
        guard let next = numbers[include.tag.name], seen.insert(next).inserted else { continue }
        waiting.append(next)
      }
    }
    return blocks
  }

  /// One finding for each include that leads back to a template it is reached from.
  private func cycles() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var isDone = [Bool](repeating: false, count: templates.count)
    for start in templates.indices where !isDone[start] {
      // The way from `start`: a template, and which of its includes comes next.
      var way = [(number: start, next: 0)]
      while let (number, next) = way.last {
        guard next < outlines[number].includes.count else {
          isDone[number] = true
          way.removeLast()
          continue
        }
        way[way.count - 1].next += 1
        let include = outlines[number].includes[next]
        guard let target = numbers[include.tag.name], !isDone[target] else { continue }
        if let from = way.firstIndex(where: { $0.number == target }) {
          findings.append(cycle(way[from...].map(\.number), closedBy: include.tag))
        } else {
          way.append((target, 0))
        }
      }
    }
    return findings
  }

  private func cycle(_ way: [Int], closedBy tag: Tag) -> Diagnostic {
    let names = (way + way.prefix(1)).map { templates[$0].name }
    let path = templates[way.last ?? 0].path
    return Diagnostic(
      .templateCycle, .error,
      way.count == 1
        ? "\"\(names[0])\" includes itself" : "\"\(tag.name)\" includes itself through others",
      path: path, range: ByteRange(tag.range),
      notes: ["the way round: \(names.joined(separator: " → "))"],
      help: "take one of these includes away")
  }

  private func eachInclude() -> [(number: Int, include: TemplateOutline.Include)] {
    outlines.enumerated().flatMap { number, outline in
      outline.includes.map { (number, $0) }
    }
  }
}
