import Checking
import Diagnostics
import YAML

extension SiteConfig {
  /// The keys below `check`.
  static let checkRecord = Record([
    Field(
      "rules", .dictionary(.code, level, of: "codes to off, note, warning or error"),
      "how much findings of a rule matter", otherNames: ["severity", "severities", "levels"]),
    Field(
      "ignore", .list(.record(exception), of: "mappings with codes, paths and targets"),
      "findings that do not matter in some places", otherNames: ["exclude", "exceptions"]),
    Field(
      "sections", .list(.text, of: "headings"), "the sections that a technique page must have"),
    Field(
      "fail_on", .choice(["note", "warning", "error"]),
      "the least severity that makes a check fail", standard: .text("error")),
    Field("external", .record(externalRecord), "how links to other sites are checked"),
  ])

  private static let level = Shape.choice(CheckSettings.Level.allCases.map(\.rawValue))

  private static let exception = Record([
    Field("reason", .text, "why, for those who read this later", isRequired: true),
    Field("codes", .list(.formatted(.code), of: "codes"), "the rules; else all"),
    Field(
      "paths", .list(.formatted(.glob), of: "patterns"), "files of the content folder; else all"),
    Field(
      "targets", .list(.text, of: "patterns"),
      "what findings are about, such as the targets of links; * is any run of characters"),
    Field("level", level, "how much they matter there", standard: .text("off")),
  ])

  private static let externalRecord = Record([
    Field("include", .list(.text, of: "patterns"), "the addresses that are asked; else all"),
    Field("exclude", .list(.text, of: "patterns"), "addresses that are not asked"),
    Field(
      "accept", .list(.integer(100...599), of: "numbers"),
      "statuses that are right besides 200 to 299"),
    Field(
      "timeout", .integer(1...600), "seconds to wait for an answer", standard: .integer(20)),
    Field(
      "retries", .integer(0...10), "how often one that fails is asked again", standard: .integer(2)),
    Field("per_host", .integer(1...64), "requests to one host at a time", standard: .integer(2)),
    Field("at_once", .integer(1...256), "requests at a time in all", standard: .integer(32)),
    Field(
      "days", .integer(0...365), "days for which a good answer is believed", standard: .integer(1)),
    Field(
      "fragments", .bool, "whether fragments are looked for in the pages", standard: .bool(true)),
  ])
}

extension CheckSettings {
  /// Takes what has the right shape.
  init(_ node: YAMLNode) {
    self.init()
    for entry in node[key: "rules"]?.entries ?? [] {
      if let level = entry.value.text.flatMap(Level.init) { levels[entry.key.uppercased()] = level }
    }
    for item in node[key: "ignore"]?.items ?? [] where Self.isWhole(item) {
      var exception = Exception()
      exception.codes = item[key: "codes"].texts.map { $0.uppercased() }
      exception.paths = item[key: "paths"].texts
      exception.targets = item[key: "targets"].texts
      exception.level = item[key: "level"]?.text.flatMap(Level.init) ?? .off
      exceptions.append(exception)
    }
    if let sections = node[key: "sections"]?.items {
      requiredSections = sections.compactMap(\.text)
    }
    failOn = node[key: "fail_on"]?.text.flatMap(Severity.init) ?? failOn
  }

  /// Whether an exception says what it is meant to say. One with an error ignores nothing: without
  /// the part that is wrong it would ignore more than its author wants.
  private static func isWhole(_ item: YAMLNode) -> Bool {
    guard item[key: "reason"]?.text?.isEmpty == false else { return false }
    return (item.entries ?? []).allSatisfy { entry in
      switch entry.key {
      case "reason": true
      case "codes", "paths", "targets": entry.value.items?.allSatisfy { $0.text != nil } ?? false
      case "level": entry.value.text.flatMap(Level.init) != nil
      default: false
      }
    }
  }
}

extension SiteConfig.ExternalSettings {
  /// Takes what has the right shape.
  init(_ node: YAMLNode?) {
    self.init()
    guard let node else { return }
    include = node[key: "include"].texts
    exclude = node[key: "exclude"].texts
    accept = node[key: "accept"]?.items?.compactMap(\.integer) ?? []
    timeout = node[key: "timeout"]?.integer ?? timeout
    retries = node[key: "retries"]?.integer ?? retries
    perHost = node[key: "per_host"]?.integer ?? perHost
    atOnce = node[key: "at_once"]?.integer ?? atOnce
    days = node[key: "days"]?.integer ?? days
    checksFragments = node[key: "fragments"]?.bool ?? checksFragments
  }
}

extension YAMLNode? {
  fileprivate var texts: [String] { self?.items?.compactMap(\.text) ?? [] }
}

extension TextFormat {
  /// The code of a rule.
  static let code = TextFormat(
    "the code of a rule such as TB-L003", pattern: "^[Tt][Bb]-[A-Za-z][0-9]{3}$"
  ) { text in
    let bytes = Array(text.uppercased().utf8)
    let isCode =
      bytes.count == 7 && bytes.starts(with: "TB-".utf8)
      && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[3])
      && bytes[4...].allSatisfy { (0x30...0x39).contains($0) }
    return isCode ? nil : "is none"
  }

  /// A former path of a page, or its URL without the host.
  static let webPath = TextFormat("a path in the content folder or the site", pattern: ".") {
    text in
    text.isEmpty ? "is empty" : nil
  }
}
