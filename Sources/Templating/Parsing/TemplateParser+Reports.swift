import Diagnostics

/// The words for what can be wrong with the tags of one template.
extension TemplateParser {
  mutating func checkName(of tag: Tag) {
    switch tag.kind {
    case .comment, .delimiters, .close: return
    case .value, .section, .inverted: checkName(of: tag, isDotted: true)
    case .partial, .parent: checkName(of: tag, isDotted: tag.isDynamic)
    case .block: checkName(of: tag, isDotted: false)
    }
  }

  private mutating func checkName(of tag: Tag, isDotted: Bool) {
    if tag.name.isEmpty {
      report.add(
        .badTagName, "the tag \(tag.text) has no name", at: tag.range,
        help: "write a name, or {{! … }} for a remark")
    } else if tag.name.utf8.contains(where: { $0 <= 0x20 }) {
      report.add(
        .badTagName, "the name in \(tag.text) has a space in it", at: tag.range,
        help: "a tag holds one name; parts of a name are joined with full stops")
    } else if isDotted, tag.name != ".",
      tag.name.split(separator: ".", omittingEmptySubsequences: false).contains("")
    {
      report.add(
        .badTagName, "the name in \(tag.text) has an empty part", at: tag.range,
        help: "take away the full stop too many")
    }
  }

  mutating func reportUnclosed(_ scope: OpenScope) {
    guard let tag = scope.tag else { return }
    report.add(
      .unclosedSection, "\(tag.text) is never closed", at: tag.range,
      help: "close it with \(scanner.delimiters.tag("/" + tag.label))")
  }

  /// Returns whether the tag is a misspelt closing tag of the innermost scope.
  mutating func reportStray(_ tag: Tag) -> Bool {
    guard let open = scopes[scopes.count - 1].tag else {
      report.add(
        .strayClosingTag, "\(tag.text) closes nothing", at: tag.range,
        help: "take the tag away, or open \(tag.name) before it")
      return false
    }
    report.add(
      .strayClosingTag, "\(tag.text) does not close \(open.text)", at: tag.range,
      help: "close it with \(scanner.delimiters.tag("/" + open.label))")
    return NearMiss.best(for: tag.name, among: [open.label]) != nil
  }

  mutating func reportTooDeep(_ tag: Tag) {
    report.add(
      .sectionsTooDeep, "\(tag.text) nests deeper than \(Self.deepest) levels", at: tag.range,
      notes: ["the rest of the template was not read"],
      help: "move a part of the template into a partial")
  }

  /// Reported once for each parent tag, at the first place.
  mutating func reportStrayContent(at range: Range<Int>) {
    let top = scopes.count - 1
    guard !scopes[top].hasStrayContent, let parent = scopes[top].tag else { return }
    scopes[top].hasStrayContent = true
    report.add(
      .strayParentContent, "only blocks are used inside \(parent.text); this is never shown",
      severity: .warning, at: range,
      help: "move it into a block, or out of the parent tag")
  }

  mutating func reportRepeatedBlock(_ tag: Tag) {
    report.add(
      .repeatedBlock, "the block \(tag.name) is given twice in one parent tag",
      severity: .warning, at: tag.range, notes: ["the last one is used"], help: "keep one of them")
  }
}
