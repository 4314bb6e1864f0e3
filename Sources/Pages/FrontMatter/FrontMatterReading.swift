package import Diagnostics
import YAML

/// A page's front matter as it was read, where its text begins, and everything that is wrong so
/// far.
package struct FrontMatterReading: Sendable {
  package let frontMatter: FrontMatter
  package let bodyStart: Int
  package let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - source: the whole file, with or without a byte order mark.
  ///   - path: the file as diagnostics name it.
  package init(source: Span<UInt8>, path: String?) {
    let block = FrontMatterBlock(in: source)
    bodyStart = block.bodyStart
    guard let yaml = block.yaml else {
      frontMatter = FrontMatter()
      diagnostics = []
      return
    }
    let document = YAMLDocument(parsing: source, in: yaml, path: path)
    var found = document.diagnostics
    if block.unclosed == nil { Self.blameForgottenEnd(of: block, in: source, on: &found) }
    if let opening = block.unclosed {
      found.append(
        Diagnostic(
          .unclosedFrontMatter, .error, "the front matter that begins here is not closed",
          path: path, range: opening, help: "write a line of three dashes after its last key"))
    }
    var entries: [YAMLEntry] = []
    if let root = document.root, !root.isNull {
      if let known = root.entries {
        entries = known
      } else if document.isComplete {
        found.append(
          Diagnostic(
            .frontMatterIsNoMapping, .error,
            "front matter must be a mapping from keys to values, here it is \(root.description)",
            path: path, range: root.range,
            help:
              "write \"key: value\" with a space after the colon; a rule at the top can be * * *"))
      }
    }
    var checker = ShapeChecker(codes: .frontMatter, path: path)
    checker.check(entries, against: FrontMatter.record)
    frontMatter = FrontMatter(entries)
    diagnostics = found + checker.diagnostics
  }
}

extension FrontMatterReading {
  /// A line below a blank one that has no key mostly means that the closing line was forgotten and
  /// text of the page was taken for front matter, up to some rule far below: the line of that rule
  /// is told, and further faults of grammar, which only follow from this one, are not.
  private static func blameForgottenEnd(
    of block: FrontMatterBlock, in source: Span<UInt8>, on found: inout [Diagnostic]
  ) {
    guard let yaml = block.yaml,
      let first = found.firstIndex(where: { $0.code == .malformedYAML }),
      let range = found[first].range
    else { return }
    var number = 2
    var isBelowBlank = false
    var hasKey = false
    var line = PageLine(in: source, from: yaml.lowerBound)
    while line.start < yaml.upperBound {
      if line.start <= range.start {
        isBelowBlank = isBelowBlank || line.isBlank(in: source)
        hasKey = line.beginsWithKey(in: source)
      }
      number += 1
      line = PageLine(in: source, from: line.next)
    }
    guard isBelowBlank, !hasKey else { return }
    found[first].notes.append("the front matter ends on line \(number)")
    let grammar: [Code] = [.malformedYAML, .colonInPlainValue, .tabInYAML, .badKey]
    let others = found[(first + 1)...].filter { !grammar.contains($0.code) }
    found.replaceSubrange((first + 1)..., with: others)
  }
}

extension ShapeCodes {
  fileprivate static let frontMatter = ShapeCodes(
    wrongType: .frontMatterType, wrongValue: .frontMatterValue,
    unknownKey: .frontMatterUnknownKey, missingKey: .frontMatterMissingKey)
}
