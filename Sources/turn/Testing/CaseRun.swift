import Chat
import Commands
import Conversation
import Fetch
import Patterns
import PromptTests
import Providers

/// Runs one conversation of a test and judges it.
struct CaseRun {
  private let test: TestCase
  private let target: TestTarget
  private let engine: ChatEngine
  /// The file that answers come from; nil where the model is asked.
  private let recording: String?
  private var said = SaidConversation()

  init(_ test: TestCase, of target: TestTarget, _ engine: ChatEngine, recording: String?) {
    self.test = test
    self.target = target
    self.engine = engine
    self.recording = recording
  }

  /// Why a conversation does not go on.
  private enum Stop {
    /// What was refused is among what was said.
    case refused
    case failed(TestFailure)
    case unrun(words: String, help: String)
  }

  mutating func result() -> TestResults.Case {
    let stop = run()
    var failures: [TestFailure] = []
    if case .failed(let failure)? = stop { failures.append(failure) }
    failures += refusals()
    // What follows from an answer that is not there says nothing new.
    if failures.isEmpty { failures = test.expectations.flatMap { $0.failures(of: said) } }
    var state = failures.isEmpty ? TestResults.State.passed : .failed(failures)
    if case .unrun(let words, let help)? = stop { state = .unrun(words: words, help: help) }
    return TestResults.Case(
      target: target.name, pattern: target.pattern.id, variant: test.variant.id, name: test.name,
      turns: said.turns.count, state: state)
  }

  private mutating func run() -> Stop? {
    let engine = engine
    for turn in test.conversation.turns {
      let stop = take(turn.id) { () throws(ChatFailure) in
        try engine.sayTurn(turn.id, until: Interruption.wish, onEvent: Self.tell)
      }
      if let stop { return stop }
    }
    for (number, words) in test.say.enumerated() {
      let id = String(test.conversation.turns.count + number + 1)
      let stop = take(id) { () throws(ChatFailure) in
        try engine.say(words, until: Interruption.wish, onEvent: Self.tell)
      }
      if let stop { return stop }
    }
    return nil
  }

  private mutating func take(
    _ id: String, _ body: () throws(ChatFailure) -> ChatMessage?
  ) -> Stop? {
    do throws(ChatFailure) {
      guard let answer = try body() else { return nil }
      if answer.state == .stopped { return Self.stopped }
      said.turns.append(
        .init(
          id: id, answer: answer.content,
          end: engine.lastFinish.flatMap { AnswerEnd(rawValue: $0.rawValue) }))
      return nil
    } catch {
      return stop(error, at: id)
    }
  }

  private static let stopped = Stop.unrun(words: "it was stopped", help: "Run it again.")

  private mutating func stop(_ failure: ChatFailure, at id: String) -> Stop {
    guard case .provider(let cause) = failure else {
      return .unrun(words: "turn \(id): \(failure.words)", help: Refusal.sentence(failure.help))
    }
    switch cause.reason {
    case .refused:
      said.turns.append(.init(id: id, answer: cause.partial, end: .refusal))
      return .refused
    case .empty:
      return .failed(
        TestFailure(turn: id, place: nil, expected: "an answer is expected", came: cause.words))
    case .notRecorded(let problem): return stale(problem, at: id)
    case .cancelled, .connection(.cancelled): return Self.stopped
    default:
      return .unrun(words: "turn \(id): \(failure.words)", help: Refusal.sentence(failure.help))
    }
  }

  /// The recording is not of this conversation any longer.
  private func stale(_ problem: RecordingProblem, at id: String) -> Stop {
    let file = recording ?? ""
    let words =
      if case .noAnswer = problem {
        "turn \(id): \(file) has no answer to it: the prompt has changed since, or is new"
      } else {
        "turn \(id): \(file): \(problem.words)"
      }
    return .unrun(words: words, help: "Record it anew with: \(Self.recording(target, into: file))")
  }

  /// The command that makes a recording.
  static func recording(_ target: TestTarget, into file: String) -> String {
    ["turn", "test", target.name, "--record", file].map { ShellQuoting.word($0) }
      .joined(separator: " ")
  }

  /// The turns that were refused, but for those that are to be.
  private func refusals() -> [TestFailure] {
    let wanted = test.expectations.filter { $0.demand == .ends(.refusal) }
    return said.turns.filter { turn in
      turn.end == .refusal
        && !wanted.contains { expectation in
          switch expectation.turn {
          case .all: true
          case .last: turn.id == said.turns.last?.id
          case .named(let id): turn.id == id
          }
        }
    }.map { turn in
      TestFailure(
        turn: turn.id, place: nil, expected: "an answer is expected",
        came: turn.answer.isEmpty ? "it is refused" : "it is refused: \(turn.answer)")
    }
  }

  private static func tell(_ event: ChatEvent) {
    switch event {
    case .text, .notes: break
    case .waiting(let words), .adjusted(let words): Notice.tell(words)
    case .summarising(let count): Notice.tell("summarising \(count) messages first")
    }
  }
}
