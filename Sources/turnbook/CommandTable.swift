import Commands
import Diagnostics
import Reporting

/// Everything the program can be told, as one value: parsing, help, manual pages and completions
/// follow from it.
enum CommandTable {
  static func program(version: String) -> Program {
    Program(
      CommandSpec(
        "turnbook", "Turn a folder of Markdown technique pages into a guide",
        description: """
          Turnbook reads the pages in content/, checks their links, front matter and patterns, and \
          writes a static site that needs no server.

          Run it in the folder that holds turnbook.yml, or name that folder. A project with an \
          mkdocs.yml builds as it is.
          """,
        subcommands: [
          build, serve, check, move, lsp, patterns, new, initialize, migrate, explain, completions,
          manual,
        ],
        examples: [
          .init("turnbook init my-guide", "Begin a guide in the new folder my-guide"),
          .init("turnbook build my-guide", "Build it into my-guide/site"),
        ]),
      version: version,
      exitCodes: [
        .init(0, "The work is done and nothing is wrong"),
        .init(1, "The content has problems, which are printed"),
        .init(2, "The work could not be done: a file or folder cannot be read or written"),
        .init(64, "The command line is wrong"),
      ])
  }

  private static let build = CommandSpec(
    "build", "Build the guide",
    description: """
      Reads every page, reports all problems with file, line and column, and writes the site in \
      one step: what was there before stays until the new site is whole.

      Input that cannot be read or parsed, errors in templates and two sources with one output \
      keep the old site in place. Problems with links and patterns are reported and the site is \
      written.

      Where neither the guide nor its site has changed since the last build, that build's report is \
      printed again and nothing else is done. What is compared stands in .turnbook-cache.
      """,
    arguments: [
      .optional("FOLDER", .folder, default: "the current folder", "The folder of the guide")
    ],
    flags: [
      .value("output", short: "o", "DIR", .folder, default: "site", "Write the site into DIR"),
      .value("base-url", "URL", .text, "Make links absolute, as for a site published at URL"),
      .toggle("strict", "Treat warnings as errors"),
      .toggle("drafts", "Include pages marked as drafts"),
      .toggle("fresh", "Build everything, even where nothing has changed since the last build"),
      .value(
        "jobs", short: "j", "N", .integer(1...1024), default: "one per core",
        "Work on N pages at a time"),
      .toggle("quiet", short: "q", "Print problems only, no summary"),
      .toggle("json", "Print the report as JSON on standard output"),
      .toggle("timings", "Print how long each stage took"),
    ],
    examples: [
      .init("turnbook build", "Build the guide of the current folder into site/"),
      .init("turnbook build --strict --json", "Check a guide in continuous integration"),
    ])

  private static let serve = CommandSpec(
    "serve", "Show the guide in the browser while it is written",
    description: """
      Builds the guide in memory, serves it to this machine, and watches its files. After an edit the       browser shows the page anew where it was scrolled to, or only its colours where a style sheet       was edited. What is wrong is shown over the page until it is mended. Nothing is written.

      It goes on until Ctrl-C. Where the port is in use the next one is taken, and said.
      """,
    arguments: [
      .optional("FOLDER", .folder, default: "the current folder", "The folder of the guide")
    ],
    flags: [
      .value(
        "port", short: "p", "N", .integer(0...65535), default: "8000",
        "Serve at port N, or the next one that is free; 0 takes any"),
      .toggle("open", "Open the guide in the browser"),
      .value(
        "host", "HOST", .text, default: "127.0.0.1, for this machine only",
        "Serve at this address or name; 0.0.0.0 lets the whole network read it"),
      .toggle("drafts", "Include pages marked as drafts"),
    ],
    examples: [
      .init("turnbook serve --open", "Write the guide of the current folder, and see it"),
      .init("turnbook serve --host 0.0.0.0", "See it on a phone in the same network too"),
    ])

  private static let lsp = CommandSpec(
    "lsp", "Help an editor while the guide is written",
    description: """
      Speaks the Language Server Protocol on standard input and output, for editors to start it: \
      findings while you type, with what mends them, completion of links, front matter and slots, \
      definitions, references, new names for headings and labels, symbols and folding.

      Without FOLDER, the guide is the folder that the editor has open, or the nearest one above a \
      page that has a turnbook.yml or mkdocs.yml.
      """,
    arguments: [
      .optional("FOLDER", .folder, default: "as the editor says", "The folder of the guide")
    ],
    flags: [.toggle("drafts", "Include pages marked as drafts")],
    examples: [.init("turnbook lsp", "What an editor starts")])

  private static let check = CommandSpec(
    "check", "Say what is wrong with the guide",
    description: """
      Reads every page, follows every link, and reports what is wrong with file, line and column, \
      and what to write instead. No site is written.

      Findings go to standard output. `turnbook explain CODE` says more about each.
      """,
    arguments: [
      .optional("FOLDER", .folder, default: "the current folder", "The folder of the guide")
    ],
    flags: [
      .value(
        "format", short: "f", "FORMAT", .choice(ReportFormat.allCases.map(\.rawValue)),
        default: "text", "Print the report as FORMAT"),
      .value(
        "fail-on", "SEVERITY", .choice(Severity.allCases.map(\.rawValue)),
        default: "as configured, else error", "Exit with 1 from findings of SEVERITY on"),
      .toggle("strict", "Exit with 1 from warnings on"),
      .toggle("external", "Ask for the addresses on other sites too"),
      .toggle("fix", "Mend in the sources what can have been meant in one way only"),
      .toggle("dry-run", "With --fix: print the changes as a diff; nothing is written"),
      .toggle(
        "update-lock", "Remember the addresses and anchors of now in turnbook.lock"),
      .toggle("drafts", "Check pages marked as drafts too"),
      .value(
        "jobs", short: "j", "N", .integer(1...1024), default: "one per core",
        "Work on N pages at a time"),
      .toggle("quiet", short: "q", "Print findings only, no summary"),
      .toggle("timings", "Print how long each stage took"),
    ],
    examples: [
      .init("turnbook check", "Check the guide of the current folder"),
      .init("turnbook check --strict --format github", "Check a guide in GitHub Actions"),
      .init("turnbook check --fix --dry-run", "See what could be mended"),
      .init("turnbook check --external", "Ask other sites whether they still have what is linked"),
    ])

  private static let move = CommandSpec(
    "mv", "Move a page, a folder or a heading with every reference to it",
    description: """
      Renames a page, another file or a folder of the content, and rewrites every reference to it: \
      links and images in all pages, definitions, `related`, included files, the navigation and \
      redirects; those that lead out of it too. Each is written as its author wrote it. Readers of the \
      old address are led to the new one by `redirect_from` in the page, in a guide of mkdocs that uses \
      the plugin redirects by its map. Moving back takes that out again, and leaves every file as it was.

      A heading is its page with its anchor behind it. NEW is its new words, from which a new anchor \
      follows, or an anchor of its own with # in front. Anchors that turnbook.lock remembers stay.

      Everything is changed or nothing. What was interrupted is finished by the next `turnbook mv`.
      """,
    arguments: [
      .required("OLD", .file, "The page, file, folder or heading"),
      .required(
        "NEW", .file, "Its new path, or a folder to move it into; a heading's words or #anchor"),
    ],
    flags: [
      .value("folder", "DIR", .folder, default: "the current folder", "The folder of the guide"),
      .toggle("dry-run", short: "n", "Print the changes as a diff; nothing is written"),
      .toggle("no-redirect", "Leave no redirect at the old address"),
      .toggle("quiet", short: "q", "Print problems only, no summary"),
    ],
    examples: [
      .init(
        "turnbook mv --dry-run content/techniques/few-shot.md content/examples.md",
        "See what moving a page would change"),
      .init(
        "turnbook mv --dry-run content/techniques content/prompts",
        "The same for a folder with all that is in it"),
      .init(
        "turnbook mv 'content/techniques/few-shot.md#few-shot' 'Show examples'",
        "Reword a heading"),
    ])

  private static let patterns = CommandSpec(
    "patterns", "Show the pattern that a page has",
    description: """
      Reads one page and prints its pattern: variants, turns with their slots, and variables. What is \
      wrong with it goes to standard error.

      With --explain, says for each block of code why it was or was not taken, and as what.
      """,
    arguments: [.required("PAGE", .file, "The page's Markdown file")],
    flags: [
      .value(
        "folder", "DIR", .folder, default: "the current folder", "The folder of the guide"),
      .toggle("explain", "Say for each block of code what became of it"),
      .toggle("json", "Print everything as JSON"),
    ],
    examples: [
      .init("turnbook patterns content/techniques/few-shot.md", "Show the pattern of a page"),
      .init(
        "turnbook patterns content/techniques/few-shot.md --explain",
        "See why a block is no template"),
    ])

  private static let new = CommandSpec(
    "new", "Begin a page from a template",
    description: "Writes a Markdown file with everything the page needs, ready to be filled in.",
    subcommands: [
      CommandSpec(
        "technique", "Begin a technique page, with a pattern",
        arguments: [.required("NAME", .text, "The title of the page, or the name of its file")],
        examples: [
          .init("turnbook new technique \"Ask for a plan\"", "Write content/ask-for-a-plan.md")
        ]),
      CommandSpec(
        "page", "Begin a plain page",
        arguments: [.required("NAME", .text, "The title of the page, or the name of its file")]),
    ])

  private static let initialize = CommandSpec(
    "init", "Begin a guide in a new folder",
    description: "Writes turnbook.yml and a first page. Nothing that is there already is changed.",
    arguments: [.required("DIR", .folder, "The folder to create")])

  private static let migrate = CommandSpec(
    "migrate", "Write the turnbook.yml that says what an mkdocs.yml says",
    description: """
      A guide with an mkdocs.yml builds as it is. This writes down what was understood of it, as the \
      turnbook.yml of the same folder, from which the same site is built. What has no counterpart is \
      named. A turnbook.yml that is there already is not replaced.
      """,
    arguments: [
      .optional("FOLDER", .folder, default: "the current folder", "The folder of the guide")
    ],
    flags: [.toggle("dry-run", "Print the turnbook.yml instead of writing it")],
    examples: [
      .init("turnbook migrate handbook --dry-run", "See what was understood of the mkdocs.yml"),
      .init("turnbook migrate handbook", "Move for good"),
    ])

  private static let explain = CommandSpec(
    "explain", "Explain the code of a finding",
    description: """
      Says why the rule is there, what happens to the guide otherwise, and what to do, with an \
      example where one can show it. Upper and lower case are the same, and L3 is TB-L003.

      Without a code, lists all of them with their rules.
      """,
    arguments: [.optional("CODE", .text, default: "all codes", "The code, such as TB-M001")],
    flags: [
      .toggle("json", "Print what is known as JSON"),
      .value(
        "write", "DIR", .folder,
        "Write the reference into DIR instead, a Markdown page for each code"
      ),
    ],
    examples: [
      .init("turnbook explain TB-M001", "Explain one code"),
      .init("turnbook explain", "List all codes"),
      .init(
        "turnbook explain --write content/reference/diagnostics",
        "Make the pages of the reference anew"),
    ])

  private static let completions = CommandSpec(
    "completions", "Print a script that completes commands and flags",
    arguments: [.required("SHELL", .choice(Shell.allCases.map(\.rawValue)), "The shell to use")],
    examples: [
      .init(
        "turnbook completions bash > ~/.local/share/bash-completion/completions/turnbook",
        "Install the completions for bash"),
      .init(
        "turnbook completions fish > ~/.config/fish/completions/turnbook.fish",
        "Install the completions for fish"),
      .init(
        "turnbook completions zsh > ~/.zfunc/_turnbook",
        "Install the completions for zsh, when ~/.zfunc is in fpath"),
    ])

  private static let manual = CommandSpec(
    "manual", "Write the manual pages",
    description: "Writes one page for the program and one for each command, to be read by man(1).",
    flags: [
      .value("output", short: "o", "DIR", .folder, default: "man/man1", "Write the pages into DIR"),
      .toggle("markdown", "Print the commands as Markdown instead"),
      .toggle(
        "configuration", "Print the keys of turnbook.yml and front matter as Markdown instead"),
    ],
    examples: [
      .init(
        "turnbook manual --output ~/.local/share/man/man1", "Install the pages for your account")
    ])
}
