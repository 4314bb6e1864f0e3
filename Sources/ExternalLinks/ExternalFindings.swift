import Diagnostics
import Fetch

/// The findings about one address, one for each place that links to it.
struct ExternalFindings {
  private let target: ExternalCheck.Target
  private(set) var diagnostics: [Diagnostic] = []

  init(_ target: ExternalCheck.Target, _ options: ExternalOptions) {
    self.target = target
    guard let answer = target.answer else { return }
    switch answer.outcome {
    case .failure(let failure): add(failure, answer)
    case .status(let status) where options.accepts(status): addGood(answer)
    case .status(let status): add(status, answer)
    }
  }

  static func malformed(_ link: ExternalLink) -> Diagnostic {
    Diagnostic(
      .externalStatus, .error, "\"\(withoutUserinfo(link.url))\" is not an address of the web",
      path: link.path, range: link.range,
      help: "write a host after the two slashes, as in https://www.swift.org/documentation")
  }

  private var url: String { target.address.printed }

  private mutating func add(_ status: Int, _ answer: Answer) {
    let named = HTTPStatus.named(status)
    if status == 429 || status >= 500 && status < 600 {
      add(
        .externalUnreachable, .warning, "\"\(url)\" answers \(named)",
        notes: asked(answer) + way(answer), help: "try again later")
      return
    }
    let isDoubtful = HTTPStatus.mayRefusePrograms(status)
    add(
      .externalStatus, isDoubtful ? .warning : .error, "\"\(url)\" answers \(named)",
      notes: way(answer)
        + (isDoubtful ? ["the site may refuse programs and still answer people"] : []),
      help: isDoubtful
        ? "look at it in a browser; if it is there, leave the address out of the check"
        : "look where the page has gone, and write that address, or take the link out")
  }

  private mutating func add(_ failure: FetchFailure, _ answer: Answer) {
    switch failure {
    case .certificate(let words):
      add(
        .externalCertificate, .error,
        "\"\(host(answer))\" has no valid certificate: \(words)",
        notes: ["the link is \"\(url)\""] + way(answer),
        help: "link to an address that readers can open without a warning")
    case .redirectLoop:
      add(
        .externalRedirects, answer.setsCookies ? .warning : .error,
        "\"\(url)\" redirects in a circle",
        notes: way(answer)
          + (answer.setsCookies ? ["the site may insist on cookies, which are not kept"] : []),
        help: "look at it in a browser, and write the address that it shows")
    case .tooManyRedirects(let limit):
      add(
        .externalRedirects, .error, "\"\(url)\" redirects more than \(limit) times",
        notes: way(answer), help: "look at it in a browser, and write the address that it shows")
    default:
      add(
        .externalUnreachable, .warning, "\"\(url)\" could not be reached: \(failure.words)",
        notes: asked(answer) + way(answer),
        help: "check the spelling of the host, or try again later")
    }
  }

  private mutating func addGood(_ answer: Answer) {
    var missing: Set<Fragment> = []
    for fragment in target.fragments {
      guard case .missing(let near)? = answer.anchors[fragment.written] else { continue }
      missing.insert(fragment)
      add(
        .externalFragment, .warning,
        "\"\(url)\" has nothing with the anchor \"#\(fragment.written)\"",
        notes: way(answer), help: near.map { "did you mean \"#\($0)\"?" },
        where: { $0.fragment == fragment })
    }
    guard answer.hasMoved else { return }
    let final = answer.finalAddress
    // Whole sites that moved often lead every old address to their new start.
    let isStart = final.path == "/" && target.address.path != "/"
    let new = final.printed
    let hasUserinfo = target.address.hasUserinfo
    add(
      .externalMoved, .note, "\"\(url)\" has moved for good to \"\(new)\"",
      notes: isStart ? ["that is the start of the site: what was meant may be gone"] : [],
      help: "write the new address",
      fix: { use in
        guard !isStart, !hasUserinfo, use.link.range.count > 0,
          use.fragment.map({ !missing.contains($0) }) ?? true
        else { return nil }
        let text = Self.replacement(new, keepingFragmentOf: use.link.url, or: final.fragment)
        return Fix(
          "write \"\(text)\"",
          [Edit(path: use.link.path, range: use.link.range, replacement: text)], isSafe: false)
      })
  }

  /// The new address, so that it can stand in brackets and quotes.
  private static func replacement(
    _ new: String, keepingFragmentOf old: String, or other: String?
  ) -> String {
    let written = old.firstIndex(of: "#").map { String(old[old.index(after: $0)...]) }
    let fragment = other ?? written
    return (new + (fragment.map { "#" + WebAddress.encoded(fragment: $0) } ?? ""))
      .replacing("(", with: "%28").replacing(")", with: "%29").replacing("'", with: "%27")
  }

  private mutating func add(
    _ code: Code, _ severity: Severity, _ message: String, notes: [String], help: String?,
    where isMeant: (ExternalCheck.Use) -> Bool = { _ in true },
    fix: (ExternalCheck.Use) -> Fix? = { _ in nil }
  ) {
    let others = target.uses.count - 1
    let shared =
      others == 0
      ? []
      : [others == 1 ? "1 other link uses this address" : "\(others) other links use this address"]
    for use in target.uses where isMeant(use) {
      diagnostics.append(
        Diagnostic(
          code, severity, message, path: use.link.path, range: use.link.range,
          notes: notes + shared, help: help, fix: fix(use)))
    }
  }

  private func asked(_ answer: Answer) -> [String] {
    if answer.isGuess {
      return ["it was not asked, because its host did not answer for other links"]
    }
    return answer.attempts > 1 ? ["it was asked \(answer.attempts) times"] : []
  }

  /// The redirects that led to the answer.
  private func way(_ answer: Answer) -> [String] {
    let shown = 4
    var steps = answer.redirects.prefix(shown).map { "\($0.from) answers \($0.status)" }
    if answer.redirects.isEmpty { return [] }
    if answer.redirects.count > shown { steps.append("and so on") }
    return ["redirected to \(answer.finalAddress.printed): " + steps.joined(separator: ", ")]
  }

  private func host(_ answer: Answer) -> String { answer.finalAddress.host }

  /// An address that could not be read may hold a password all the same.
  private static func withoutUserinfo(_ url: String) -> String {
    guard let at = url.lastIndex(of: "@"), let slashes = url.firstRange(of: "//"),
      slashes.upperBound <= at
    else { return url }
    return String(url[..<slashes.upperBound]) + url[url.index(after: at)...]
  }
}
