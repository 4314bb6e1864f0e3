import Foundation
import JSON
import Testing

@Suite("Topics in between, after they ended")
struct AsideTests {
  private static let prompt = "> "

  /// A conversation with a topic that was left and another within it.
  private func desk() throws -> Desk {
    let desk = try Desk()
    let partner = try Partner()
    let run = try Terminal().run(
      ["chat", "--title", "Tea"], at: desk,
      answers: [
        (Self.prompt, "Which tea?\n"), ("answer 1", "/aside Which <cup>?\n"),
        ("/return goes back", "/aside Which blue?\n"), ("/return goes back", "/return\n"),
        ("back from: Which blue?", "How many?\n"), ("answer 4", "/return\n"),
        ("back from: Which <cup>?", "How hot?\n"), ("answer 5", "/tree\n"), ("● ", "/quit\n"),
      ], environment: partner.environment)
    try #require(run.status == 0, "\(run.screen)")
    #expect(run.screen.contains("3 user, in between: Which <cup>?"))
    #expect(run.screen.contains("5 user, in between: Which blue?"))
    #expect(run.screen.contains("7 user: How many?") && run.screen.contains("9 user: How hot?"))
    return desk
  }

  @Test("they are named in pictures, pages, lists and summaries, and in none as a fork")
  func shown() throws {
    let desk = try desk()
    for format in ["svg", "html"] {
      let run = try desk.run("sessions", "export", "-f", format)
      #expect(run.output.contains("In between, ended: Which &lt;cup&gt;?"), "\(format)")
      #expect(run.output.contains("In between, ended: Which blue?"), "\(format)")
      #expect(!run.output.contains("Another way on") && !run.output.contains("Other ways on"))
      let path = try desk.run("sessions", "export", "-f", format, "--path")
      #expect(!path.output.contains("n between") && path.output.contains("How hot?"))
    }
    let page = try desk.run("sessions", "show").output
    #expect(page.contains("  · in between, ended: #3 Which <cup>?\n") && !page.contains("fork:"))
    let summary = try desk.run("sessions", "summary").output
    #expect(summary.contains("In between, ended  Which <cup>?\n"))
    let json = try desk.run("sessions", "summary", "--json").json()
    #expect(json["ended_asides"] == ["Which <cup>?", "Which blue?"] && json["asides"] == [])
  }

  @Test("a copy, a fork and a conversation that begins anew know them still")
  func kept() throws {
    let desk = try desk()
    try desk.run("sessions", "export", "-o", "talk.json")
    let file = try JSONValue(parsing: Array(#require(desk.text("talk.json")).utf8))
    #expect(file["messages"]?[2]?["asides"] == ["Which <cup>?"])
    #expect(file["messages"]?[0]?["asides"] == nil && file["session"]?["asides"] == [])
    #expect(try desk.run("sessions", "import", "talk.json", "--title", "Copy").status == 0)
    let copy = try desk.run("sessions", "export", "-f", "svg")
    #expect(copy.output.contains("In between, ended: Which blue?"))
    try desk.run("sessions", "reset", "last")
    let reset = try desk.run("sessions", "export", "-f", "svg")
    #expect(reset.output.contains("Another beginning · 10 messages"))
    #expect(reset.output.contains("In between, ended: Which &lt;cup&gt;?"))
    let numbers = try desk.numbers(of: "last")
    // From within a topic it goes on within it.
    try desk.run("sessions", "fork", "last", "--at", String(numbers[5]))
    let within = try desk.run("sessions", "show").output
    #expect(within.contains("  · from here in between: Which <cup>?\n"))
    #expect(within.contains("  · from here in between: Which blue?\n"))
    #expect(within.hasSuffix("  · in between: Which blue?\n"))
    let text = try desk.run("sessions", "export", "-f", "markdown").output
    #expect(text.contains("## User (in between)\n\nWhich blue?\n"))
  }

  @Test("a file whose topics are no texts is refused with their place")
  func wrong() throws {
    let desk = try Desk()
    var talk = try #require(Talk.forked().object)
    for (value, place) in [
      (JSONValue.string("Cups"), "/messages/0/asides"), ([["a"]], "/messages/0/asides/0"),
    ] {
      var first = try #require(Talk.message(1, nil, "user", "Which tea?").object)
      first["asides"] = value
      talk["messages"] = .array([.object(first)])
      try desk.write("wrong.json", Desk.text(of: .object(talk)))
      let run = try desk.run("sessions", "import", "wrong.json")
      #expect(run.status == 1 && run.errors.contains(place), "\(run.errors)")
    }
  }
}
