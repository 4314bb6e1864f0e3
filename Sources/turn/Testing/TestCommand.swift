import Chat
import Commands
import Conversation
import ConversationStore
import Fetch
import FileTree
import JSON
import Patterns
import PromptTests
import Providers
import Terminal

/// `turn test`: holds the answers to patterns to what is expected of them.
struct TestCommand {
  private let words: [String]
  private let from: String?
  private let only: [String]
  private let isList: Bool
  private let isJSON: Bool
  private let junit: String?
  private let asking: Asking
  private let draft: SessionDraft
  private let source: AnswerSource

  init(_ invocation: Invocation) throws(Refusal) {
    words = invocation.values("ID|FILE")
    from = invocation.value("from")
    only = invocation.values("only")
    isList = invocation.isOn("list")
    isJSON = invocation.isOn("json")
    junit = invocation.value("junit")
    asking = try Asking(invocation)
    draft = SessionDraft(
      fit: invocation.value("fit").flatMap(FitPolicy.init(rawValue:)) ?? .window)
    source = try Self.source(invocation)
  }

  private static func source(_ invocation: Invocation) throws(Refusal) -> AnswerSource {
    let replay = invocation.value("replay")
    let record = invocation.value("record")
    if replay != nil, record != nil || invocation.isOn("live") {
      throw Refusal(.usage, "--replay asks nobody; leave out --record and --live")
    }
    if record != nil, !invocation.values("only").isEmpty {
      throw Refusal(.usage, "--record writes the answers of all cases anew; leave out --only")
    }
    if let record { return .recording(record) }
    if invocation.isOn("live") { return .live }
    return replay.map { .replay($0) } ?? .recordings
  }

  func run() throws(Refusal) {
    let targets = try TestTargets(words, from: from, source).all().compactMap { chosen($0) }
    guard !targets.isEmpty else {
      throw Refusal(
        .usage,
        "no case has \(only.map { "\"\($0)\"" }.joined(separator: " or ")) in its name; "
          + "--list shows them")
    }
    if isList { return try list(targets) }
    Interruption.begin()
    let store = try ConversationPlace.passing()
    var results = TestResults()
    var lines: [String: RecordedLines] = [:]
    var spoilt: Set<String> = []
    for target in targets {
      let start = results.cases.count
      try run(target, in: store, &lines, &results)
      let isWhole = !results.cases[start...].contains(where: \.isUnrun)
      if !isWhole, let file = source.file(of: target.recording) { spoilt.insert(file) }
    }
    if case .recording = source { try write(lines, but: spoilt) }
    try tell(results)
  }

  /// The target with the cases that are wanted; nil for none.
  private func chosen(_ target: TestTarget) -> TestTarget? {
    guard !only.isEmpty else { return target }
    let cases = target.cases.filter { test in only.contains { test.name.contains($0) } }
    guard !cases.isEmpty else { return nil }
    return TestTarget(
      name: target.name, pattern: target.pattern, cases: cases, recording: target.recording)
  }

  // MARK: Running

  private func run(
    _ target: TestTarget, in store: ConversationStore, _ lines: inout [String: RecordedLines],
    _ results: inout TestResults
  ) throws(Refusal) {
    var asking = asking
    let file = source.file(of: target.recording)
    let transport: (any ProviderTransport)?
    if source.asksModel, let file {
      let recorded = lines[file] ?? RecordedLines()
      lines[file] = recorded
      transport = RecordingTransport(NetworkTransport(asking.options.exchange)) { recorded.add($0) }
    } else if let file {
      guard Discovery.stamp(of: file) != nil else {
        for test in target.cases { try add(Self.unrecorded(test, of: target, file), to: &results) }
        return
      }
      let replay = try Self.recorded(in: file)
      // Whoever has another key, or none, still has the same requests.
      if asking.provider == nil, let asked = replay.asked {
        asking.provider = asked.provider
        asking.model = asking.model ?? asked.model
      }
      transport = replay
    } else {
      transport = nil
    }
    for test in target.cases where !Interruption.wish.isCancelled {
      let engine = try engine(test, of: target, asking, through: transport, in: store)
      var run = CaseRun(test, of: target, engine, recording: source.asksModel ? nil : file)
      try add(run.result(), to: &results)
    }
  }

  private static func recorded(in file: String) throws(Refusal) -> Replay {
    do throws(Refusal) { return try Asking.recorded(in: file) } catch {
      // A test that cannot be run is none that fails.
      var refusal = error
      refusal.reason = .work
      throw refusal
    }
  }

  private func add(
    _ result: TestResults.Case, to results: inout TestResults
  ) throws(Refusal) {
    results.cases.append(result)
    if !isJSON { try Output.show(Array(result.text.utf8)) }
  }

  private static func unrecorded(
    _ test: TestCase, of target: TestTarget, _ file: String
  ) -> TestResults.Case {
    TestResults.Case(
      target: target.name, pattern: target.pattern.id, variant: test.variant.id, name: test.name,
      turns: 0,
      state: .unrun(
        words: "there is no recording \(file)",
        help: "Record it with: \(CaseRun.recording(target, into: file))"))
  }

  private func engine(
    _ test: TestCase, of target: TestTarget, _ asking: Asking,
    through transport: (any ProviderTransport)?, in store: ConversationStore
  ) throws(Refusal) -> ChatEngine {
    var session = try draft.session(asking, pattern: target.pattern, variant: test.variant)
    session.follow(test.conversation, of: target.pattern, test.variant)
    session.values = test.values
    // A recorded wait was waited for when it was recorded.
    let pace =
      source.asksModel
      ? RetryPace(now: { WallClock.now }) : RetryPace(now: { WallClock.now }, sleep: { _, _ in })
    let partner = try asking.partner(
      for: session, through: transport, needsKey: source.asksModel, pace: pace)
    return try .begin(session, in: store, with: partner, settings: try asking.settings())
  }

  private func write(
    _ lines: [String: RecordedLines], but spoilt: Set<String>
  ) throws(Refusal) {
    for (file, recorded) in lines.sorted(by: { $0.key < $1.key }) {
      if spoilt.contains(file) {
        Notice.tell("nothing is written to \(file): not all of its cases could be run")
      } else {
        try recorded.write(to: file)
        Notice.tell("wrote \(file)")
      }
    }
  }

  // MARK: Telling

  private func list(_ targets: [TestTarget]) throws(Refusal) {
    if isJSON {
      return try Output.sendJSON { json in
        json.array { json in
          for target in targets {
            for test in target.cases {
              json.object { json in
                json.member("target", target.name)
                json.member("pattern", target.pattern.id)
                json.member("variant", test.variant.id)
                json.member("name", test.name)
              }
            }
          }
        }
      }
    }
    let lines = targets.flatMap { target in target.cases.map { "\(target.name): \($0.name)\n" } }
    try Output.show(Array(lines.joined().utf8))
  }

  private func tell(_ results: TestResults) throws(Refusal) {
    if let junit {
      do throws(FileError) { try OutputFile.write(results.junit, to: junit) } catch {
        throw Refusal(error)
      }
    }
    try Output.show(isJSON ? results.json : Array("\(results.summary)\n".utf8))
    if Interruption.wish.isCancelled { throw Refusal(.work, "stopped before the last case") }
    if results.unrun > 0 { throw Refusal(quietly: .work) }
    if results.failed > 0 { throw Refusal(quietly: .content) }
  }
}

extension TestResults.Case {
  fileprivate var isUnrun: Bool {
    if case .unrun = state { true } else { false }
  }
}
