import Synchronization

/// Asks for a guide's commits once: they do not change while a page is written.
final class LiveHistory: Sendable {
  private let source: (@Sendable (String) -> BuildOptions.History)?
  private let answers = Mutex<[String: BuildOptions.History]>([:])

  init(_ source: (@Sendable (String) -> BuildOptions.History)?) { self.source = source }

  var answer: (@Sendable (String) -> BuildOptions.History)? {
    guard let source else { return nil }
    return { folder in
      self.answers.withLock { answers in
        if let known = answers[folder] { return known }
        let answer = source(folder)
        answers[folder] = answer
        return answer
      }
    }
  }

  func forget() { answers.withLock { $0 = [:] } }
}
