import Fetch

/// What is known of one address.
struct Answer: Sendable {
  var outcome: Outcome
  /// Where it came from in the end, as it is printed, without a fragment.
  var finalAddress: WebAddress
  /// Every redirect on the way, with its status.
  var redirects: [Redirect] = []
  /// How often it was asked.
  var attempts = 1
  /// What came of looking for each fragment, by the fragment as written.
  var anchors: [String: PageAnchors.Finding] = [:]
  /// Whether a redirect set a cookie, which is not sent back.
  var setsCookies = false

  /// Whether it was not asked, because its host did not answer for other addresses.
  var isGuess = false

  enum Outcome: Hashable, Sendable {
    case status(Int)
    case failure(FetchFailure)
  }

  struct Redirect: Hashable, Sendable {
    var from: String
    var status: Int
  }

  /// Whether every redirect says that the move is for good.
  var hasMoved: Bool {
    !redirects.isEmpty && redirects.allSatisfy { $0.status == 301 || $0.status == 308 }
  }

  init(_ outcome: Outcome, finalAddress: WebAddress) {
    self.outcome = outcome
    self.finalAddress = finalAddress
  }

  init?(_ result: FetchResult, attempts: Int) {
    guard let last = result.hops.last else { return nil }
    switch result.outcome {
    case .success(let reply): outcome = .status(reply.status)
    case .failure(let failure): outcome = .failure(failure)
    }
    finalAddress = last.address
    redirects = result.hops.dropLast().map {
      Redirect(from: $0.address.printed, status: $0.status)
    }
    setsCookies = result.hops.contains(where: \.setsCookie)
    self.attempts = attempts
  }
}
