import ByteText
import Diagnostics
import Markdown
import Patterns

/// The variants of a page and their filled-in examples, from the blocks that were taken.
struct VariantReading {
  private(set) var templates: [Template] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The id of the variant that each block of code went into, by its index in the outline.
  private(set) var variantOfBlock: [Int: String] = [:]

  /// An example whose template is not chosen yet.
  private struct Example {
    var label: ExampleLabel
    var turns: [TurnParser.Turn]
    var blocks: [Int]
    /// How many templates stand before it.
    var position: Int
    var path: String
    var range: ByteRange
  }

  private struct Assigned {
    var example: Example
    var values: [String: [String]]?
  }

  private var examples: [Example] = []
  /// As many as templates.
  private var assigned: [[Assigned]] = []
  private let map: PageMap
  private let pageTitle: String
  private var takenIDs: Set<String> = []
  /// The number that an id ended in last, by the id that was wanted.
  private var lastNumbers: [String: Int] = [:]

  init(_ classification: BlockClassification, _ map: PageMap, pageTitle: String) {
    self.map = map
    self.pageTitle = pageTitle
    for block in classification.blocks {
      switch block.role {
      case .template(let title): addTemplate(block, title: title)
      case .example(let label): addExample(block, label)
      case .worked, .nothing: break
      }
    }
    assigned = templates.map { _ in [] }
  }
}

extension VariantReading {
  private mutating func addTemplate(_ block: BlockClassification.Block, title: String?) {
    guard let code = map.outline.code(at: block.index) else { return }
    let place = map.outline.blocks[block.index]
    let parser = TurnParser(code.lines)
    guard !parser.turns.isEmpty else { return }
    let size = code.lines.reduce(0) { $0 + $1.bytes.count + 1 }
    report(parser, in: place)
    var turns: [Template.Turn] = []
    for turn in parser.turns { turns.append(templateTurn(turn, in: place)) }
    if block.isContinued, let last = templates.last,
      follows(parser.turns.first?.id, last.turns.last?.id)
    {
      templates[templates.count - 1].turns += turns
      templates[templates.count - 1].size += size
      variantOfBlock[block.index] = last.id
      return
    }
    let heading = VariantTitle(code.title ?? title ?? pageTitle)
    let isFirst = templates.isEmpty
    var kind: Variant.Kind = isFirst ? .main : heading.isFork ? .fork : .variation
    if let written = code.kind.flatMap(Variant.Kind.init(rawValue:)) { kind = written }
    let slug = SlugRule.unicode.slug(of: heading.text)
    let id = freeID(code.id ?? (isFirst ? "main" : slug.isEmpty ? "variation" : slug))
    templates.append(
      Template(
        id: id, title: heading.text, description: heading.description, kind: kind, turns: turns,
        path: place.path, range: place.range, size: size))
    variantOfBlock[block.index] = id
  }

  /// Whether a block goes on with the turns of the one above it.
  private func follows(_ first: String?, _ last: String?) -> Bool {
    guard let first, let last, let number = Int(last) else { return false }
    return first == "n" || Int(first).map { $0 &- 1 } == number
  }

  private mutating func freeID(_ wanted: String) -> String {
    var id = wanted
    while !takenIDs.insert(id).inserted {
      let number = lastNumbers[wanted, default: 1] + 1
      lastNumbers[wanted] = number
      id = "\(wanted)-\(number)"
    }
    return id
  }

  private mutating func templateTurn(
    _ turn: TurnParser.Turn, in place: OutlineBlock
  ) -> Template.Turn {
    var messages: [Template.Message] = []
    for message in turn.messages {
      let parser = SlotParser(message.text)
      for fault in parser.faults {
        diagnostics.append(PatternFinding.malformed(fault, path: place.path))
      }
      messages.append(Template.Message(role: message.role, pieces: parser.pieces))
    }
    return Template.Turn(
      id: turn.id ?? "1", repeats: turn.id == "n", messages: messages, label: turn.label,
      range: turn.range)
  }

  private mutating func report(_ parser: TurnParser, in place: OutlineBlock) {
    guard let preamble = parser.preamble else { return }
    diagnostics.append(PatternFinding.preamble(preamble, path: place.path))
  }
}

extension VariantReading {
  private mutating func addExample(_ block: BlockClassification.Block, _ label: ExampleLabel) {
    guard let code = map.outline.code(at: block.index) else { return }
    let place = map.outline.blocks[block.index]
    let turns = TurnParser(code.lines).turns
    guard !turns.isEmpty else { return }
    if block.isContinued, let last = examples.last, last.blocks.last == block.index - 1,
      follows(turns.first?.id, last.turns.last?.id)
    {
      examples[examples.count - 1].turns += turns
      examples[examples.count - 1].blocks.append(block.index)
      return
    }
    examples.append(
      Example(
        label: label, turns: turns, blocks: [block.index], position: templates.count,
        path: place.path, range: place.range))
  }

  /// Finds the variant of each example: the one that its label names, else the nearest before it
  /// that it unifies with.
  mutating func assignExamples(_ table: VariableTable) {
    guard !templates.isEmpty, !examples.isEmpty else { return }
    let titles = VariantNames(templates)
    for example in examples { assign(example, table, titles) }
  }

  /// An example far below its template, with so many others between them, is nobody's. Without a bound,
  /// a page of templates and examples alone would take quadratic time.
  private static let maximumCandidates = 50

  private mutating func assign(_ example: Example, _ table: VariableTable, _ titles: VariantNames) {
    var candidates = Array((0..<example.position).suffix(Self.maximumCandidates).reversed())
    if let name = example.label.name {
      let named = titles.variants(named: name, most: Self.maximumCandidates)
      if named.count != 1 {
        diagnostics.append(
          PatternFinding.ambiguous(
            name, named.map { templates[$0] }, known: templates, path: example.path,
            range: example.range, isGuessed: diagnostics.count < Self.maximumCandidates))
      }
      if !named.isEmpty { candidates = named }
    }
    if candidates.isEmpty {
      candidates = Array(templates.indices.prefix(Self.maximumCandidates))
      if templates.count > 1 {
        diagnostics.append(PatternFinding.early(example.range, path: example.path))
      }
    }
    var firstParting: Unification.Parting?
    for index in candidates {
      switch Unification(templates[index], table).outcome(example.turns) {
      case .fits(let values): return take(example, index, values)
      case .parts(let parting): firstParting = firstParting ?? parting
      }
    }
    guard let nearest = candidates.first, let parting = firstParting else { return }
    diagnostics.append(
      PatternFinding.misfit(
        parting, of: templates[nearest], tried: candidates.count, path: example.path))
    take(example, nearest, nil)
  }

  private mutating func take(_ example: Example, _ index: Int, _ values: [String: [String]]?) {
    assigned[index].append(Assigned(example: example, values: values))
    for block in example.blocks { variantOfBlock[block] = templates[index].id }
  }
}

extension VariantReading {
  /// The variants as programs use them.
  func variants(_ table: VariableTable, _ spans: SpanTable) -> [Variant] {
    let order = Dictionary(table.names.enumerated().map { ($1, $0) }) { first, _ in first }
    return templates.enumerated().map { index, template in
      var variant = Variant(id: template.id, title: template.title, kind: template.kind)
      variant.description = template.description
      variant.turns = TemplateTurns.turns(template, table, spans)
      variant.filled = assigned[index].map { entry in
        var filled = FilledExample(
          title: entry.example.label.text,
          turns: LiteralTurns.turns(entry.example.turns, path: entry.example.path, spans: spans))
        filled.values = entry.values.map { values in
          values.keys.filter { order[$0] != nil }
            .sorted { order[$0, default: 0] < order[$1, default: 0] }
            .compactMap { name in
              values[name].map {
                FilledExample.Value(name: name, value: $0.joined(separator: "\n"))
              }
            }
        }
        return filled
      }
      return variant
    }
  }
}
