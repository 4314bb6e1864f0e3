import Chat
import Conversation
import Fetch
import FileTree
import Patterns
import Terminal

/// Runs a conversation through without a person: every turn of its script, or standard input where
/// it has none.
struct ScriptRun {
  private let engine: ChatEngine
  /// Nil where the requests themselves are shown.
  private let format: TranscriptFormat?

  init(_ engine: ChatEngine, format: TranscriptFormat?) {
    self.engine = engine
    self.format = format
  }

  func run() throws(Refusal) {
    Interruption.begin()
    var failure: ChatFailure?
    do throws(ChatFailure) { try say() } catch { failure = error }
    // What was said is not lost with what could not be.
    if let format, !engine.path.isEmpty {
      try Output.show(format.bytes(engine.session, engine.tree))
    }
    if let failure { throw Refusal(failure) }
    if Interruption.wish.isCancelled { throw Refusal(.work, "stopped; what came is kept") }
  }

  private func say() throws(ChatFailure) {
    guard engine.script != nil else {
      guard let words = Self.input() else { return }
      _ = try engine.say(words, until: Interruption.wish, onEvent: tell)
      return
    }
    while engine.next != nil, !Interruption.wish.isCancelled {
      _ = try engine.sayTurn(until: Interruption.wish, onEvent: tell)
    }
  }

  private func tell(_ event: ChatEvent) {
    switch event {
    case .text: break
    case .notes(let notes): for note in notes { Notice.tell(note) }
    case .waiting(let words), .adjusted(let words): Notice.tell(words)
    case .summarising(let count): Notice.tell("summarising \(count) messages first")
    }
  }

  /// The whole of standard input without the line break at its end; nil where there is nothing.
  private static func input() -> String? {
    guard !StandardInput.isTerminal,
      let bytes = try? StandardInput.contents(limit: 1 << 26)
    else { return nil }
    let text = String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
    return text.isEmpty ? nil : text
  }
}
