import Checking
package import PatternExtraction
import YAML

extension SiteConfig {
  /// The keys below `patterns`.
  static let patternsRecord = Record([
    Field(
      "sections", .record(sectionsRecord),
      "further headings that begin a section of a technique page"),
    Field(
      "labels", .record(labelsRecord), "further words before a colon that say what follows them"),
  ])

  private static let sectionsRecord = Record(
    SectionNames.Section.allCases.map { section in
      Field(
        section.rawValue, .list(.text, of: "headings"),
        "besides \(quoted(SectionNames().heading(of: section)))")
    })

  private static let labelsRecord = Record(
    SectionNames.Label.allCases.map { label in
      Field(label.rawValue, .list(.text, of: "words"), labelSummaries[label] ?? label.rawValue)
    })

  private static let labelSummaries: [SectionNames.Label: String] = [
    .context: "before the situation of a worked example",
    .why: "before the reason why a worked example works",
    .problem: "before what goes wrong in a pitfall",
    .fix: "before what to do about a pitfall",
    .example: "above a block that shows the pattern filled in",
  ]

  private static func quoted(_ text: String) -> String { "\"\(text)\"" }

  /// Names for the sections and labels of technique pages, in addition to those of the language.
  package struct PatternNames: Sendable, Hashable {
    package var sections: [SectionNames.Section: [String]] = [:]
    package var labels: [SectionNames.Label: [String]] = [:]

    init() {}

    /// Takes what has the right shape.
    init(_ node: YAMLNode) {
      for section in SectionNames.Section.allCases {
        sections[section] = node[key: "sections"]?[key: section.rawValue]?.items?
          .compactMap(\.text)
      }
      for label in SectionNames.Label.allCases {
        labels[label] = node[key: "labels"]?[key: label.rawValue]?.items?.compactMap(\.text)
      }
    }
  }

  /// What sections and labels are called: as is usual in the language, and as the author says.
  var names: SectionNames {
    var names = SectionNames(language: language)
    for (section, given) in patterns.sections { names.name(given, section) }
    for (label, given) in patterns.labels { names.name(given, label) }
    return names
  }
}
