import ByteText
import Diagnostics
import Markdown
import Pages
import Patterns

/// What goes wrong with the technique: boxes, list items or subheadings of the section *Common
/// Pitfalls*, and the front matter.
struct Pitfalls {
  private(set) var all: [Pattern.Pitfall] = []

  private let map: PageMap
  private let problems: Set<String>
  private let fixes: Set<String>

  init(_ map: PageMap, names: SectionNames, declared: [FrontMatter.Pitfall]) {
    self.map = map
    problems = names.names(of: .problem)
    fixes = names.names(of: .fix)
    for section in map.sections(.pitfalls) { read(section) }
    var titles = Set(all.map(\.title))
    for pitfall in declared where titles.insert(pitfall.title.value).inserted {
      all.append(
        Pattern.Pitfall(
          title: pitfall.title.value, severity: pitfall.severity?.value ?? Self.standard,
          problem: pitfall.problem?.value, fix: pitfall.fix?.value))
    }
  }

  private static let standard = "warning"

  private mutating func read(_ section: Range<Int>) {
    var index = section.lowerBound
    while index < section.upperBound {
      let block = map.outline.blocks[index]
      switch block.kind {
      case .box(let type):
        let title = block.text.isEmpty ? type.prefix(1).uppercased() + type.dropFirst() : block.text
        add(title, type.isEmpty ? Self.standard : type, Array((index + 1)..<block.end))
        index = block.end
      case .item:
        readItem(block, at: index)
        index = block.end
      case .heading:
        var end = index + 1
        while end < section.upperBound, isText(end) { end += 1 }
        // Boxes below a heading speak for themselves.
        if end > index + 1 { add(block.text, Self.standard, Array((index + 1)..<end)) }
        index = max(end, index + 1)
      default: index += 1
      }
    }
  }

  private func isText(_ index: Int) -> Bool {
    switch map.outline.blocks[index].kind {
    case .paragraph, .code: true
    default: false
    }
  }

  private mutating func add(_ title: String, _ severity: String, _ blocks: [Int]) {
    let text = LabelledText(map.outline, blocks, labels: problems.union(fixes))
    add(title, severity, text)
  }

  private mutating func add(_ title: String, _ severity: String, _ text: LabelledText) {
    var pitfall = Pattern.Pitfall(title: title, severity: severity)
    pitfall.problem = text.field(problems)
    pitfall.fix = text.field(fixes)
    if pitfall.problem == nil, pitfall.fix == nil {
      guard !text.lead.isEmpty else { return }
      pitfall.text = text.lead
    }
    all.append(pitfall)
  }

  /// `**Title** — what happens`, or the labels alone.
  private mutating func readItem(_ block: OutlineBlock, at index: Int) {
    let blocks = Array(index..<block.end)
    let text = LabelledText(map.outline, blocks, labels: problems.union(fixes))
    if let first = block.runs.first, first.isBold,
      !isLabel(first, next: block.runs.dropFirst().first)
    {
      let title = Dash.trimmed(first.text)
      var rest = text
      rest.dropLead(first.text)
      return add(title, Self.standard, rest)
    }
    let lead = Dash.trimmed(text.lead)
    if lead.isEmpty || text.fields.isEmpty {
      return add(text.field(problems) ?? lead, Self.standard, text)
    }
    add(lead, Self.standard, text)
  }

  private func isLabel(_ run: OutlineRun, next: OutlineRun?) -> Bool {
    guard let name = LabelledText.label(run, next: next)?.name else { return false }
    return problems.contains(name) || fixes.contains(name)
  }
}

/// The dash or colon between a title and what is said of it.
enum Dash {
  static func trimmed(_ text: String) -> String {
    let signs: Set<Character> = ["—", "–", "-", ":", ",", "(", " ", "\n", "\t"]
    var rest = text.withoutEnds[...]
    while let first = rest.first, signs.contains(first), first != "(" { rest.removeFirst() }
    while let last = rest.last, signs.contains(last) { rest.removeLast() }
    return String(rest)
  }
}
