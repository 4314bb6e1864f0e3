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
  static let largestPage = 8 << 20
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

  mutating func step(
    after result: FetchResult, _ options: ExternalOptions, _ hosts: inout HostRecords
  ) -> Step? {
    let host = result.hops.last?.address.host ?? address.host
    let isGivenUp = hosts.failure(of: host) != nil
    hosts.note(result.hops)
    attempts += 1
    switch result.outcome {
    case .success(let reply):
      if options.accepts(reply.status) { break }
      if [429, 503].contains(reply.status), let seconds = reply.retryAfter,
        .seconds(seconds) <= hosts.patience(for: host)
      {
        hosts.wait(.seconds(seconds), for: host)
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
    case .failure(let failure):
      if !isGivenUp {
        if let again = again(options, holdingHost: !hosts.hasAnswered(host)) { return again }
        hosts.lose(host, failure)
      }
    }
    guard var answer = Answer(result, attempts: attempts) else { return nil }
    answer.isGuess = isGivenUp
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

  /// - Parameter holdingHost: Whether no other address of the host is asked meanwhile: it may not
  ///   be there at all.
  private mutating func again(_ options: ExternalOptions, holdingHost: Bool = false) -> Step? {
    guard attempts <= options.retries else { return nil }
    isHead = false
    let pause = options.pause * attempts
    return holdingHost ? .askHoldingHost(request, after: pause) : .ask(request, after: pause)
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
