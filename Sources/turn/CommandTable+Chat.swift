import Commands
import Conversation
import Exporters

extension CommandTable {
  static let chat = CommandSpec(
    "chat", "Run a pattern against a model, turn by turn",
    description: """
      Says the turns of a pattern to a model, one after the other, and shows the answers while they \
      come. Before each turn a person can say something else, change the turn, go back, fork, or \
      begin another topic: /help lists it all. Without ID it is a conversation of your own.

      Where nobody is at the terminal, or with --yes, the turns are said without questions and the \
      conversation is printed. Everything is kept and can be resumed: see turn sessions.

      The key comes from the environment: OPENAI_API_KEY, ANTHROPIC_API_KEY, GEMINI_API_KEY. It is \
      never stored or printed.
      """,
    arguments: [
      .optional(
        "ID", .listed(by: ["list", "--names", "ids"], continues: false),
        default: "your own words", "The id of the pattern")
    ],
    flags: filling + asking + [
      .value("title", "TEXT", .text, default: "the pattern's", "Call the conversation TEXT"),
      .value("system", "TEXT", .text, "Begin with TEXT as the system text"),
      .value("goal", "TEXT", .text, default: "the pattern's", "What the conversation is for"),
      .repeated("step", "TEXT", .text, "A step of the goal, to be ticked off"),
      .value(
        "anchor", "N", .integer(1...1000), default: "5",
        "Say the goal again every N turns"),
      .value("turns", "N", .integer(1...100_000), "Allow N turns"),
      .value("contact", "NAME", .text, "Whom the conversation is with"),
      .value(
        "channel", "NAME", .choice(Channel.allCases.map(\.rawValue)), default: "cli",
        "By which channel"),
      .toggle("yes", short: "y", "Say every turn without asking"),
      .value(
        "format", short: "f", "FORMAT", .choice(TranscriptFormat.names), default: "text",
        "Print the conversation as FORMAT when nobody is asked"),
      .toggle("dry-run", "Print the requests instead of sending them; nothing is kept"),
    ],
    examples: [
      .init("turn chat code-review -v code=@a.py", "Run a pattern"),
      .init("turn chat --provider ollama --model llama3.2", "Talk to a model of your own"),
      .init("turn chat code-review -v code=@a.py -y -f markdown > a.md", "Run it in a script"),
    ])

  /// How values are given, as with `turn fill`.
  private static let filling: [FlagSpec] = [
    from,
    .repeated(
      "var", short: "v", "NAME=VALUE",
      .listed(by: ["list", "--names", "variables"], continues: true),
      "Give a variable a value; @FILE stands for a file's text, - for standard input"),
    .repeated("values", "FILE", .file, "Take values from FILE: JSON, lines name=value, or .env"),
    .repeated(
      "answer", short: "a", "K=TEXT", .text,
      "Give the answer to the turn K instead of asking for it; @FILE and - as with -v"),
    variant,
    .negatable("ask", default: "on a terminal", "Ask for what is missing"),
    .negatable("remember", default: "on", "Keep the values that the pattern says to keep"),
  ]

  /// Whom to ask, and how.
  static let asking: [FlagSpec] = [
    .value(
      "provider", "NAME", .choice(Provider.allCases.filter { $0 != .m365Copilot }.map(\.rawValue)),
      default: "the first with a key", "Ask the provider NAME"),
    .value(
      "api", "API", .choice(["chat", "responses"]), default: "chat",
      "Ask OpenAI by this interface; responses lets it keep the conversation"),
    .value(
      "base-url", "URL", .text, "Ask another server that speaks like the provider"),
    .value(
      "model", short: "m", "NAME", .text, default: "the provider's usual one", "Ask the model NAME"),
    .value(
      "max-tokens", "N", .integer(1...10_000_000), default: "the provider's",
      "The most tokens of an answer"),
    .value(
      "window", "N", .integer(256...100_000_000), default: "what the guide says",
      "How many tokens the model can see"),
    .value(
      "fit", "POLICY", .choice(FitPolicy.allCases.map(\.rawValue)), default: "window",
      "What becomes of a conversation that is longer: the last turns, a summary, or an error"),
    .value(
      "vocabulary", "FILE", .file, default: "an estimate",
      "Count tokens exactly, with a vocabulary such as o200k_base.tiktoken"),
    .negatable(
      "chain", default: "on", "Go on from the last response where the provider keeps it"),
    .value("record", "FILE", .file, "Write requests and answers into FILE, without keys"),
    .value("replay", "FILE", .file, "Take answers from FILE instead of asking anybody"),
    store,
  ]

  static let store = FlagSpec.value(
    "store", "FILE", .file, default: "conversations.sqlite in your data folder",
    "Keep conversations in FILE")
}
