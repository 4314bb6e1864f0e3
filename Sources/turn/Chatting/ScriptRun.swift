import Chat
import Conversation
import ConversationPictures
import Fetch
import FileTree
import Patterns
import Terminal

/// Runs a conversation through without a person: every turn of its script, or standard input where
/// it has none.
struct ScriptRun {
  private let engine: ChatEngine
  /// What is said where there is no script.
  private let words: String?
  /// Nil where the requests themselves are shown.
  private let format: TranscriptFormat?
  private let isResumed: Bool

  /// - Parameters:
  ///   - words: What is said first; for a conversation without a script.
  ///   - isResumed: Whether something was said before: what has no answer is answered first, and
  ///     where no turn is left, standard input is said.
  init(
    _ engine: ChatEngine, saying words: String? = nil, format: TranscriptFormat?,
    isResumed: Bool = false
  ) {
    self.engine = engine
    self.words = words
    self.format = format
    self.isResumed = isResumed
  }

  func run() throws(Refusal) {
    Interruption.begin()
    var failure: ChatFailure?
    do throws(ChatFailure) { try say() } catch { failure = error }
    // What was said is not lost with what could not be.
    if let format, !engine.path.isEmpty {
      let view = ConversationView(engine.session, engine.tree, outlook: try? engine.outlook())
      try Output.show(format.bytes(view))
    }
    if let failure { throw Refusal(failure) }
    if Interruption.wish.isCancelled { throw Refusal(.work, "stopped; what came is kept") }
  }

  private func say() throws(ChatFailure) {
    if isResumed, let last = engine.path.last, last.role == .user || last.state == .failed {
      _ = try engine.askAgain(until: Interruption.wish, onEvent: tell)
    }
    let rest = isResumed && engine.next == nil ? try? Self.input() : nil
    if let words = words ?? rest {
      _ = try engine.say(words, until: Interruption.wish, onEvent: tell)
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
    case .summarising(let count): Notice.tell("summarising \(count) messages")
    }
  }

  /// The whole of standard input without the line break at its end.
  static func input() throws(Refusal) -> String {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = StandardInput.isTerminal ? [] : try StandardInput.contents(limit: 1 << 26)
    } catch {
      throw Refusal(error)
    }
    let text = String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Refusal(
        .usage, "there is nothing to say\nName a pattern, or write the words to standard input.")
    }
    return text
  }
}
