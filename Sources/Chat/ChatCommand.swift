package import Conversation

/// What a person can tell a conversation besides words: a line that begins with a slash.
package enum ChatCommand: Sendable, Hashable {
  case help, quit
  /// Says the script's next turn, or the one named, after its words were changed.
  case edit(turn: String?)
  /// Says a turn of the script out of its order.
  case turn(String)
  case skip
  case undo
  /// Goes on from a message, or from before what was said last.
  case fork(ChatMessage.ID?)
  case retry
  case aside(String)
  case goBack
  case recap
  /// Shows the goal, or sets it.
  case goal(String?)
  case step(String)
  case done(Int)
  case open(Int)
  case remember(name: String, value: String, always: Bool)
  case forget(String, always: Bool)
  case limit(Int?)
  case channel(Channel)
  case title(String)
  case budget
  case tree
  case export(String?)

  /// What a line cannot be taken for; words and a hint, sentences without a full stop.
  package struct Misunderstood: Error, Hashable {
    package var words: String
    package var help: String
  }

  /// Each command with what it takes and what it does.
  package static let all: [(name: String, takes: String, meaning: String)] = [
    ("edit", "[TURN]", "change the words of the next turn in your editor, then say it"),
    ("turn", "TURN", "say a turn of the pattern out of its order"),
    ("skip", "", "pass over the next turn"),
    ("retry", "", "have the last words answered again"),
    ("undo", "", "go back before your last words"),
    ("fork", "[MESSAGE]", "go on from a message, or from before your last words; both stay"),
    ("tree", "", "show all messages with their numbers and forks"),
    ("aside", "TOPIC", "begin a topic in between"),
    ("return", "", "leave it and go on where it began"),
    ("recap", "", "have a summary made, which stands for older turns from then on"),
    ("goal", "[TEXT]", "show the goal, or set it"),
    ("step", "TEXT", "add a step to the goal"),
    ("done", "N", "tick off the step N; /open N takes it back"),
    ("remember", "[--always] NAME=VALUE", "keep a value for this conversation, or for good"),
    ("forget", "[--always] NAME", "forget a value in this conversation, or for good"),
    ("budget", "", "show what the model's window is used for"),
    ("limit", "N|off", "allow so many turns"),
    ("channel", "NAME", "go on by another channel: cli, web, sms or voice"),
    ("title", "TEXT", "call this conversation something else"),
    (
      "export", "[FILE]",
      "write the conversation: Markdown, or for a name that ends so HTML, SVG, JSON"
    ),
    ("help", "", "show this"),
    ("quit", "", "end; the conversation is kept"),
  ]

  /// - Parameter line: Begins with a slash.
  package init(_ line: String) throws(Misunderstood) {
    let parts = line.dropFirst().split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let name = parts.first.map { $0.lowercased() } ?? ""
    let rest = parts.count > 1 ? Self.trimmed(parts[1]) : ""
    let one = rest.isEmpty ? nil : rest
    if let one, Self.all.contains(where: { $0.name == name && $0.takes.isEmpty }) {
      throw Misunderstood(
        words: "/\(name) takes nothing more, and there is \"\(one)\"",
        help: "/\(name) alone does it; a line that begins with // is said as it is")
    }
    switch name {
    case "help", "?": self = .help
    case "quit", "exit", "q": self = .quit
    case "edit", "e": self = .edit(turn: one)
    case "turn": self = .turn(try Self.required(one, name))
    case "skip": self = .skip
    case "retry": self = .retry
    case "undo": self = .undo
    case "fork":
      self = .fork(try one.map { word throws(Misunderstood) in try Self.number(word, name) })
    case "tree": self = .tree
    case "aside": self = .aside(try Self.required(one, name))
    case "return": self = .goBack
    case "recap": self = .recap
    case "goal": self = .goal(one)
    case "step": self = .step(try Self.required(one, name))
    case "done": self = .done(Int(try Self.number(try Self.required(one, name), name)))
    case "open": self = .open(Int(try Self.number(try Self.required(one, name), name)))
    case "remember": self = try Self.remember(try Self.required(one, name))
    case "forget":
      let words = try Self.required(one, name)
      let always = words.hasPrefix("--always ")
      self = .forget(
        always ? Self.trimmed(words.dropFirst("--always ".count)) : words, always: always)
    case "limit":
      let word = try Self.required(one, name)
      self = .limit(word == "off" ? nil : Int(try Self.number(word, name)))
    case "channel":
      let word = try Self.required(one, name)
      guard let channel = Channel(rawValue: word) else {
        let known = Channel.allCases.map(\.rawValue).joined(separator: ", ")
        throw Misunderstood(words: "there is no channel \"\(word)\"", help: "there is \(known)")
      }
      self = .channel(channel)
    case "title": self = .title(try Self.required(one, name))
    case "budget": self = .budget
    case "export": self = .export(one)
    default:
      throw Misunderstood(
        words: "there is no command \"/\(name)\"",
        help: Self.nearest(to: name).map { "did you mean /\($0)?" }
          ?? "/help lists them; a line that begins with // is said as it is")
    }
  }

  private static func remember(_ text: String) throws(Misunderstood) -> ChatCommand {
    var text = text[...]
    let always = text.hasPrefix("--always ")
    if always { text = text.dropFirst("--always ".count) }
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      throw Misunderstood(words: "/remember needs a name and a value", help: "/remember NAME=VALUE")
    }
    return .remember(
      name: trimmed(text[..<sign]), value: trimmed(text[text.index(after: sign)...]),
      always: always)
  }

  private static func required(_ word: String?, _ name: String) throws(Misunderstood) -> String {
    if let word { return word }
    let takes = all.first { $0.name == name }?.takes ?? "N"
    throw Misunderstood(words: "/\(name) needs something more", help: "/\(name) \(takes)")
  }

  private static func number(_ word: String, _ name: String) throws(Misunderstood) -> Int64 {
    if let number = Int64(word), number > 0, number < 1 << 53 { return number }
    throw Misunderstood(words: "\"\(word)\" is no number", help: "/\(name) takes one")
  }

  private static func nearest(to name: String) -> String? {
    guard !name.isEmpty else { return nil }
    let names = all.map(\.name) + ["open"]
    return names.first { $0.hasPrefix(name) || name.hasPrefix($0) }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
