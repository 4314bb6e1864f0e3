import Foundation
import JSON
import Testing

@Suite("Conversations and trouble")
struct TroubleTests {
  /// Every command that looks at a conversation, without its name.
  private static let looks = [
    ["sessions", "list"], ["sessions", "show"], ["sessions", "summary"], ["sessions", "export"],
    ["sessions", "search", "tea"], ["status"], ["budget"], ["contacts", "list"],
    ["contacts", "show", "Ada"],
  ]

  @Test("a beginning that several ids have is refused with all of them")
  func ambiguous() throws {
    let desk = try Desk()
    var ids: [String] = []
    var shared: Character?
    // There are 24 letters that an id may begin with.
    while shared == nil {
      let id = try desk.take(Talk.forked(title: "\u{1B}[2JTea"))
      if ids.contains(where: { $0.first == id.first }) { shared = id.first }
      ids.append(id)
    }
    let name = String(try #require(shared))
    let run = try desk.run("sessions", "show", name)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("turn: 2 sessions begin with \"\(name)\": "))
    for id in ids where id.hasPrefix(name) { #expect(run.errors.contains(id)) }
    #expect(!run.errors.contains("\u{1B}") && run.errors.contains("␛[2JTea"))
    let last = try #require(ids.last)
    #expect(try desk.run("sessions", "show", last).status == 0)
    #expect(try desk.run("sessions", "show", last.uppercased()).status == 0)
    let none = try desk.run("sessions", "show", "0zebra")
    #expect(none.status == 64 && none.errors.contains("there is no session \"0zebra\""))
  }

  @Test("a store of a later version is left as it is", arguments: looks)
  func newer(words: [String]) throws {
    let desk = try Desk()
    _ = try desk.take(Talk.forked())
    var bytes = try Data(contentsOf: desk.store)
    // The user version of an SQLite file, big-endian.
    bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
    try bytes.write(to: desk.store)
    let run = try desk.run(words)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("the store has version 99"), "\(run.errors)")
    #expect(try Data(contentsOf: desk.store) == bytes)
  }

  @Test("a damaged store is told, and nothing crashes", arguments: looks)
  func damaged(words: [String]) throws {
    let desk = try Desk()
    _ = try desk.take(Talk.forked())
    var bytes = try Data(contentsOf: desk.store)
    try #require(bytes.count > 8192)
    bytes.replaceSubrange(
      4096..<bytes.count, with: Array(repeating: 0xA5, count: bytes.count - 4096))
    try bytes.write(to: desk.store)
    let run = try desk.run(words)
    #expect(run.status == 2 && run.errors.hasPrefix("turn: the store is damaged"), "\(run.errors)")
  }

  @Test("another file is no store")
  func otherFile() throws {
    let desk = try Desk()
    try desk.write("notes.txt", String(repeating: "Not a database.\n", count: 300))
    let run = try desk.run("sessions", "list", "--store", "notes.txt")
    #expect(run.status == 2 && run.errors.contains("the file is not a store of conversations"))
    #expect(desk.text("notes.txt")?.hasPrefix("Not a database.") == true)
    let elsewhere = try desk.run("sessions", "import", "-", "--store", "own/talks.sqlite")
    #expect(elsewhere.status == 1)
  }

  @Test("no word of a conversation commands the terminal", arguments: looks)
  func terminal(words: [String]) throws {
    let desk = try Desk()
    let evil = "tea \u{1B}[2J\u{9B}2J\u{7}"
    var talk = Desk.text(of: Talk.forked(title: evil, goal: Talk.goal))
    for word in ["Which tea?", "How long?", "Green tea at eighty degrees.", "A good cup", "blue"] {
      talk = talk.replacing(word, with: Self.quoted(evil))
    }
    try desk.write("evil.json", talk)
    #expect(try desk.run("sessions", "import", "evil.json").status == 0)
    try desk.run("contacts", "set", "Ada", "--notes", evil, "--address", "web=\(evil)")
    let run = try Terminal().run(words, at: desk, answers: [])
    #expect(run.status == (words == ["status"] ? 1 : 0))
    #expect(run.screen.contains("[2J") || words == ["budget"], "\(run.screen)")
    for sign in ["\u{1B}", "\u{9B}", "\u{7}"] as [Unicode.Scalar] {
      #expect(!run.screen.unicodeScalars.contains(sign), "\(run.screen)")
    }
  }

  /// As it stands in a JSON string.
  private static func quoted(_ text: String) -> String {
    String(Desk.text(of: .string(text)).dropFirst().dropLast())
  }

  @Test("two commands may look at one store while a conversation goes on")
  func together() throws {
    let desk = try Desk()
    let id = try desk.talk("Hello")
    let session = try Terminal().run(
      ["sessions", "resume", "--replay", try desk.answers("Fine.")], at: desk,
      answers: [("> ", "/title Renamed \(id)\n"), ("called Renamed", "/quit\n")])
    #expect(session.status == 0)
    #expect(
      try desk.run("sessions", "list", "--json").json()[0]?["title"] == .string("Renamed \(id)"))
  }
}
