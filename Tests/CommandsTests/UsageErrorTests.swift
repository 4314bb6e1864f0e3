import Commands
import Testing

@Suite("Wrong usage")
struct UsageErrorTests {
  /// Words, and the lines they give before the one that points to help.
  struct Fault: CustomTestStringConvertible, Sendable {
    var words: String
    var lines: [String]
    var testDescription: String { words.isEmpty ? "no words" : words }

    init(_ words: String, _ lines: String...) {
      self.words = words
      self.lines = lines
    }
  }

  @Test(
    "each mistake is named with its next step",
    arguments: [
      Fault("biuld", #"guide: unknown command "biuld"; did you mean "build"?"#),
      Fault("frobnicate", #"guide: unknown command "frobnicate""#),
      Fault("new pgae x", #"guide new: unknown command "pgae"; did you mean "page"?"#),
      Fault("help buidl", #"guide: unknown command "buidl"; did you mean "build"?"#),
      Fault("help build --all", #"guide build: unknown flag "--all""#),
      Fault("new", "guide new: a command is missing: technique or page"),
      Fault("--", "guide: a command is missing: build, new, copy or shell"),
      Fault("build --strct", #"guide build: unknown flag "--strct"; did you mean "--strict"?"#),
      Fault(
        "build --no-colr", #"guide build: unknown flag "--no-colr"; did you mean "--no-color"?"#),
      Fault(
        "build --no-strict", #"guide build: unknown flag "--no-strict"; did you mean "--strict"?"#),
      Fault("build -strict", #"guide build: unknown flag "-strict"; did you mean "--strict"?"#),
      Fault("build -quiett", #"guide build: unknown flag "-u""#),
      Fault("build -output=x y", #"guide build: unknown flag "-output"; did you mean "--output"?"#),
      Fault("build -color", #"guide build: unknown flag "-color"; did you mean "--color"?"#),
      Fault("build -sx", #"guide build: unknown flag "-x""#),
      Fault(
        "build --outptu dir x", #"guide build: unknown flag "--outptu"; did you mean "--output"?"#),
      Fault(
        "--jobs 3 build",
        #"guide build: the flag "--jobs" belongs behind its command: guide build --jobs"#),
      Fault("build --output", #"guide build: the flag "--output" needs a value: --output DIR"#),
      Fault("build -so", #"guide build: the flag "-o" needs a value: -o DIR"#),
      Fault(
        "build --output --strict",
        #"guide build: the flag "--output" needs a value: --output DIR; "#
          + #"if "--strict" is the value, write --output=--strict"#),
      Fault("build --strict=1", #"guide build: the flag "--strict" takes no value"#),
      Fault("build --strict=", #"guide build: the flag "--strict" takes no value"#),
      Fault("build -s=1", #"guide build: the flag "-s" takes no value"#),
      Fault("build --jobs many", #"guide build: "many" is not a whole number, which --jobs needs"#),
      Fault("build -j 1.5", #"guide build: "1.5" is not a whole number, which -j needs"#),
      Fault("build --jobs=", #"guide build: "" is not a whole number, which --jobs needs"#),
      Fault("build -j9", "guide build: 9 is out of range for -j: it is from -1 to 8"),
      Fault(
        "build --format jsn",
        #"guide build: "jsn" is not a value of --format: did you mean "json"?"#),
      Fault(
        "build --format pdf-a",
        #"guide build: "pdf-a" is not a value of --format: it is text, json or it's"#),
      Fault("shell", "guide shell: the argument SHELL is missing"),
      Fault("shell fsh", #"guide shell: "fsh" is not a value of SHELL: did you mean "zsh"?"#),
      Fault("build a b", #"guide build: there is one argument too many: "b""#),
      Fault(
        "copy", "guide copy: the argument TARGET is missing",
        "guide copy: the argument FILE is missing"),
      Fault("copy to", "guide copy: the argument FILE is missing"),
    ])
  func single(_ fault: Fault) throws {
    let error = try #require(parse(fault.words))
    let help = "Try '\(error.command) --help'."
    #expect(error.text.split(separator: "\n") == (fault.lines + [help]).map { Substring($0) })
  }

  @Test("all mistakes are reported at once, in the order of the words")
  func all() throws {
    let error = try #require(parse("build --strct a --jobs=0x --format=x --quiet=no b --output"))
    #expect(
      error.problems == [
        .unknownFlag("--strct", nearest: "--strict"),
        .notAnInteger("0x", owner: "--jobs"),
        .notAllowed("x", owner: "--format", allowed: ["text", "json", "it's"], nearest: nil),
        .unexpectedValue(flag: "--quiet"),
        .missingValue(flag: "--output", name: "DIR", rejected: nil),
        .extraArgument("b"),
      ])
  }

  @Test("open ranges are told by their one bound")
  func bounds() {
    #expect(
      UsageProblem.outOfRange("0", owner: "N", 1...Int.max).message
        == "0 is out of range for N: it is at least 1")
    #expect(
      UsageProblem.outOfRange("9", owner: "N", Int.min...8).message
        == "9 is out of range for N: it is at most 8")
  }

  private func parse(_ words: String) -> UsageError? {
    do throws(UsageError) {
      let request = try Program.sample.parse(words.split(separator: " ").map { String($0) })
      Issue.record("\(words) was understood as \(request)")
      return nil
    } catch {
      return error
    }
  }
}
