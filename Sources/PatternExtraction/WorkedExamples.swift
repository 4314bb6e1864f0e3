import Markdown
import Patterns

/// The examples of the section *Examples in Practice*: a subheading each, with context, blocks as
/// turns, and why it works.
struct WorkedExamples {
  private(set) var all: [WorkedExample] = []
  /// The title of the example that each block of code went into, by its index in the outline.
  private(set) var titles: [Int: String] = [:]
  /// Which turns of which example each block of code holds, by its index in the outline.
  private(set) var places: [Int: FenceDecision.WorkedPlace] = [:]

  private let map: PageMap
  private let names: SectionNames
  private let spans: SpanTable

  init(_ map: PageMap, _ fences: Set<Int>, names: SectionNames, spans: SpanTable) {
    self.map = map
    self.names = names
    self.spans = spans
    for section in map.sections(.examples) { read(section, fences) }
  }

  private mutating func read(_ section: Range<Int>, _ fences: Set<Int>) {
    let levels = section.compactMap { map.outline.level(of: $0) }
    let level = levels.min()
    var starts = section.filter { map.outline.level(of: $0) == level && level != nil }
    if starts.first != section.lowerBound { starts.insert(section.lowerBound, at: 0) }
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : section.upperBound
      let isTitled = map.outline.level(of: start) == level && level != nil
      let title: String
      if isTitled {
        title = map.outline.blocks[start].text
      } else {
        title = map.places[start].map { map.outline.blocks[$0.heading].text } ?? ""
      }
      add(title, Array((isTitled ? start + 1 : start)..<end), fences)
    }
  }

  private mutating func add(_ title: String, _ blocks: [Int], _ fences: Set<Int>) {
    let own = blocks.filter(fences.contains)
    guard !own.isEmpty else { return }
    var turns: [TurnParser.Turn] = []
    for index in own {
      titles[index] = title
      let first = turns.count
      if let code = map.outline.code(at: index) { turns += TurnParser(code.lines).turns }
      places[index] = FenceDecision.WorkedPlace(example: all.count, turns: first..<turns.count)
    }
    let text = LabelledText(
      map.outline, blocks.filter { map.outline.code(at: $0) == nil },
      labels: names.names(of: .context).union(names.names(of: .why)))
    let path = own.first.map { map.outline.blocks[$0].path } ?? ""
    all.append(
      WorkedExample(
        title: title, context: text.field(names.names(of: .context)),
        turns: LiteralTurns.turns(turns, path: path, spans: spans),
        why: text.field(names.names(of: .why))))
  }
}

/// The turns of an example: text that is never looked at again.
enum LiteralTurns {
  static func turns(
    _ parsed: [TurnParser.Turn], path: String, spans: SpanTable
  ) -> [Turn] {
    var turns: [Turn] = []
    var taken: Set<String> = []
    var last = 0
    var user: String?
    for turn in parsed {
      var id = turn.id ?? ""
      if id.isEmpty || id == "n" || taken.contains(id) {
        id = String(last + 1)
      }
      taken.insert(id)
      if let number = Int(id), number < .max { last = max(last, number) }
      var made = Turn(
        id: id,
        messages: turn.messages.map { message in
          let text = message.text.string
          return Message(role: message.role, content: text.isEmpty ? [] : [.text(text)])
        })
      made.forkOf = Fork.source(of: made, after: user)
      made.source = spans.span(turn.range, in: path)
      turns.append(made)
      if made.messages.contains(where: { $0.role == .user }) { user = made.id }
    }
    return turns
  }
}

/// A turn that begins with *Fork:* goes back before the answer to the user's turn before it.
enum Fork {
  /// - Parameter user: The last turn before it in which the user speaks.
  static func source(of turn: Turn, after user: String?) -> String? {
    guard let message = turn.messages.first, case .text(let text)? = message.content.first,
      text.lowercased().hasPrefix("fork:")
    else { return nil }
    return user
  }
}
