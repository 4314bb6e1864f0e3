import Commands
import Conversation
import Exporters
import Patterns

extension CommandTable {
  static let sessions = CommandSpec(
    "sessions", "Look after conversations",
    description: """
      Everything that was said with turn chat is kept in one file. A conversation is named by its \
      id, by the beginning of it where that is enough, or by the word last, which means the one that \
      was changed last.
      """,
    subcommands: [
      listSessions, showSession, summary, resume, fork, reset, delete, exportSession, importSession,
      search,
    ],
    examples: [
      .init("turn sessions list", "See what there is"),
      .init("turn sessions show", "Read the last conversation again"),
    ])

  private static let listSessions = CommandSpec(
    "list", "List conversations",
    description: "Lists the conversations that have all of the words in their title or in one "
      + "message, the one that was changed last first.",
    arguments: [.repeated("WORD", .text, minimum: 0, "What to look for")],
    flags: [
      .value("contact", "NAME", contactName, "Only those with the contact NAME"),
      .value(
        "pattern", "ID", .listed(by: ["list", "--names", "ids"], continues: false),
        "Only those that run the pattern ID"),
      .value(
        "provider", "NAME", .choice(askable), "Only those that ask the provider NAME"),
      .value("limit", "N", .integer(1...1_000_000), default: "all", "Only the first N"),
      .toggle("names", "Print nothing but their ids"),
      .toggle("json", "Print the list as JSON; times are milliseconds since 1970"),
      store,
    ],
    examples: [.init("turn sessions list review", "Find a conversation by its words")])

  private static let showSession = CommandSpec(
    "show", "Show what was said",
    description: """
      Prints the path under way: each message with its number, its turn, its channel and its time, \
      and where the conversation forks, the beginnings of the other ways. Answers that a program \
      left unfinished are told.
      """,
    arguments: [optionalSession],
    flags: [
      .toggle("json", "Print all of it as JSON, forks and summaries too, as export does"), store,
    ])

  private static let summary = CommandSpec(
    "summary", "Say what is kept of a conversation",
    description: """
      How much was said and how many tokens that cost, the goal and its steps, what is remembered, \
      and the summaries that stand for older turns where room is short.
      """,
    arguments: [optionalSession],
    flags: [
      .toggle("make", "Have the model make a new summary first"),
      .toggle("json", "Print it as JSON"),
    ] + asking)

  private static let resume = CommandSpec(
    "resume", "Go on with a conversation",
    description: """
      Goes on where the conversation stands, as turn chat does. What the flags say of the provider, \
      the model, the window and the channel holds from then on.

      Where nobody is at the terminal, or with --yes, what was said last and has no answer is \
      answered, the rest of the pattern's turns are said without questions, and the conversation is \
      printed. Where no turn is left, standard input is said.
      """,
    arguments: [optionalSession],
    flags: asking + [
      .value(
        "channel", "NAME", .choice(Channel.allCases.map(\.rawValue)),
        default: "the one used last", "Go on by the channel NAME"),
      .toggle("yes", short: "y", "Say every turn that is left without asking"),
      .value(
        "format", short: "f", "FORMAT", .choice(TranscriptFormat.names), default: "text",
        "Print the conversation as FORMAT when nobody is asked"),
    ])

  private static let fork = CommandSpec(
    "fork", "Begin a conversation as a copy of another",
    description: """
      Copies the path up to a message into a new conversation, and prints its id. Neither changes \
      the other from then on.
      """,
    arguments: [requiredSession],
    flags: [
      .value(
        "at", "MESSAGE", .integer(0...(1 << 53)), default: "where it stands",
        "Go on from the message with this number, as show prints it; 0 means before the first"),
      .value("title", "TEXT", .text, default: "that of the other", "Call the new one TEXT"),
      store,
    ])

  private static let reset = CommandSpec(
    "reset", "Begin a conversation anew",
    description: "Goes back before the first message. What was said stays, as another way.",
    arguments: [requiredSession], flags: [store])

  private static let delete = CommandSpec(
    "delete", "Delete a conversation",
    description: """
      Removes a conversation and all that was said in it, so that no byte of it stays in the store, \
      and says so. What is known of its contact stays: see turn contacts forget.
      """,
    arguments: [requiredSession],
    flags: [.toggle("yes", short: "y", "Do not ask; needed where nobody can be asked"), store])

  private static let exportSession = CommandSpec(
    "export", "Write a conversation for others",
    description: """
      Writes the path under way as text, as Markdown or as messages, a JSON list of roles and \
      contents. html is a page with all that was said, other ways in parts that open, and svg a \
      picture of it with the beginnings of long messages; both show what the next request would \
      leave out, and need nothing else to be seen. json is the whole conversation, forks and \
      summaries too, which import takes in again.
      """,
    arguments: [optionalSession],
    flags: [
      .value(
        "format", short: "f", "FORMAT", .choice(TranscriptFormat.names),
        default: "what FILE ends in, else text", "Write it as FORMAT"),
      output, .toggle("path", "Leave other ways than the one under way out of html, svg and json"),
      .toggle("times", "Say in html and svg when each message was said"), window,
      vocabulary, store,
    ],
    examples: [
      .init("turn sessions export last -o talk.html", "Write a page to pass on"),
      .init(
        "turn sessions export last -o talk.svg --window 2000",
        "Draw it, and what would not be sent to a model that can see 2,000 tokens"),
    ])

  private static let importSession = CommandSpec(
    "import", "Take in a conversation",
    description: """
      Reads a conversation that export wrote as json, or the list of another program: an array of \
      objects with role and content, alone or as conversation_history or messages. It becomes a new \
      conversation, whose id is printed. An address in the file is left out, so that nobody else \
      decides where a key is sent.
      """,
    arguments: [.required("FILE", .file, "The file; - stands for standard input")],
    flags: [
      .value(
        "provider", "NAME", .choice(askable), default: "the file's, or the first with a key",
        "Go on with the provider NAME"),
      .value("title", "TEXT", .text, default: "the file's", "Call it TEXT"),
      .value("contact", "NAME", contactName, default: "the file's", "It is with the contact NAME"),
      store,
    ])

  private static let search = CommandSpec(
    "search", "Find messages by their words",
    description: """
      Finds the messages that have all of the words, as they begin, the newest first; words between \
      quotation marks stand in a row. What was found is marked in the excerpt.
      """,
    arguments: [.repeated("WORD", .text, minimum: 1, "What to look for")],
    flags: [
      .value("session", "NAME", sessionName, default: "all", "Only in the conversation NAME"),
      .value(
        "role", "ROLE", .choice(["system", "user", "assistant"]), "Only what ROLE said"),
      .value(
        "channel", "NAME", .choice(Channel.allCases.map(\.rawValue)),
        "Only what was said by the channel NAME"),
      .value("limit", "N", .integer(1...1_000_000), default: "50", "Only the first N"),
      .toggle("json", "Print them as JSON"),
      store,
    ],
    examples: [.init("turn sessions search review --role user", "Find what you said")])

  static let status = CommandSpec(
    "status", "Say how far a conversation is on the way to its goal",
    description: """
      Shows the goal with its steps, how many turns are said of those that are allowed, and what the \
      pattern says next. Ends with 0 when the goal is reached, which is when every step is done, and \
      with 1 when it is not, or when there is none.
      """,
    arguments: [optionalSession],
    flags: [
      .repeated("done", "N", .integer(1...1_000_000), "Tick off the step N first"),
      .repeated("open", "N", .integer(1...1_000_000), "Take back that the step N is done"),
      .toggle("json", "Print it as JSON"),
      store,
    ])

  static let budget = CommandSpec(
    "budget", "Show what the model's window is used for",
    description: """
      Draws what the next request of a conversation would be made of, in tokens: the system text, \
      the goal, what is remembered, summaries, what was said, and what is about to be said.
      """,
    arguments: [optionalSession],
    flags: [
      window, vocabulary, .toggle("svg", "Draw it as a picture in SVG"),
      .toggle("json", "Print the figures as JSON"), output, store,
    ],
    examples: [.init("turn budget -o window.svg", "Draw a picture to pass on")])

  private static let window = FlagSpec.value(
    "window", "N", .integer(256...100_000_000), default: "the conversation's",
    "How many tokens the model can see")
  private static let vocabulary = FlagSpec.value(
    "vocabulary", "FILE", .file, default: "an estimate",
    "Count tokens exactly, with a vocabulary such as o200k_base.tiktoken")
  private static let output = FlagSpec.value(
    "output", short: "o", "FILE", .file, default: "standard output",
    "Write it to FILE, in the form that its ending says unless a flag does")

  private static let sessionName = ValueKind.listed(
    by: ["sessions", "list", "--names"], continues: false)
  private static let optionalSession = ArgumentSpec.optional(
    "NAME", sessionName, default: "last", "The conversation: its id, or how that begins")
  private static let requiredSession = ArgumentSpec.required(
    "NAME", sessionName, "The conversation: its id, how that begins, or last")
  static let contactName = ValueKind.listed(by: ["contacts", "list", "--names"], continues: false)
  private static let askable = Provider.allCases.filter { $0 != .m365Copilot }.map(\.rawValue)
}
