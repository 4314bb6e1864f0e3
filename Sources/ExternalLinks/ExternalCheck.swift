package import Diagnostics
package import Fetch

/// Asks for every address on the web that pages link to, and tells what is wrong with which link.
package struct ExternalCheck: Sendable {
  private let options: ExternalOptions

  package init(_ options: ExternalOptions) { self.options = options }

  /// What a run found out.
  package struct Result: Sendable {
    /// In the order of every report.
    package var diagnostics: [Diagnostic] = []
    /// Different addresses that are to be asked.
    package var addresses = 0
    /// Addresses that a server was asked for.
    package var asked = 0
    /// Addresses whose answer an earlier run has left.
    package var remembered = 0
    /// Places whose address is not to be asked: another scheme, an example, or left out.
    package var skipped = 0
    /// Whether some addresses were not asked to the end, because somebody stopped the run.
    package var isInterrupted = false
  }

  /// An address with everything that links to it.
  struct Target {
    var address: WebAddress
    var uses: [Use] = []
    var fragments: [Fragment] = []
    var answer: Answer?
  }

  struct Use: Hashable {
    var link: ExternalLink
    /// nil where there is nothing to look for.
    var fragment: Fragment?
  }

  /// - Parameters:
  ///   - cache: Answers that are believed; new ones are put in, and the caller writes it.
  ///   - now: Seconds since 1970.
  ///   - cancellation: Once it is set, what is known so far is returned.
  ///   - onProgress: Told after each address how many are done, of how many, and which.
  package func run(
    _ links: [ExternalLink], cache: inout AnswerCache, now: Int,
    until cancellation: Cancellation = Cancellation(),
    onProgress: (_ done: Int, _ total: Int, _ url: String) -> Void = { _, _, _ in }
  ) throws(MissingLibrary) -> Result {
    var result = Result()
    var targets = targets(of: links, &result)
    result.addresses = targets.count
    var done = 0
    var inquiries: [(target: Int, inquiry: Inquiry)] = []
    for index in targets.indices {
      let target = targets[index]
      targets[index].answer = cache.answer(
        for: target.address, fragments: target.fragments.map(\.written), now: now,
        age: options.cacheAge
      ).flatMap(accepted)
      if targets[index].answer != nil {
        result.remembered += 1
        done += 1
        onProgress(done, targets.count, target.address.printed)
      } else {
        inquiries.append((index, Inquiry(target.address, fragments: target.fragments)))
      }
    }

    var hosts = HostRecords(longestWait: options.longestWait)
    let isComplete = try Fetcher(options.fetch).run(
      inquiries.map(\.inquiry.request), until: cancellation,
      unless: { hosts.failure(of: $0.host) },
      onResult: { index, reply in
        let step = inquiries[index].inquiry.step(after: reply, options, &hosts)
        switch step {
        case .ask(let request, let pause): return .ask(request, after: pause)
        case .askHoldingHost(let request, let pause): return .askHoldingHost(request, after: pause)
        case .done(let answer): targets[inquiries[index].target].answer = answer
        case nil: break
        }
        result.asked += 1
        done += 1
        onProgress(done, targets.count, inquiries[index].inquiry.address.printed)
        return .done
      })
    result.isInterrupted = !isComplete
    remember(inquiries.map { targets[$0.target] }, in: &cache, now: now)
    for target in targets { result.diagnostics += ExternalFindings(target, options).diagnostics }
    result.diagnostics.sort()
    return result
  }

  /// The addresses in the order of their first use. Links that cannot be asked are counted, and
  /// reported where they are wrong.
  private func targets(of links: [ExternalLink], _ result: inout Result) -> [Target] {
    let scope = ExternalScope(options)
    var targets: [Target] = []
    var places: [WebAddress: Int] = [:]
    var known: Set<ExternalLink> = []
    for link in links where known.insert(link).inserted {
      switch scope.verdict(on: link.url) {
      case .skipped: result.skipped += 1
      case .malformed: result.diagnostics.append(ExternalFindings.malformed(link))
      case .asked(let whole):
        let address = whole.with(fragment: nil)
        let place = places[address] ?? targets.count
        if place == targets.count {
          places[address] = place
          targets.append(Target(address: address))
        }
        let fragment =
          options.checksFragments
          ? whole.fragment.flatMap { Fragment($0, of: address) } : nil
        targets[place].uses.append(Use(link: link, fragment: fragment))
        if let fragment, !targets[place].fragments.contains(fragment) {
          targets[place].fragments.append(fragment)
        }
      }
    }
    return targets
  }

  /// What was good in an earlier run may not be by the options of this one.
  private func accepted(_ answer: Answer) -> Answer? {
    guard case .status(let status) = answer.outcome, options.accepts(status) else { return nil }
    return answer
  }

  private func remember(_ targets: [Target], in cache: inout AnswerCache, now: Int) {
    for target in targets {
      guard let answer = target.answer else { continue }
      if accepted(answer) != nil {
        cache.store(answer, for: target.address, now: now)
      } else {
        cache.forget(target.address)
      }
    }
    cache.prune(now: now, age: options.cacheAge)
  }
}
