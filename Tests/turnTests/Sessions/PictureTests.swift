import Foundation
import JSON
import Testing

@Suite("Pictures of conversations")
struct PictureTests {
  @Test("a picture and a page show forks, summaries and what a smaller window leaves out")
  func export() throws {
    let desk = try Desk()
    _ = try desk.take(Talk.forked(goal: Talk.goal))
    for format in ["svg", "html"] {
      let run = try desk.run("sessions", "export", "-f", format)
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      for words in ["Another way on from #2", "How long?", "A good cup", "Summary #6"] {
        #expect(run.output.contains(words), "\(words) in \(format)")
      }
      #expect(!run.output.contains("The next request"))
      let small = try desk.run("sessions", "export", "-f", format, "--window", "256")
      #expect(small.output.contains("The next request") && small.output.contains("of 256 tokens"))
    }
  }

  @Test("other ways are left out where they are not wanted, and what is left is taken in again")
  func path() throws {
    let desk = try Desk()
    _ = try desk.take(Talk.forked())
    for format in ["svg", "html", "json"] {
      let run = try desk.run("sessions", "export", "-f", format, "--path")
      #expect(run.status == 0 && !run.output.contains("How long?"))
      #expect(run.output.contains("Eighty degrees.") && run.output.contains("Green tea at eighty"))
    }
    try desk.run("sessions", "export", "-o", "path.json", "--path")
    let taken = try desk.run("sessions", "import", "path.json")
    #expect(taken.status == 0 && taken.errors.contains("5 messages taken in"), "\(taken.errors)")
  }

  @Test("times are told where they are wanted, as the clock of this place shows them")
  func times() throws {
    let desk = try Desk()
    _ = try desk.take(Talk.forked())
    for format in ["svg", "html"] {
      let plain = try desk.run(
        ["sessions", "export", "-f", format], environment: ["TZ": "UTC"])
      #expect(!plain.output.contains("1970"))
      let timed = try desk.run(
        ["sessions", "export", "-f", format, "--times"], environment: ["TZ": "UTC"])
      #expect(timed.output.contains("1970-01-01 00:00"))
    }
  }

  @Test("what a model said is text in a picture, with signs for what would be obeyed")
  func hostile() throws {
    let desk = try Desk()
    let text = "</text><script>alert(1)</script>\u{1B}[2J\u{202E}"
    try desk.talk("Hello", title: text, answer: text)
    for format in ["svg", "html"] {
      let run = try desk.run("sessions", "export", "-f", format)
      #expect(run.status == 0)
      #expect(!run.output.contains("<script") && !run.output.contains("\u{1B}"))
      #expect(run.output.contains("alert(1)") && run.output.contains("\u{241B}[2J"))
    }
  }

  @Test("a conversation that is run through can be printed as a picture")
  func chat() throws {
    let desk = try Desk()
    let run = try desk.run(
      ["chat", "--yes", "--replay", try desk.answers("The green one."), "--format", "svg"],
      input: "Which tea?")
    #expect(run.status == 0 && run.output.hasPrefix("<svg ") && run.output.hasSuffix("</svg>\n"))
    #expect(run.output.contains("Which tea?") && run.output.contains("The green one."))
  }

  @Test("a key is in no picture")
  func key() throws {
    let desk = try Desk()
    _ = try desk.take(Talk.forked())
    for words in [
      ["sessions", "export", "-f", "svg"], ["sessions", "export", "-f", "html"],
      ["budget", "--svg", "--window", "9000"],
    ] {
      let run = try desk.run(words, environment: ["OPENAI_API_KEY": "sk-secret-0123456789"])
      #expect(run.status == 0 && !(run.output + run.errors).contains("sk-secret"))
    }
  }

  @Test("the window is drawn as SVG by a flag or the file's ending, and written as the others are")
  func budget() throws {
    let desk = try Desk()
    _ = try desk.take(Talk.forked())
    let drawn = try desk.run("budget", "--svg", "--window", "9000")
    #expect(drawn.status == 0 && drawn.output.hasPrefix("<svg "))
    #expect(drawn.output.contains("of 9,000 tokens") && drawn.output.contains("for the answer"))
    let file = try desk.run("budget", "-o", "window.svg", "--window", "9000")
    #expect(file.status == 0 && file.output.isEmpty && file.errors == "Wrote window.svg\n")
    #expect(desk.text("window.svg") == drawn.output)
    try desk.run("budget", "-o", "window.json", "--window", "9000")
    #expect(
      try JSONValue(parsing: Array(#require(desk.text("window.json")).utf8))["window"] == 9000)
    try desk.run("budget", "-o", "window.txt", "--window", "9000")
    #expect(try #require(desk.text("window.txt")).contains(" of 9,000 tokens (estimated)\n["))
    let both = try desk.run("budget", "--svg", "--json")
    #expect(both.status == 64 && both.errors.contains("--svg and --json"))
  }

  @Test("a file that cannot be written is told, and the old one stays")
  func unwritable() throws {
    let desk = try Desk()
    _ = try desk.take(Talk.forked())
    let run = try desk.run("sessions", "export", "-o", "none/talk.svg")
    #expect(run.status == 2 && run.errors.contains("none/talk.svg"))
    #expect(try desk.run("budget", "-o", "none/window.svg").status == 2)
  }
}
