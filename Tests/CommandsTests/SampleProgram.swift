import Commands

extension Program {
  /// A small program that uses every kind of flag, argument and command.
  static let sample = Program(
    CommandSpec(
      "guide", "Keep a guide",
      description: """
        A sample that is long enough to be wrapped, with a second sentence that makes sure of it.

        Its second paragraph is short.
        """,
      subcommands: [build, new, copy, shell],
      examples: [.init("guide build", "Build the guide")]),
    version: "1.2.3",
    exitCodes: [.init(0, "All is well"), .init(64, "The command line is wrong")])

  private static let build = CommandSpec(
    "build", "Build the guide",
    arguments: [.optional("FOLDER", .folder, default: ".", "The folder of the guide")],
    flags: [
      .value("output", short: "o", "DIR", .folder, default: "site", "Write into DIR"),
      .value("config", "FILE", .file, "Read the settings from FILE"),
      .value("jobs", short: "j", "N", .integer(-1...8), "Work on N pages at a time"),
      .value("format", "NAME", .choice(["text", "json", "it's"]), "Print problems as NAME"),
      .repeated("tag", short: "t", "TAG", .text, "Build only pages with TAG"),
      .negatable("color", default: "on a terminal", "Print colours"),
      .toggle("strict", short: "s", "Treat warnings as errors [all of them]: none is left"),
      .toggle("quiet", short: "q", "Print problems only"),
    ])

  private static let new = CommandSpec(
    "new", "Begin a page",
    subcommands: [
      CommandSpec("technique", "Begin a technique", arguments: [.required("NAME", .text, "Title")]),
      CommandSpec("page", "Begin a page", arguments: [.required("NAME", .text, "Title")]),
    ])

  private static let copy = CommandSpec(
    "copy", "Copy files",
    arguments: [
      .required("TARGET", .folder, "Where to"), .repeated("FILE", .file, minimum: 1, "What"),
    ])

  private static let shell = CommandSpec(
    "shell", "Name a shell",
    arguments: [.required("SHELL", .choice(["bash", "zsh", "fish"]), "The shell")])
}
