import Fetch

/// How one address is asked: what to ask first, and what to do after each answer.
struct Inquiry {
  let address: WebAddress
  let fragments: [Fragment]
  private(set) var attempts = 0
  private var isHead: Bool

  init(_ address: WebAddress, fragments: [Fragment]) {
    self.address = address
    self.fragments = fragments
    // Only the page itself tells what can be found in it.
    isHead = fragments.isEmpty
  }

  /// More of a page is not looked at.
  static let largestPage = 16 << 20
  static let pageTypes = ["text/html", "application/xhtml+xml"]

  enum Step {
    case done(Answer)
    case ask(FetchRequest, after: Duration)
    case askHoldingHost(FetchRequest, after: Duration)
  }

  var request: FetchRequest {
    FetchRequest(
      address, method: isHead ? .head : .get, bodyLimit: fragments.isEmpty ? 0 : Self.largestPage,
      mediaTypes: Self.pageTypes)
  }

  /// - Parameter patience: How long the host may still be waited for when it asks for time.
  mutating func step(
    after result: FetchResult, _ options: ExternalOptions, patience: inout Duration
  ) -> Step? {
    attempts += 1
    switch result.outcome {
    case .success(let reply):
      if options.accepts(reply.status) { break }
      if [429, 503].contains(reply.status), let seconds = reply.retryAfter,
        .seconds(seconds) <= patience
      {
        patience -= .seconds(seconds)
        isHead = false
        return .askHoldingHost(request, after: .seconds(seconds))
      }
      if reply.status == 429 || reply.status >= 500 && !isHead {
        if let again = again(options) { return again }
      } else if let page = instead() {
        return page
      }
    case .failure(.certificate), .failure(.redirectElsewhere), .failure(.tooManyRedirects): break
    case .failure(.redirectLoop): if let page = instead() { return page }
    case .failure: if let again = again(options) { return again }
    }
    guard var answer = Answer(result, attempts: attempts) else { return nil }
    if case .success(let reply) = result.outcome, options.accepts(reply.status) {
      answer.anchors = findings(in: reply)
    }
    return .done(answer)
  }

  /// Asks for the page where a server does not understand, or does not like, to be asked for its
  /// head.
  private mutating func instead() -> Step? {
    guard isHead else { return nil }
    isHead = false
    attempts -= 1
    return .ask(request, after: .zero)
  }

  private mutating func again(_ options: ExternalOptions) -> Step? {
    guard attempts <= options.retries else { return nil }
    isHead = false
    return .ask(request, after: options.pause * attempts)
  }

  private func findings(in reply: FetchReply) -> [String: PageAnchors.Finding] {
    var findings: [String: PageAnchors.Finding] = [:]
    guard !fragments.isEmpty else { return findings }
    let isPage = Self.pageTypes.contains(reply.mediaType)
    let anchors = PageAnchors(isPage ? reply.body : [], isWhole: isPage && !reply.isCut)
    for fragment in fragments { findings[fragment.written] = anchors.finding(for: fragment) }
    return findings
  }
}
