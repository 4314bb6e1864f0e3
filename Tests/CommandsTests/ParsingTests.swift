import Commands
import Testing

@Suite("Reading a command line")
struct ParsingTests {
  /// Words, and what one flag or argument holds afterwards.
  struct Reading: CustomTestStringConvertible, Sendable {
    var words: String
    var name: String
    var values: [String]
    var testDescription: String { words }

    init(_ words: String, _ name: String, _ values: [String]) {
      self.words = words
      self.name = name
      self.values = values
    }
  }

  @Test(
    "a value is read in every spelling",
    arguments: [
      Reading("build --output dir", "output", ["dir"]),
      Reading("build --output=dir", "output", ["dir"]),
      Reading("build --output=", "output", [""]),
      Reading("build --output=a=b", "output", ["a=b"]),
      Reading("build --output=--strict", "output", ["--strict"]),
      Reading("build --output -", "output", ["-"]),
      Reading("build -o dir", "output", ["dir"]),
      Reading("build -odir", "output", ["dir"]),
      Reading("build -o=dir", "output", ["dir"]),
      Reading("build -o=", "output", [""]),
      Reading("build -sqodir", "output", ["dir"]),
      Reading("build -sqo dir", "output", ["dir"]),
      Reading("build -j5", "jobs", ["5"]),
      Reading("build -j -1", "jobs", ["-1"]),
      Reading("build --jobs -1", "jobs", ["-1"]),
      Reading("build --format it's", "format", ["it's"]),
      Reading("build", "output", []),
      Reading("build -t a --tag=b --tag c", "tag", ["a", "b", "c"]),
      Reading("build here", "FOLDER", ["here"]),
      Reading("build -s here -q", "FOLDER", ["here"]),
      Reading("build -- --strict", "FOLDER", ["--strict"]),
      Reading("build -", "FOLDER", ["-"]),
      Reading("copy to a b -- -c", "FILE", ["a", "b", "-c"]),
      Reading("copy to a", "TARGET", ["to"]),
      Reading("new page help", "NAME", ["help"]),
      Reading("-- build here", "FOLDER", ["here"]),
    ])
  func values(_ reading: Reading) throws {
    #expect(try run(reading.words).values(reading.name) == reading.values)
  }

  @Test("the last of several values of a flag counts")
  func lastCounts() throws {
    let invocation = try run("build -j 2 --jobs=3")
    #expect(invocation.value("jobs") == "3")
    #expect(invocation.integer("jobs") == 3)
  }

  @Test(
    "a switch is on or off as it was last named",
    arguments: [
      ("build", nil), ("build --color", true), ("build --no-color", false),
      ("build --no-color --color", true), ("build --color --no-color", false),
    ] as [(String, Bool?)])
  func negatable(words: String, expected: Bool?) throws {
    let invocation = try run(words)
    #expect(invocation.toggle("color") == expected)
    #expect(invocation.isOn("color") == (expected ?? false))
  }

  @Test("short switches may stand together")
  func cluster() throws {
    let invocation = try run("build -sq")
    #expect(invocation.isOn("strict"))
    #expect(invocation.isOn("quiet"))
    #expect(try !run("build -s").isOn("quiet"))
  }

  @Test("a command below a command is told by its path")
  func path() throws {
    #expect(try run("new page x").command == ["new", "page"])
    #expect(try run("build").command == ["build"])
  }

  @Test(
    "help is given at every level, by flag and by command",
    arguments: [
      ("", []), ("--help", []), ("-h", []), ("help", []), ("help help", []), ("help --help", []),
      ("build --help", ["build"]), ("help build", ["build"]), ("build -sh", ["build"]),
      ("new --help", ["new"]), ("new help", ["new"]), ("help new", ["new"]),
      ("new page -h", ["new", "page"]), ("help new page", ["new", "page"]),
      ("new help page", ["new", "page"]),
    ])
  func help(words: String, path: [String]) throws {
    #expect(try parse(words) == .help(path))
  }

  @Test("the version is given at every level", arguments: ["", "build", "new", "new page"])
  func version(command: String) throws {
    #expect(try parse(command + " --version") == .version)
  }

  @Test("a request for help is followed even when other words are wrong")
  func helpWins() throws {
    #expect(try parse("build --strct --help a b c") == .help(["build"]))
    #expect(try parse("build --version --help") == .version)
  }

  @Test("after two dashes a request for help is an argument")
  func literalHelp() throws {
    #expect(try run("build -- --help").value("FOLDER") == "--help")
  }

  private func parse(_ words: String) throws -> Request {
    try Program.sample.parse(words.split(separator: " ").map { String($0) })
  }

  private func run(_ words: String) throws -> Invocation {
    guard case .run(let invocation) = try parse(words) else {
      throw NotRun(words: words)
    }
    return invocation
  }

  private struct NotRun: Error {
    let words: String
  }
}
