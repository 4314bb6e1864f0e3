import ByteText
package import Diagnostics
import Markdown

/// What became of a block of code, and why.
package struct FenceDecision: Sendable, Hashable {
  package enum Verdict: Sendable, Hashable {
    /// The id of the variant.
    case template(String)
    /// The id of the variant that it is an example of.
    case example(String)
    /// The title of the worked example.
    case workedExample(String)
    case notTaken
  }

  package var verdict: Verdict
  /// Plain words without a full stop.
  package var reason: String
  package var language: String
  package var path: String
  /// The line that begins it.
  package var range: ByteRange
  /// The number of that line, where it is in the page's own file.
  package var line: Int?
  /// The turns that it holds of a worked example.
  package var worked: WorkedPlace?

  package struct WorkedPlace: Sendable, Hashable {
    /// Index into the page's worked examples.
    package var example: Int
    /// Indices into its turns.
    package var turns: Range<Int>
  }
}

/// Decides for each block of code what it is, by where it stands and what stands above it.
struct BlockClassification {
  enum Role: Sendable, Hashable {
    /// With what stands above it for a title.
    case template(title: String?)
    case example(ExampleLabel)
    case worked
    case nothing
  }

  struct Block: Sendable, Hashable {
    /// Index into the outline's blocks.
    var index: Int
    var role: Role
    var reason: String
    /// Whether it stands right below another block that was taken for the same.
    var isContinued = false
  }

  private(set) var blocks: [Block] = []
  private let map: PageMap
  /// What examples are called besides the English words.
  private let examples: Set<String>

  init(_ map: PageMap, names: SectionNames) {
    self.map = map
    examples = names.names(of: .example)
    for index in map.outline.blocks.indices {
      guard let code = map.outline.code(at: index) else { continue }
      blocks.append(classify(code, at: index))
    }
  }

  private func classify(_ code: OutlineCode, at index: Int) -> Block {
    if code.language == "pattern" {
      var block = Block(
        index: index, role: .template(title: title(above: index)),
        reason: "its language is pattern, which is always one")
      block.isContinued = continuesTemplate(index) && code.id == nil && code.title == nil
      return block
    }
    guard let place = map.places[index],
      place.section == .pattern || place.section == .examples
    else {
      return Block(
        index: index, role: .nothing, reason: "it is in no section of patterns or examples")
    }
    let section = map.outline.blocks[place.heading].text
    guard code.isFenced else {
      return Block(index: index, role: .nothing, reason: "it is indented and has no fence")
    }
    guard Self.languages.contains(code.language) else {
      return Block(
        index: index, role: .nothing,
        reason: "its language is \(code.language); text, prompt, pattern or none are taken")
    }
    if place.section == .examples {
      return Block(index: index, role: .worked, reason: "it is in the section \"\(section)\"")
    }
    return inPattern(index, place, section)
  }

  private static let languages: Set<String> = ["", "text", "txt", "prompt", "pattern"]

  private func inPattern(_ index: Int, _ place: PageMap.Place, _ section: String) -> Block {
    if let line = lineAbove(index),
      let label = ExampleLabel(line.text, needsColon: !line.isTitle, names: examples)
    {
      return Block(
        index: index, role: .example(label), reason: "\"\(line.text)\" stands above it")
    }
    if case .example(let label)? = continued(index)?.role {
      return Block(
        index: index, role: .example(label),
        reason: "it follows an example and shares its label", isContinued: true)
    }
    if let part = place.part, lineAbove(index) == nil,
      let label = ExampleLabel(
        map.outline.blocks[part].text, needsColon: false, names: examples)
    {
      return Block(
        index: index, role: .example(label), reason: "its heading is \"\(label.text)\"")
    }
    return Block(
      index: index, role: .template(title: title(above: index)),
      reason: "it is in the section \"\(section)\"", isContinued: continuesTemplate(index))
  }

  private func continuesTemplate(_ index: Int) -> Bool {
    if case .template? = continued(index)?.role { return true }
    return false
  }

  /// The block of code right above another.
  private func continued(_ index: Int) -> Block? {
    guard let last = blocks.last, last.index == index - 1 else { return nil }
    return last
  }

  /// What stands right above a block: a line that ends with a colon, a bold one, or the title of
  /// the box or tab that it is the first in.
  private func lineAbove(_ index: Int) -> (text: String, isTitle: Bool)? {
    guard index > 0 else { return nil }
    let above = map.outline.blocks[index - 1]
    let text = above.text
    switch above.kind {
    case .box, .tab: return above.end > index && !text.isEmpty ? (text, true) : nil
    case .item where above.end <= index: return nil
    case .item, .paragraph:
      guard !above.runs.contains(where: { $0.text.contains("\n") }) else { return nil }
      let isBold = above.runs.allSatisfy { $0.isBold || $0.text == ":" || $0.text == "：" }
      return text.last?.isColon ?? false || isBold ? (text, isBold) : nil
    default: return nil
    }
  }

  /// The title that a template gets from what is near: the line above, else the heading below the
  /// section's own.
  private func title(above index: Int) -> String? {
    if let line = lineAbove(index) {
      return (line.text.last?.isColon ?? false ? String(line.text.dropLast()) : line.text)
        .withoutEnds
    }
    return map.places[index]?.part.map { map.outline.blocks[$0].text }
  }
}
