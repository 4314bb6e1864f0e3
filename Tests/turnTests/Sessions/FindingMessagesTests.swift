import Foundation
import JSON
import Testing

@Suite("Finding messages")
struct FindingMessagesTests {
  @Test("what was found is marked in an excerpt, below where it stands")
  func marks() throws {
    let desk = try Desk()
    let id = try desk.take(Talk.forked())
    let numbers = try desk.numbers(of: id)
    let run = try desk.run("sessions", "search", "EIGHTY", "deg")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("\(id) #\(numbers[3]) · Assistant · voice · 1970-01-01 "))
    #expect(run.output.contains(" · Tea\n  *Eighty* *deg*rees.\n"), "\(run.output)")
    let found = try desk.run("sessions", "search", "green one", "--json").json()
    #expect(found.array?.count == 1 && found[0]?["message"]?.integer == numbers[1])
    #expect(found[0]?["session"]?.string == id && found[0]?["content"] == "The green one.")
    let pieces = try #require(found[0]?["excerpt"]?.array)
    #expect(pieces.compactMap { $0["text"]?.string }.joined() == "The green one.")
    #expect(pieces.filter { $0["match"] == true }.map { $0["text"] } == ["green", "one"])
  }

  @Test(
    "flags narrow the search",
    arguments: [
      (["how"], 2), (["how", "--channel", "sms"], 1), (["how", "--role", "assistant"], 0),
      (["tea", "--role", "user"], 1), (["\"how hot\""], 1), (["how", "--limit", "1"], 1),
      (["how", "--session", "last"], 2), (["%"], 0), (["\"", "'"], 0), (["zebra"], 0),
    ])
  func filters(words: [String], count: Int) throws {
    let desk = try Desk()
    _ = try desk.take(Talk.forked())
    let run = try desk.run(["sessions", "search", "--json"] + words)
    #expect(try run.json().array?.count == count)
    #expect(run.status == (count == 0 ? 1 : 0))
    #expect(run.errors == (count == 0 ? "turn: no message has these words\n" : ""))
  }

  @Test("only the named conversation is searched")
  func session() throws {
    let desk = try Desk()
    let first = try desk.take(Talk.forked())
    let second = try desk.take(Talk.forked())
    let run = try desk.run("sessions", "search", "hot", "--json", "--session", first)
    #expect(try run.json().array?.map { $0["session"]?.string } == [first])
    #expect(try desk.run("sessions", "search", "hot", "--json").json().array?.count == 2)
    #expect(first != second)
    #expect(try desk.run("sessions", "search", "hot", "--session", "0").status == 64)
  }
}
