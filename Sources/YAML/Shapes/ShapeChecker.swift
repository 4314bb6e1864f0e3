package import Diagnostics

/// Compares a value with its shape and gathers everything that differs, each at its exact place.
///
/// A key whose value is nothing (`tags:` with nothing behind it) counts as absent.
package struct ShapeChecker {
  package private(set) var diagnostics: [Diagnostic] = []
  private let codes: ShapeCodes
  private let path: String?
  /// The keys that lead to the value under examination.
  private var trail: [String] = []

  package init(codes: ShapeCodes, path: String?) {
    self.codes = codes
    self.path = path
  }

  /// Checks the entries of the mapping that a whole file, or its front matter, is.
  package mutating func check(_ entries: [YAMLEntry], against record: Record) {
    for entry in entries {
      if let shape = record.shape(of: entry.key) {
        guard !entry.value.isNull else { continue }
        trail.append(entry.key)
        check(entry.value, against: shape)
        trail.removeLast()
      } else {
        reportUnknown(entry, in: record)
      }
    }
  }

  package mutating func check(_ node: YAMLNode, against shape: Shape) {
    guard shape.admits(node) else { return reportType(node, shape) }
    switch shape {
    case .formatted(let format): check(node, against: format)
    case .choice(let words): check(node, among: words)
    case .list(let shape, let what): check(items: node.items ?? [], against: shape, of: what)
    case .record(let record):
      check(node.entries ?? [], against: record)
      reportMissing(in: node, record)
    case .dictionary(let keys, let shape, _):
      check(node.entries ?? [], keys: keys, values: shape)
    case .either(let shapes):
      if let fitting = shapes.first(where: { $0.admits(node) }) { check(node, against: fitting) }
    case .text, .bool, .integer, .number, .date, .other: break
    }
  }

  private mutating func check(items: [YAMLNode], against shape: Shape, of what: String) {
    for item in items {
      guard shape.admits(item) else {
        report(
          codes.wrongType,
          "an entry of \(name) must be \(shape.expectation), here it is \(words(for: item))",
          at: item.range)
        continue
      }
      check(item, against: shape)
    }
  }

  private mutating func check(_ entries: [YAMLEntry], keys: TextFormat, values: Shape) {
    for entry in entries {
      if let problem = keys.problem(entry.key) {
        report(
          codes.wrongValue,
          "a key of \(name) must be \(keys.expectation), but \"\(entry.key)\" \(problem)",
          at: entry.keyRange)
      }
      guard !entry.value.isNull else { continue }
      trail.append(entry.key)
      check(entry.value, against: values)
      trail.removeLast()
    }
  }

  private mutating func check(_ node: YAMLNode, against format: TextFormat) {
    guard let text = node.text, let problem = format.problem(text) else { return }
    report(
      codes.wrongValue, "\(name) must be \(format.expectation), but \"\(text)\" \(problem)",
      at: node.range)
  }

  private mutating func check(_ node: YAMLNode, among words: [String]) {
    guard let text = node.text, !words.contains(text) else { return }
    report(
      codes.wrongValue,
      "\(name) must be one of \(words.joined(separator: ", ")), but here it is \"\(text)\"",
      at: node.range,
      help: NearMiss.best(for: text, among: words).map { "did you mean \"\($0)\"?" })
  }

  private mutating func reportType(_ node: YAMLNode, _ shape: Shape) {
    report(
      codes.wrongType, "\(name) must be \(shape.expectation), here it is \(words(for: node))",
      at: node.range, help: advice(for: node, shape))
  }

  /// What a value is; a short text itself, because it may look like something else.
  private func words(for node: YAMLNode) -> String {
    guard let text = node.text, text.utf8.count <= 40, !text.utf8.contains(0x0A),
      node.description == "text"
    else { return node.description }
    return "the text \"\(text)\""
  }

  /// The two slips that have one obvious repair.
  private func advice(for node: YAMLNode, _ shape: Shape) -> String? {
    guard let text = node.text else { return nil }
    if case .list = shape, let key = trail.last { return "write \(key): [\(text)]" }
    guard case .scalar(_, .quoted) = node.content else { return nil }
    let plain = YAMLNode(.scalar(text, .plain), range: node.range)
    return shape.admits(plain) ? "take the quotes off" : nil
  }

  private mutating func reportUnknown(_ entry: YAMLEntry, in record: Record) {
    if record.isOpen, record.foreign.contains(entry.key) { return }
    let names = record.fields.map(\.name)
    let sameThing = record.fields.first { $0.otherNames.contains(entry.key) }?.name
    let near = sameThing ?? NearMiss.best(for: entry.key, among: names)
    let help = near.map { "did you mean \"\($0)\"?" }
    let place = trail.isEmpty ? "" : " in \(name)"
    guard record.isOpen else {
      return report(
        codes.unknownKey, "the key \"\(entry.key)\" is not known\(place)", at: entry.keyRange,
        notes: ["known keys: " + names.joined(separator: ", ")], help: help)
    }
    guard near != nil else { return }
    report(
      codes.unknownKey,
      "the key \"\(entry.key)\" is not known\(place); templates get it as it is",
      at: entry.keyRange, severity: .warning, help: help)
  }

  private mutating func reportMissing(in node: YAMLNode, _ record: Record) {
    for field in record.fields where field.isRequired {
      guard node[key: field.name]?.isNull ?? true else { continue }
      report(
        codes.missingKey, "an entry of \(name) needs the key \"\(field.name)\"", at: node.range,
        help: "\(field.name): \(field.summary)")
    }
  }

  private var name: String { "\"" + trail.joined(separator: ".") + "\"" }

  private mutating func report(
    _ code: Code, _ message: String, at range: ByteRange, severity: Severity = .error,
    notes: [String] = [], help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(code, severity, message, path: path, range: range, notes: notes, help: help))
  }
}
