import Diagnostics
import Markdown
import Patterns

/// Splits a block into its turns and messages.
///
/// Whatever becomes of a turn's text later, it keeps the place of each byte.
struct TurnParser {
  /// One turn as written.
  struct Turn: Sendable, Hashable {
    /// `1`, `2`, … or `n`; nil where the block has no line that says so.
    var id: String?
    var messages: [Message]
    /// The label, or the whole text of a block without labels.
    var label: ByteRange
    /// From the label to the last byte.
    var range: ByteRange
  }

  struct Message: Sendable, Hashable {
    var role: Patterns.Message.Role
    var text: MappedText
  }

  private(set) var turns: [Turn] = []
  /// Text before the first turn, which was given to it.
  private(set) var preamble: ByteRange?

  init(_ lines: [OutlineLine]) {
    let margin = LabelMargin(lines)
    let labels = lines.map { margin.holds($0) ? TurnLabel.turn($0.bytes[...]) : nil }
    let hasTurns = labels.contains { $0 != nil }
    let roles = Set(
      lines.lazy.filter { margin.holds($0) }.compactMap { TurnLabel.role($0.bytes[...])?.role })
    var draft = Draft(margin, countsRoles: roles.count > 1)
    for (line, label) in zip(lines, labels) {
      if let label {
        if draft.label != nil { finish(draft) }
        let before = draft.label == nil ? draft.parts : []
        draft = Draft(margin, countsRoles: true)
        if before.contains(where: { !$0.isBlank }) {
          draft.parts = before
          preamble = Self.range(before)
        }
        draft.id = label.id
        draft.label = ByteRange(line.offset, line.offset + label.end)
        draft.begin(label.role ?? .user, isSaid: label.role != nil)
        draft.add(line, from: label.end, isFirst: true)
      } else {
        draft.add(line, from: 0, isFirst: false)
      }
    }
    if draft.label == nil, !hasTurns {
      let start = lines.first { !$0.bytes.isEmpty }?.offset ?? lines.first?.offset ?? 0
      let end = lines.last { !$0.bytes.isEmpty }.map { $0.offset + $0.bytes.count } ?? start
      draft.label = ByteRange(start, end)
      guard draft.parts.contains(where: { !$0.isBlank }) else { return }
    }
    finish(draft)
  }

  private mutating func finish(_ draft: Draft) {
    guard let label = draft.label else { return }
    let messages = draft.messages
    let end = messages.lazy.compactMap(\.text.lastOffset).max() ?? label.end
    turns.append(
      Turn(
        id: draft.id, messages: messages, label: label,
        range: ByteRange(label.start, max(end, label.end))))
  }

  private static func range(_ parts: [Draft.Part]) -> ByteRange? {
    let offsets = parts.flatMap { part in part.lines.flatMap(\.trimmed.offsets) }
    guard let first = offsets.min(), let last = offsets.max() else { return nil }
    return ByteRange(first, last + 1)
  }
}

/// A turn whose lines are being read.
private struct Draft {
  /// A message with its lines; the first stands behind a label.
  struct Part {
    var role: Message.Role
    var isSaid: Bool
    var lines: [MappedText] = []
    var hasFirst = false

    var isBlank: Bool { lines.allSatisfy(\.isBlank) }
  }

  /// Whether lines such as `System:` begin a message.
  let countsRoles: Bool
  let margin: LabelMargin
  var id: String?
  var label: ByteRange?
  var parts: [Part] = []

  init(_ margin: LabelMargin, countsRoles: Bool) {
    self.margin = margin
    self.countsRoles = countsRoles
  }

  mutating func begin(_ role: Message.Role, isSaid: Bool) {
    parts.append(Part(role: role, isSaid: isSaid))
  }

  mutating func add(_ line: OutlineLine, from start: Int, isFirst: Bool) {
    let rest = line.bytes[start...]
    if countsRoles, isFirst || margin.holds(line), let label = TurnLabel.role(rest) {
      begin(label.role, isSaid: true)
      parts[parts.count - 1].hasFirst = true
      append(line, from: label.end)
    } else {
      if parts.isEmpty { begin(.user, isSaid: false) }
      if isFirst { parts[parts.count - 1].hasFirst = true }
      append(line, from: start)
    }
  }

  private mutating func append(_ line: OutlineLine, from start: Int) {
    parts[parts.count - 1].lines.append(
      MappedText(line.bytes[start...], at: line.offset + start))
  }

  /// The messages that say something; one that is empty stays where a role or turn asks for it.
  var messages: [TurnParser.Message] {
    var kept = parts.filter { !$0.isBlank }
    // What stands before the first turn and has no role of its own is the beginning of its text.
    if kept.count > 1, !kept[0].isSaid, !kept[1].isSaid, kept[0].role == kept[1].role {
      let first = TurnText.joined(kept[0].lines, hasFirst: kept[0].hasFirst)
      var text = first
      text.append(0x0A, at: first.lastOffset ?? 0)
      text.append(TurnText.joined(kept[1].lines, hasFirst: kept[1].hasFirst))
      kept.removeSubrange(0...1)
      return [TurnParser.Message(role: .user, text: text)] + kept.map(Self.message)
    }
    if kept.isEmpty { kept = Array(parts.prefix(1)) }
    return kept.map(Self.message)
  }

  private static func message(_ part: Part) -> TurnParser.Message {
    TurnParser.Message(
      role: part.role,
      text: TurnText.unquoted(TurnText.joined(part.lines, hasFirst: part.hasFirst)))
  }
}
