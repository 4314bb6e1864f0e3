import Commands
import Diagnostics
import Exporters
import MCP

/// Everything the program can be told, as one value.
enum CommandTable {
  static func program(version: String) -> Program {
    Program(
      CommandSpec(
        "turn", "Use the patterns of a guide: look them up, fill them in, run them",
        description: """
          Turn reads the pattern files that turnbook writes: those of the guide you are in, those \
          that TURN_PATTERNS or --from names, or those you have installed.

          A pattern is a prompt technique as a template of several turns. Its slots are variables, \
          which get their values from flags, files, standard input and, on a terminal, questions.
          """,
        subcommands: [
          list, show, vars, fill, chat, sessions, contacts, status, budget, test, mcp, export,
          install, uninstall, update, completions, manual,
        ],
        examples: [
          .init("turn list review", "Find the patterns that have to do with reviews"),
          .init("turn show code-review", "Read what a pattern is and when to use it"),
          .init("turn fill code-review -v code=@main.swift", "Fill it in, with a file's text"),
        ]),
      version: version,
      exitCodes: [
        .init(0, "The work is done"),
        .init(1, "Values are missing or wrong, a test fails, or nothing was found"),
        .init(2, "The work could not be done: a file or address cannot be used"),
        .init(64, "The command line is wrong"),
      ])
  }

  static let from = FlagSpec.value(
    "from", "PLACE", .file, default: "the guide here, or what is installed",
    "Use the patterns of PLACE: a folder, a file or an http(s) address")
  private static let id = ArgumentSpec.required(
    "ID", .listed(by: ["list", "--names", "ids"], continues: false), "The id of the pattern")
  static let variant = FlagSpec.value(
    "variant", "NAME", .listed(by: ["list", "--names", "variants"], continues: false),
    default: "the main one", "Use the variant NAME of the pattern")

  private static let list = CommandSpec(
    "list", "List patterns",
    description: "Lists the patterns that have all of the words in their id, title, description or "
      + "tags.",
    arguments: [.repeated("WORD", .text, minimum: 0, "What to look for")],
    flags: [
      from, .repeated("platform", short: "p", "NAME", .text, "Only those for the platform NAME"),
      .repeated("tag", short: "t", "TAG", .text, "Only those with TAG"),
      .value(
        "names", "WHAT", .choice(ListCommand.Names.allCases.map(\.rawValue)),
        "Print nothing but their ids, or the names of their variants or variables"),
      .toggle("json", "Print the list as JSON"),
    ],
    examples: [.init("turn list --platform claude", "List what works with one platform")])

  private static let show = CommandSpec(
    "show", "Show a pattern",
    description:
      "Says when to use it, what is said in each turn, which variables it has, and which "
      + "mistakes are easily made.",
    arguments: [id],
    flags: [from, variant, .toggle("json", "Print the pattern file")])

  private static let vars = CommandSpec(
    "vars", "List the variables of a pattern", arguments: [id],
    flags: [from, variant, .toggle("json", "Print them as JSON")])

  private static let fill = CommandSpec(
    "fill", "Fill in a pattern",
    description: """
      Puts values into the slots of a pattern and prints the conversation. A value is data: nothing \
      in it is expanded, and it never begins a turn.

      Values come from the pattern's defaults, from what is remembered, from --values, from -v, and, \
      on a terminal, from answers to questions about what is missing; a later one counts over an \
      earlier one. Variables that are lists take one value for each -v.
      """,
    arguments: [id],
    flags: [
      from,
      .repeated(
        "var", short: "v", "NAME=VALUE",
        .listed(by: ["list", "--names", "variables"], continues: true),
        "Give a variable a value; @FILE stands for a file's text, - for standard input"),
      .repeated(
        "values", "FILE", .file, "Take values from FILE: JSON, lines name=value, or .env"),
      .repeated(
        "answer", short: "a", "K=TEXT", .text,
        "Give the answer to the turn K, where it is known; @FILE and - as with -v"),
      variant,
      .value("turn", "K", .text, default: "all", "Print the turn K only"),
      .value(
        "format", short: "f", "FORMAT", .choice(OutputFormat.names), default: "text",
        "Print the conversation as FORMAT"),
      model, provider,
      .value("output", short: "o", "FILE", .file, default: "standard output", "Write it to FILE"),
      .toggle("copy", "Put it into the clipboard"),
      .negatable("ask", default: "on a terminal", "Ask for what is missing"),
      .negatable("remember", default: "on", "Keep the values that the pattern says to keep"),
    ],
    examples: [
      .init("turn fill multi-turn-conversation", "Be asked for each value"),
      .init(
        "git diff | turn fill code-review -v code=- -o review.txt",
        "Fill in what another program prints"),
      .init("turn fill code-review --values values.json --format json", "Fill in for a program"),
      .init(
        "turn fill code-review -v code=@a.py --format anthropic", "Make the requests of a provider"),
    ])

  private static let mcp = CommandSpec(
    "mcp", "Offer the patterns to programs that speak the Model Context Protocol",
    description: """
      Answers a client of the Model Context Protocol on standard input and output, until the input \
      ends: an editor or an assistant starts it and finds each pattern as a prompt, each page and \
      pattern file as a resource, and tools that search, fill in and check. What goes wrong besides \
      is said on standard error. A guide that is built anew is offered anew.

      It speaks the revisions \(MCPServer.revisions.joined(separator: ", ")).
      """,
    flags: [from],
    examples: [.init("turn mcp --from ~/guides/prompts", "Offer the patterns of one guide")])

  private static let model = FlagSpec.value(
    "model", short: "m", "NAME", .text, default: "the provider's usual one",
    "Write NAME as the model into requests and programs")
  private static let provider = FlagSpec.value(
    "provider", "NAME", .choice(Provider.allCases.map(\.rawValue)), default: "openai",
    "Let programs ask the provider NAME")

  private static let export = CommandSpec(
    "export", "Write a pattern for another tool",
    description: """
      Writes the pattern with its variables as a template of another tool, or as a program that \
      takes them as arguments. What the other side cannot express is said on standard error; where \
      it cannot hold the pattern at all, nothing is written and the reason is told.

      """
        + ExportFormat.allCases.filter { $0.kind != .requests }
        .map { "\($0.rawValue): \($0.summary)." }.joined(separator: " "),
    arguments: [id],
    flags: [
      from, variant,
      .value(
        "to", short: "t", "FORMAT",
        .choice(ExportFormat.allCases.filter { $0.kind != .requests }.map(\.rawValue)),
        default: "dotprompt", "Write it as FORMAT"),
      model, provider,
      .value("output", short: "o", "DIR", .folder, default: "standard output", "Write into DIR"),
    ],
    examples: [
      .init("turn export code-review --to prompty", "Print a .prompty file"),
      .init("turn export code-review --to python -o scripts", "Write a program into scripts/"),
    ])

  private static let install = CommandSpec(
    "install", "Keep the patterns of a guide for use anywhere",
    arguments: [
      .required("PLACE", .folder, "A guide's folder, its site, or an http(s) address")
    ],
    flags: [.value("name", "NAME", .text, default: "the folder's or host's", "Call them NAME")],
    examples: [
      .init("turn install ~/guides/prompts", "Install the patterns of a guide"),
      .init("turn install https://guide.example/patterns", "Install those of a published guide"),
    ])

  private static let uninstall = CommandSpec(
    "uninstall", "Remove installed patterns",
    arguments: [.required("NAME", .text, "What they are called")])

  private static let update = CommandSpec(
    "update", "Bring installed patterns up to date",
    arguments: [.repeated("NAME", .text, minimum: 0, "What to update; all without any")])

  private static let completions = CommandSpec(
    "completions", "Print a script that completes commands and flags",
    arguments: [.required("SHELL", .choice(Shell.allCases.map(\.rawValue)), "The shell to use")],
    examples: [
      .init(
        "turn completions bash > ~/.local/share/bash-completion/completions/turn",
        "Install the completions for bash")
    ])

  private static let manual = CommandSpec(
    "manual", "Write the manual pages",
    description: "Writes one page for the program and one for each command, to be read by man(1).",
    flags: [
      .value("output", short: "o", "DIR", .folder, default: "man/man1", "Write the pages into DIR"),
      .toggle("markdown", "Print the commands as Markdown instead"),
    ])
}
