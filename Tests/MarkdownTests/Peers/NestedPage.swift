/// A page of containers nested at random, in the Markdown that Python-Markdown and CommonMark read
/// alike: blank lines around blocks, four columns for every level, no two lists or tab sets side by
/// side.
struct NestedPage {
  private var random: SeededNumbers
  private var count = 0
  private(set) var text = ""

  init(seed: UInt64) {
    random = SeededNumbers(seed: seed)
    text = blocks(depth: 0).joined(separator: "\n") + "\n"
  }

  private enum Kind: CaseIterable {
    case paragraph, bullets, numbers, admonition, details, tabs, code, table, quote
  }

  private mutating func word() -> String {
    count += 1
    return "word\(count)"
  }

  /// The lines of some blocks.
  private mutating func blocks(depth: Int) -> [String] {
    var lines: [String] = []
    var previous = Kind.paragraph
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      var kind = Kind.allCases.randomElement(using: &random) ?? .paragraph
      let isSibling = kind == previous || (isList(kind) && isList(previous))
      if depth > 3 || isSibling { kind = .paragraph }
      if !lines.isEmpty { lines.append("") }
      lines += block(kind, depth: depth)
      previous = kind
    }
    return lines
  }

  private func isList(_ kind: Kind) -> Bool { kind == .bullets || kind == .numbers }

  private mutating func block(_ kind: Kind, depth: Int) -> [String] {
    switch kind {
    case .paragraph: return [word() + " " + word(), word()]
    case .bullets: return items("-   ", depth: depth)
    case .numbers: return items("1.  ", depth: depth)
    case .admonition: return ["!!! note \"\(word())\"", ""] + inner(depth)
    case .details: return ["??? tip \"\(word())\"", ""] + inner(depth)
    case .tabs:
      return ["=== \"\(word())\"", ""] + inner(depth) + ["", "=== \"\(word())\"", ""] + inner(depth)
    case .code: return ["```", word(), "    " + word(), word(), "```"]
    case .table: return ["\(word()) | \(word())", "--- | ---", "\(word()) | \(word())"]
    case .quote: return ["> \(word())", "> \(word())"]
    }
  }

  private mutating func inner(_ depth: Int) -> [String] { indented(blocks(depth: depth + 1)) }

  private mutating func items(_ marker: String, depth: Int) -> [String] {
    var lines: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      if !lines.isEmpty { lines.append("") }
      lines += [marker + word(), ""] + inner(depth)
    }
    return lines
  }

  private func indented(_ lines: [String]) -> [String] {
    lines.map { $0.isEmpty ? "" : "    " + $0 }
  }
}
