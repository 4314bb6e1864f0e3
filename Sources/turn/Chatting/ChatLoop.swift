import Chat
import Conversation
import ConversationPictures
import ConversationStore
import Fetch
import FileTree
import Patterns
import Terminal

/// A conversation with a person at the terminal.
struct ChatLoop {
  private let engine: ChatEngine
  private let store: ConversationStore
  private let screen = ChatScreen()
  private var input = StandardInput()
  /// The words of the turn that was shown last as the next one.
  private var shown: [String] = []

  init(_ engine: ChatEngine, _ store: ConversationStore) {
    self.engine = engine
    self.store = store
  }

  /// Goes on until the person ends it.
  mutating func run() {
    Interruption.begin()
    screen.open(engine)
    while true {
      Interruption.wish.reset()
      let isScripted = showNext()
      screen.tell(isScripted ? "[Enter says it, /help] > " : "> ")
      guard let line = line() else {
        if Interruption.wish.isCancelled {
          screen.tell("\n")
          screen.note("/quit or Ctrl-D ends")
          continue
        }
        screen.tell("\n")
        break
      }
      if line.isEmpty {
        if isScripted { sayTurn(nil) } else { screen.note("write something, or /quit") }
      } else if line.hasPrefix("//") {
        say(String(line.dropFirst()))
      } else if line.hasPrefix("/") {
        do throws(ChatCommand.Misunderstood) {
          let command = try ChatCommand(line)
          if command == .quit { break }
          obey(command)
        } catch {
          screen.complain(error.words, error.help)
        }
      } else {
        say(line)
      }
    }
    screen.note("kept; go on with: turn sessions resume \(engine.session.id)")
  }

  /// Whether the script has a turn to say.
  private mutating func showNext() -> Bool {
    guard let next = engine.next else { return false }
    guard let words = engine.nextWords else {
      screen.note("turn \(next.id) repeats an answer that is not there yet")
      return false
    }
    // What stands above need not be read again after each command.
    let text = [next.id] + words.map(\.text)
    screen.upcoming(next, text == shown ? [] : words)
    shown = text
    return true
  }

  /// What was typed, lines that end in a backslash joined; nil at the end of input and at Ctrl-C.
  private mutating func line() -> String? {
    var text = ""
    while let line = input.line(until: { Interruption.wish.isCancelled }) {
      guard line.hasSuffix("\\") else { return text + line }
      text += line.dropLast() + "\n"
      screen.tell("… ")
    }
    // The end of the input ends what was begun, too.
    return text.isEmpty || Interruption.wish.isCancelled ? nil : String(text.dropLast())
  }

  private func say(_ text: String) {
    attempt { (onEvent) throws(ChatFailure) in
      try engine.say(text, until: Interruption.wish, onEvent: onEvent)
    }
  }

  private func sayTurn(_ id: String?, words: String? = nil) {
    attempt { (onEvent) throws(ChatFailure) in
      try engine.sayTurn(id, words: words, until: Interruption.wish, onEvent: onEvent)
    }
  }

  /// Does something that is answered, and shows the answer while it comes.
  private func attempt(
    _ body: ((ChatEvent) -> Void) throws(ChatFailure) -> ChatMessage?
  ) {
    Interruption.wish.reset()
    var hasText = false
    let show = { (event: ChatEvent) in
      if case .text = event, !hasText {
        hasText = true
        screen.tell("\n")
      }
      screen.show(event)
    }
    do throws(ChatFailure) {
      guard let answer = try body(show) else { return }
      // The script's own answer: nobody was asked.
      if !hasText { show(.text(answer.content)) }
      StandardStream.output.write("\n")
      screen.tell("\n")
      if answer.state == .stopped { screen.note("stopped; what came is kept. /retry asks again") }
      if let usage = answer.origin?.usage {
        screen.note("\(usage.input) tokens in, \(usage.output) out")
      }
    } catch {
      if hasText { StandardStream.output.write("\n") }
      screen.tell("\n")
      if error.isStop {
        screen.note("stopped before a word came. /retry asks again")
      } else {
        screen.complain(error)
        if error.leavesQuestion { screen.note("/retry asks again, /undo takes your words back") }
      }
    }
  }

  private mutating func obey(_ command: ChatCommand) {
    do throws(ChatFailure) {
      switch command {
      case .help: screen.help()
      case .quit: break
      case .edit(let turn): try edit(turn)
      case .turn(let id): sayTurn(id)
      case .skip: screen.note("turn \(try engine.skip().id) is passed over")
      case .undo:
        let message = try engine.undo()
        screen.note("back before: \(ChatScreen.beginning(of: message.content))")
      case .fork(let id):
        try engine.fork(at: id)
        screen.note(engine.session.leaf.map { "going on from message \($0)" } ?? "at the beginning")
      case .retry:
        attempt { (onEvent) throws(ChatFailure) in
          try engine.askAgain(until: Interruption.wish, onEvent: onEvent)
        }
      case .aside(let topic):
        try engine.beginAside(topic)
        say(topic)
        screen.note("/return goes back to where this began")
      case .goBack:
        let aside = try engine.returnFromAside()
        screen.note("back from: \(aside.topic)")
      case .recap:
        let summary = try engine.recap(until: Interruption.wish) { screen.show($0) }
        screen.tell(ChatScreen.indented(summary.content))
        screen.note("from now on this stands for what was said before")
      case .goal(let text):
        if let text { try engine.setGoal(text) }
        if engine.session.goal == nil { throw .noGoal }
        screen.goal(engine.session)
      case .step(let text):
        try engine.addStep(text)
        screen.goal(engine.session)
      case .done(let number):
        try engine.setStep(number, isDone: true)
        screen.goal(engine.session)
        if engine.session.goal?.isReached == true { screen.note("the goal is reached") }
      case .open(let number):
        try engine.setStep(number, isDone: false)
        screen.goal(engine.session)
      case .remember(let name, let value, let always):
        try engine.remember(name, value)
        if always { try keep(name, value) }
        screen.note("\(name) is remembered\(always ? " for good" : "")")
      case .forget(let name, let always): try forget(name, always)
      case .limit(let limit):
        try engine.setTurnLimit(limit)
        screen.note(limit.map { "turns said: \(engine.turnCount) of \($0)" } ?? "no limit")
      case .channel(let channel):
        try engine.setChannel(channel)
        screen.note("on by \(channel.rawValue)")
      case .title(let title):
        try engine.setTitle(title)
        screen.note("called \(title)")
      case .budget: screen.tell(BudgetPicture.text(try engine.budget(), screen))
      case .tree: screen.tree(engine)
      case .export(let file): export(file)
      }
    } catch {
      if error.isStop {
        screen.note("stopped; nothing has changed")
      } else {
        screen.complain(error)
      }
    }
  }

  private var owner: KeptValue.Owner { engine.session.contact.map { .contact($0) } ?? .person }

  private func forget(_ name: String, _ always: Bool) throws(ChatFailure) {
    var isKept = false
    do throws(StoreFailure) {
      if always {
        isKept = try store.forget(name, of: owner, in: .everywhere)
      } else {
        isKept = try store.allKeptValues(of: owner, now: WallClock.now).contains { $0.name == name }
      }
    } catch {
      throw .store(error)
    }
    if !always || engine.session.values.contains(where: { $0.name == name }) || !isKept {
      try engine.forget(name)
    }
    screen.note("\(name) is forgotten\(always ? " for good" : "")")
    if isKept, !always { screen.note("other conversations know it: /forget --always \(name)") }
  }

  private func keep(_ name: String, _ value: String) throws(ChatFailure) {
    do throws(StoreFailure) {
      try store.keep(
        KeptValue(owner: owner, name: name, value: value, told: WallClock.now))
    } catch {
      throw .store(error)
    }
  }

  private mutating func edit(_ id: String?) throws(ChatFailure) {
    let turn = try engine.turn(id)
    // Where the answer that it repeats is missing, saying it tells so.
    guard let text = engine.words(of: turn)?.last(where: { $0.role == .user })?.text else {
      return sayTurn(turn.id)
    }
    guard let editor = Editor.named else {
      return screen.complain("no editor is set", "set EDITOR, or write the words here")
    }
    guard let changed = Editor.edited(text, with: editor) else {
      return screen.note("nothing is said: the editor did not end well")
    }
    guard !changed.isEmpty else { return screen.note("nothing is said: there are no words left") }
    sayTurn(turn.id, words: changed)
  }

  private func export(_ file: String?) {
    let session = engine.session
    let transcript = Transcript(engine.path, title: session.title)
    let text = transcript.markdown
    guard let file else {
      let isShown = StandardStream.output.isTerminal
      return StandardStream.output.write(isShown ? Output.visible(Array(text.utf8)) : text)
    }
    let view = ConversationView(session, engine.tree, outlook: try? engine.outlook())
    let bytes = (TranscriptFormat(ending: file) ?? .markdown).bytes(view)
    do throws(FileError) {
      try OutputFile.write(bytes, to: file)
      screen.note("written to \(file)")
    } catch {
      StandardStream.error.write(Failure.text(error.diagnostic()))
    }
  }
}
