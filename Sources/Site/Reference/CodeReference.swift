import Checking
package import Diagnostics
import Diagrams
import ExternalLinks
import FileTree
import Markdown
import Pages
import PatternExtraction
import Templating
import YAML

/// Every code that a finding can have. One list for each module that declares codes; a test
/// compares them with the sources.
package enum CodeReference {
  /// In the order of their ids.
  package static let all: [Code] =
    (fileTree + yaml + markdown + Code.diagrams + pages + patterns + templating + site + Code.cards
    + RuleTable.codes + external + serving + moving)
    .sorted { $0.id < $1.id }

  /// The codes of what is found only where other sites are asked.
  static let external: [Code] = [
    .externalStatus, .externalMoved, .externalUnreachable, .externalFragment, .externalCertificate,
    .externalRedirects,
  ]

  /// The codes of what keeps a guide from being served.
  private static let serving: [Code] = [.serverLibrary, .serverAddress, .watchLimit]

  /// The codes of what keeps something from being moved.
  private static let moving: [Code] = [
    .moveSource, .moveTargetTaken, .moveTarget, .unmovableReference, .halfMoved,
  ]

  /// The codes of what is found in the text of pages and about their links.
  static let ofPages: [Code] = markdown + Code.diagrams + patterns + RuleTable.codes

  private static let fileTree: [Code] = [
    .linkLeavesFolder, .danglingLink, .linkLoop, .unreadable, .nameNotUTF8, .notAFile,
    .fileTooLarge, .tooManyFolderLinks, .outputRefused, .outputLocked, .unwritable, .badOutputPath,
    .writtenTwice, .fileAndFolder, .foreignFiles, .damagedManifest, .halfPublished,
    .changedMeanwhile,
  ]

  private static let yaml: [Code] = [
    .malformedYAML, .tabInYAML, .colonInPlainValue, .duplicateKey, .secondDocument,
    .undecodableYAML, .deepYAML, .badAlias, .badKey,
  ]

  private static let markdown: [Code] = [
    .unknownAdmonition, .unclosedFence, .extraCells, .manyEmptyCells, .snippet, .tooDeep,
    .tooManyBrackets,
    .shallowBody, .brokenMarker, .missingBlankLine, .shallowItem, .mixedIndentation, .spaceInLink,
    .brokenLink, .unknownReference, .unknownFootnote, .wrongEncoding,
  ]

  private static let pages: [Code] = [
    .invalidUTF8, .nulByte, .controlByte, .outputTwice, .indexAndReadme, .undeclaredPlatform,
    .platformsDisagree, .badRedirect, .unclosedFrontMatter, .frontMatterIsNoMapping,
    .frontMatterType, .frontMatterValue, .frontMatterUnknownKey, .frontMatterMissingKey,
  ]

  private static let patterns: [Code] = [
    .textBeforeTurn, .unusedVariable, .malformedSlot, .turnOrder, .repeatingTurnNotLast,
    .laterAnswer, .exampleDoesNotFit, .ambiguousExample, .templateTooLarge, .alikePatternIDs,
  ]

  private static let templating: [Code] = [
    .unclosedTag, .unclosedSection, .strayClosingTag, .badDelimiters, .badTagName, .sectionsTooDeep,
    .missingTemplate, .templateCycle, .includesTooDeep, .unknownTemplateName, .unprintableValue,
    .strayParentContent, .unknownBlock, .repeatedBlock, .repeatedTemplate,
  ]

  private static let site: [Code] = [
    .unknownSetting, .settingType, .settingValue, .missingSetting, .configIsNoMapping,
    .outputOverlap, .navigationEntry, .unusedSetting, .noPages, .noStart, .missingThemeFile,
    .pageHistory,
    .pageTemplate, .missingTemplates, .strayTemplate, .webLibrary,
  ]
}

extension CodeReference {
  /// The code that a person means: `TB-L003`, `l003` and `L3` are the same one.
  package static func code(named name: String) -> Code? {
    let id = fullID(of: name)
    return all.first { $0.id == id }
  }

  /// The id nearest to a name that no code has, else the last one of its letter; nil for what does
  /// not look like a code.
  package static func nearest(to name: String) -> String? {
    guard name.contains(where: \.isNumber) else { return nil }
    let wanted = fullID(of: name)
    return NearMiss.best(for: wanted, among: all.lazy.map(\.id))
      ?? all.last { wanted.hasPrefix(String($0.id.prefix(4))) }?.id
  }

  private static func fullID(of name: String) -> String {
    var rest = Substring(name.uppercased())
    if rest.hasPrefix("TB") { rest = rest.dropFirst(2) }
    if rest.hasPrefix("-") { rest = rest.dropFirst() }
    guard let letter = rest.first else { return name }
    let digits = rest.dropFirst()
    return "TB-\(letter)" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}

extension Code {
  /// The letter that tells the stage: `L` of `TB-L003`.
  var letter: Character { id.dropFirst(3).first ?? "?" }
}
