import Foundation
import JSON
import Testing

@Suite("turn fill")
struct FillTests {
  private static let fork = [
    "fill", "multi-turn-conversation", "--variant", "conversation-forking",
  ]

  @Test("everything missing is told at once, with a command line that would do")
  func missing() throws {
    let run = try Desk().run("fill", "multi-turn-conversation")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(
      run.errors == """
        turn: 3 values are missing:
          high_level_request_or_exploration  High-level request or exploration
          refine_based_on_the_response       Refine based on the response — zoom in, redirect, or expand
          further_refinement_or_specific     Further refinement or specific adjustments
        Give them with -v:
          turn fill multi-turn-conversation -v 'high_level_request_or_exploration=…' -v \
        'refine_based_on_the_response=…' -v 'further_refinement_or_specific=…'

        """)
  }

  @Test("the command line that would do names the same place and variant")
  func missingElsewhere() throws {
    let run = try Desk(patterns: "my guide/patterns").run(
      "fill", "code-review", "--from", "my guide", "--variant", "second-opinion")
    #expect(
      run.errors.hasSuffix(
        "  turn fill code-review --from 'my guide' --variant second-opinion -v code=@FILE\n"))
  }

  @Test("all that is wrong is told at once")
  func wrong() throws {
    let run = try Desk().run(
      "fill", "code-review", "-v", "languag=Go", "-v", "limit=x", "-v", "language=Rust",
      "-v", "zzzz=1")
    #expect(run.status == 1)
    for part in [
      "did you mean \"language\"?", "not a whole number", "one of Swift, Python, Go",
      "a value is missing", "-v code=@FILE",
      "no variable \"zzzz\"; 'turn vars code-review' lists what there is",
    ] {
      #expect(run.errors.contains(part), "\(part) in \(run.errors)")
    }
  }

  @Test("values come from files, standard input and flags, the later over the earlier")
  func sources() throws {
    let desk = try Desk()
    try desk.write("values.json", #"{"limit": 7, "language": "Go", "question": ["a", "b"]}"#)
    try desk.write("more.txt", "# mine\nwhy = c\nwhy = d\nlimit=8\n")
    try desk.write("focus.txt", "speed\n")
    let run = try desk.run(
      "fill", "code-review", "--values", "values.json", "--values", "more.txt", "-v", "code=-",
      "-v", "focus=@focus.txt", "-v", "language=Python", input: "x = 1\ny = 2\n")
    #expect(run.errors.isEmpty)
    #expect(
      run.output == """
        Turn 1:
        System: You review Python code.
        - Focus: speed
        Be brief.
        User: At most 8 findings speed, please:

        x = 1
        y = 2
        Turn 2: Of your findings:
        [answer to turn 1]
        which one is the worst?
        Turn 3: a (because c)
        Turn 4: b (because d)

        """)
  }

  @Test("a .env file has quotes, remarks and export")
  func environmentFile() throws {
    let desk = try Desk()
    try desk.write(
      "my.env",
      """
      # remarks
      export earlier_suggestion="a \\"b\\" $HOME\\n`c`" # more
      alternative_approach='it is
      $(two) lines\\n'
      """)
    let run = try desk.run(
      "fill", "multi-turn-conversation", "--variant", "conversation-forking", "--values", "my.env")
    #expect(
      run.output == """
        Let's pause here. I want to explore a different direction.
        Going back to your a "b" $HOME
        `c`, what if we it is
        $(two) lines\\n?

        """)
    #expect(run.errors.isEmpty)
    try desk.write("my.env", "a='open\nb=1\n")
    let broken = try desk.run("fill", "empty-handed", "--values", "my.env")
    #expect(broken.status == 1 && broken.errors.contains("my.env:1: this quote is not closed"))
  }

  @Test("standard input is one value, and a lost file is a failure")
  func badSources() throws {
    let desk = try Desk()
    #expect(try desk.run("fill", "code-review", "-v", "code=-", "-v", "focus=-").status == 64)
    let twice = try desk.run("fill", "code-review", "-v", "code=-", "-v", "code=-", input: "x")
    #expect(twice.status == 64 && twice.errors.contains("standard input can be one value only"))
    #expect(try desk.run("fill", "code-review", "-v", "code").status == 64)
    let folder = try desk.run("fill", "code-review", "-v", "code=@patterns")
    #expect(folder.status == 2 && folder.errors.contains("name a file; this is a folder"))
    let lost = try desk.run("fill", "code-review", "-v", "code=@lost.txt")
    #expect(lost.status == 2 && lost.errors.contains("lost.txt"))
  }

  @Test("one turn alone, as text, Markdown and JSON")
  func oneTurn() throws {
    let desk = try Desk()
    func turn(_ more: String...) throws -> Run {
      try desk.run(
        "fill", "code-review", "-v", "code=x", "--turn", more[0], "--format", more[1])
    }
    #expect(try turn("2", "markdown").output.contains("[answer to turn 1]"))
    #expect(try turn("2", "text").output.hasPrefix("Of your findings:\n"))
    let json = try turn("2", "json").output
    #expect(json.contains("\"response\": \"1\"") && !json.contains("You review"))
    let none = try turn("9", "text")
    #expect(none.status == 64 && none.errors.contains("the conversation has 2"))
    let format = try turn("1", "texd")
    #expect(format.status == 64 && format.errors.contains("did you mean \"text\"?"))
  }

  @Test(
    "an answer that is known stands where it is referred to, and makes one request of two turns")
  func answers() throws {
    let desk = try Desk()
    func fill(_ words: String...) throws -> Run {
      try desk.run(["fill", "code-review", "-v", "code=x"] + words)
    }
    #expect(try fill("--format", "openai").json().array?.count == 2)
    let text = try fill("--answer", "1=It is 2=1.").output
    #expect(text.contains("It is 2=1.") && !text.contains("[answer to turn 1]"))
    let request = try fill("-a", "1=It is fine.", "-f", "openai").json()
    let messages = try #require(request["messages"]?.array)
    #expect(
      messages.compactMap { $0["role"]?.string } == ["system", "user", "assistant", "user"])
    #expect(messages[2]["content"]?.string == "It is fine.")
    let json = try fill("-a", "1=It is fine.", "-f", "json").json()
    #expect(json["turns"]?[0]?["answer"]?.string == "It is fine.")
    for wrong in ["9=x", "x=y"] {
      let run = try fill("-a", wrong)
      #expect(run.status == 64 && run.errors.contains("the conversation has 2"), "\(run.errors)")
    }
    #expect(try fill("-a", "1").errors.contains("--answer 1: K=TEXT is expected"))
  }

  @Test("it is written to a file; what cannot be written is a failure")
  func output() throws {
    let desk = try Desk()
    #expect(try desk.run("fill", "empty-handed", "-o", "out.txt").output.isEmpty)
    #expect(desk.text("out.txt") == "Say {nothing} but \"yes\".\n")
    let lost = try desk.run("fill", "empty-handed", "-o", "no/such/out.txt")
    #expect(lost.status == 2 && lost.errors.contains("no/such/out.txt"))
    let full = try desk.run("fill", "empty-handed", "-o", "/dev/full")
    #expect(full.status == 2 && full.errors.contains("the disk is full"))
  }

  @Test("a full disk below standard output is a failure, a closed pipe is none")
  func streams() throws {
    let desk = try Desk()
    let big = String(repeating: "line\n", count: 200_000)
    try desk.write("big.txt", big)
    for (command, status) in [
      ("\(Desk.program.path) fill code-review -v code=@big.txt > /dev/full", 2),
      (
        "set -o pipefail; \(Desk.program.path) fill code-review -v code=@big.txt | head -n 1 "
          + "> /dev/null", 0
      ),
    ] {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["bash", "-c", command]
      process.currentDirectoryURL = desk.folder
      process.environment = desk.environment
      process.standardInput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == Int32(status), "\(command)")
    }
  }

  @Test("values that are to be remembered are there the next time, secrets are not")
  func remembered() throws {
    let desk = try Desk()
    let text = try #require(desk.text("patterns/code-review.json"))
    try desk.write("kept.json", text.replacing("\"turn\"", with: "\"always\""))
    func fill(_ words: String...) throws -> Run {
      try desk.run(
        "fill", "code-review", "--from", "kept.json", "-v", "code=x", words[0], words[1])
    }
    #expect(try fill("-v", "language=Go").output.contains("You review Go code"))
    #expect(try fill("-v", "api_key=s3cret").output.contains("You review Go code"))
    #expect(try fill("-v", "language=Python").output.contains("You review Python code"))
    #expect(try fill("--no-remember", "-v=limit=2").output.contains("You review Swift code"))
    let file = try String(
      contentsOf: desk.home.appending(path: ".local/share/turnbook/remembered.json"),
      encoding: .utf8)
    #expect(file.contains("Python") && !file.contains("s3cret"))
  }

  @Test("it asks nobody where nobody is", arguments: ["--no-ask", "--remember"])
  func nobody(flag: String) throws {
    let run = try Desk().run("fill", "code-review", flag)
    #expect(run.status == 1 && run.errors.contains("a value is missing"))
  }
}
