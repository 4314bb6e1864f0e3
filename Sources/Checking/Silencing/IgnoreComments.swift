package import Diagnostics
package import Markdown

/// Applies the comments with which authors silence findings, and reports those that give no reason
/// or silence nothing.
package struct IgnoreComments {
  /// The findings that no comment silences, and those about comments.
  package private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - comments: of all pages.
  ///   - knownCodes: the ids of all codes there are.
  ///   - unchecked: the ids whose rules did not run, so that nobody can tell whether a comment for
  ///     them is needed.
  package init(
    _ comments: [IgnoreComment], over findings: [Diagnostic], knownCodes: [String],
    unchecked: Set<String> = []
  ) {
    guard !comments.isEmpty else {
      diagnostics = findings
      return
    }
    // A snippet's comment is met once for each page that includes it.
    let comments = Array(Set(comments)).sorted {
      ($0.path, $0.range.start) < ($1.path, $1.range.start)
    }
    let known = Set(knownCodes)
    var byPath: [String: [Int]] = [:]
    for (index, comment) in comments.enumerated() where !comment.reason.isEmpty {
      byPath[comment.path, default: []].append(index)
    }
    var used: Set<Use> = []
    for finding in findings {
      let silencing = byPath[finding.path ?? ""]?.filter { index in
        Self.silences(comments[index], finding)
      }
      guard let silencing, !silencing.isEmpty else {
        diagnostics.append(finding)
        continue
      }
      for index in silencing { used.insert(Use(comment: index, code: finding.code.id)) }
    }
    for (index, comment) in comments.enumerated() {
      report(comment, index, used: used, known, unchecked, knownCodes)
    }
  }

  private struct Use: Hashable {
    var comment: Int
    var code: String
  }

  private static func silences(_ comment: IgnoreComment, _ finding: Diagnostic) -> Bool {
    guard comment.codes.contains(where: { $0.value == finding.code.id }) else { return false }
    // What is about the page as a whole is silenced from anywhere on it.
    guard let range = finding.range else { return true }
    return range.start >= comment.covered.start && range.start < comment.covered.end
  }

  private mutating func report(
    _ comment: IgnoreComment, _ index: Int, used: Set<Use>, _ known: Set<String>,
    _ unchecked: Set<String>, _ knownCodes: [String]
  ) {
    if comment.codes.isEmpty {
      return add(
        .ignoreComment, "this comment does not say what to ignore", comment, comment.range,
        help: "write a code and a reason: <!-- turnbook-ignore TB-L001 made by the release -->")
    }
    for code in comment.codes where !known.contains(code.value) {
      add(
        .ignoreComment, "there is no rule \"\(code.value)\"", comment, code.range,
        help: NearMiss.best(for: code.value, among: knownCodes).map { "did you mean \"\($0)\"?" }
          ?? "`turnbook explain` lists all rules")
    }
    if comment.reason.isEmpty {
      return add(
        .ignoreComment, "this comment gives no reason, so it ignores nothing", comment,
        comment.range, help: "write after the code why the finding is none")
    }
    for code in comment.codes
    where known.contains(code.value) && !unchecked.contains(code.value)
      && !used.contains(Use(comment: index, code: code.value))
    {
      add(
        .unusedIgnore, "nothing is left here for \(code.value) to be ignored", comment, code.range,
        help: comment.codes.count > 1 ? "take the code out" : "take the comment out")
    }
  }

  private mutating func add(
    _ code: Code, _ message: String, _ comment: IgnoreComment, _ range: ByteRange, help: String
  ) {
    diagnostics.append(
      Diagnostic(
        code, code.severity, message, path: comment.path, range: range,
        subject: comment.codes.first?.value, help: help))
  }
}

extension Code {
  package static let ignoreComment = Code(
    "TB-M024", "a comment that ignores a finding names its code and gives a reason", .warning,
    explanation: """
      `<!-- turnbook-ignore CODE reason -->` silences the findings of one rule, on its own line or in \
      the block after it. Whoever reads it later must learn why, so a comment without a reason, or \
      with a code that does not exist, has no effect.
      """,
    wrong: "<!-- turnbook-ignore TB-L001 -->\nNo link here.",
    right: "<!-- turnbook-ignore TB-L014 the button is called so -->\nPress [more](few-shot.md).")

  package static let unusedIgnore = Code(
    "TB-M025", "a comment that ignores a finding has one to ignore", .warning,
    explanation: """
      The comment silences a rule that finds nothing here any more. Left in place it would hide the \
      next fault. Take it out.
      """,
    wrong: "<!-- turnbook-ignore TB-L001 the release makes it -->\nNo link here.",
    right: "No link here.")
}
