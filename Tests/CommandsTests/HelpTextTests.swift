import Commands
import Testing

@Suite("Help")
struct HelpTextTests {
  @Test("a program's help lists its commands")
  func program() {
    #expect(
      Program.sample.help(for: [], width: 60) == """
        Keep a guide.

        Usage: guide COMMAND [ARGUMENTS]

        A sample that is long enough to be wrapped, with a second
        sentence that makes sure of it.

        Its second paragraph is short.

        Commands:
          build  Build the guide
          new    Begin a page
          copy   Copy files
          shell  Name a shell
          help   Show help for a command

        Flags:
          -h, --help     Show this help and stop
              --version  Show the version and stop

        Examples:
          guide build
              Build the guide

        Exit codes:
          0   All is well
          64  The command line is wrong

        Run 'guide help COMMAND' for more about a command.

        """)
  }

  @Test("a command's help aligns its flags and wraps their texts")
  func command() {
    #expect(
      Program.sample.help(for: ["build"], width: 56) == """
        Build the guide.

        Usage: guide build [FLAGS] [FOLDER]

        Arguments:
          FOLDER  The folder of the guide (default: .)

        Flags:
          -o, --output DIR   Write into DIR (default: site)
              --config FILE  Read the settings from FILE
          -j, --jobs N       Work on N pages at a time
              --format NAME  Print problems as NAME: text, json,
                             it's
          -t, --tag TAG      Build only pages with TAG (may be
                             repeated)
              --[no-]color   Print colours (default: on a
                             terminal)
          -s, --strict       Treat warnings as errors [all of
                             them]: none is left
          -q, --quiet        Print problems only
          -h, --help         Show this help and stop
              --version      Show the version and stop

        """)
  }

  @Test(
    "the usage line tells which arguments may be left out or repeated",
    arguments: [
      (["copy"], "Usage: guide copy TARGET FILE..."),
      (["shell"], "Usage: guide shell bash|zsh|fish"),
      (["new"], "Usage: guide new COMMAND [ARGUMENTS]"),
      (["new", "page"], "Usage: guide new page NAME"),
    ])
  func usage(path: [String], line: String) {
    #expect(Program.sample.help(for: path).contains("\n\(line)\n"))
  }

  @Test("no line is longer than the width", arguments: [50, 60, 80, 200])
  func width(_ width: Int) {
    for place in Program.sample.places {
      for line in Program.sample.help(for: place.path, width: width).split(separator: "\n") {
        #expect(line.count <= width, "\(line)")
        #expect(line.last != " ")
      }
    }
  }

  @Test("a label too long for its column has its text on the next line")
  func longLabel() {
    let program = Program(
      CommandSpec(
        "x", "Test",
        flags: [.value("a-name-that-goes-on-and-on", "VALUE", .text, "Is explained below")]),
      version: "1")
    #expect(
      program.help(for: []).contains(
        """
              --a-name-that-goes-on-and-on VALUE
                         Is explained below
          -h, --help     Show this help and stop

        """))
  }

  @Test("the version line has name and version")
  func version() {
    #expect(Program.sample.versionLine == "guide 1.2.3")
  }
}
