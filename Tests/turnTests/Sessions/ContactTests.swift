import Foundation
import JSON
import Testing

@Suite("Contacts")
struct ContactTests {
  @Test("a contact is kept with its notes and addresses, and what is new of it")
  func keep() throws {
    let desk = try Desk()
    #expect(
      try desk.run(
        "contacts", "set", "Ada", "--notes", "Mornings only", "--address", "sms=+44=1",
        "--address", "web=ada"
      ).status == 0)
    try desk.run("contacts", "set", "Bob", "--address", "voice=7")
    try desk.run("contacts", "set", "Ada", "--address", "voice=9", "--address", "web=")
    let list = try desk.run("contacts", "list")
    #expect(list.output == "Ada  sms +44=1, voice 9 · Mornings only\nBob  voice 7\n")
    #expect(try desk.run("contacts", "list", "--names").output == "Ada\nBob\n")
    let json = try desk.run("contacts", "list", "--json").json()
    #expect(json.array?.map { $0["name"] } == ["Ada", "Bob"])
    #expect(
      json[0]?["addresses"] == [
        ["channel": "sms", "address": "+44=1"], ["channel": "voice", "address": "9"],
      ])
    try desk.run("contacts", "set", "Bob", "--address", "sms=+44=1")
    #expect(
      try desk.run("contacts", "show", "Ada", "--json").json()["addresses"]?.array?.count == 1)
  }

  @Test("a contact is shown with its conversations")
  func show() throws {
    let desk = try Desk()
    let id = try desk.talk("Hello", title: "The first", "--contact", "Ada")
    let page = try desk.run("contacts", "show", "Ada")
    #expect(page.status == 0 && page.output.hasPrefix("Ada\n") && page.output.contains("  \(id)  "))
    #expect(page.output.contains("The first"))
    let json = try desk.run("contacts", "show", "Ada", "--json").json()
    #expect(json["sessions"] == [.string(id)] && json["known"] == [])
  }

  @Test("what is kept for good is known of a contact, or of oneself, until it is forgotten")
  func known() throws {
    let desk = try Desk()
    let replay = try desk.answers("Yes.")
    for (value, more) in [("size=43", ["--contact", "Ada"]), ("size=39", [])] {
      let session = try Terminal().run(
        ["chat", "--replay", replay] + more, at: desk,
        answers: [("> ", "/remember --always \(value)\n"), ("> ", "/quit\n")])
      #expect(session.status == 0, "\(session.screen)")
    }
    #expect(try desk.run("contacts", "known", "Ada").output == "size  43\n")
    #expect(try desk.run("contacts", "known").output == "size  39\n")
    let json = try desk.run("contacts", "known", "Ada", "--json").json()
    #expect(json[0]?["value"] == "43" && json[0]?["expires"] == .null)
    #expect(try desk.run("contacts", "show", "Ada", "--json").json()["known"] == ["size"])
    let wrong = try desk.run("contacts", "forget", "Ada", "siz")
    #expect(wrong.status == 64 && wrong.errors.contains("did you mean \"size\"?"))
    #expect(try desk.run("contacts", "forget", "Ada", "size").output == "size is forgotten\n")
    let gone = try desk.run("contacts", "known", "Ada")
    #expect(gone.status == 1 && gone.errors == "turn: nothing is known of Ada\n")
    #expect(try desk.run("contacts", "known", "me").output == "size  39\n")
    #expect(try desk.run("contacts", "forget", "me", "size").status == 0)
    #expect(try desk.run("contacts", "known", "me").status == 1)
  }

  @Test("a contact that is deleted leaves its conversations")
  func delete() throws {
    let desk = try Desk()
    let id = try desk.talk("Hello", "--contact", "Ada")
    #expect(try desk.run("contacts", "delete", "Ada").status == 64)
    let run = try desk.run("contacts", "delete", "Ada", "--yes")
    #expect(run.status == 0 && run.output.hasPrefix("Ada is deleted; no byte of it is left"))
    #expect(try desk.run("sessions", "list", "--json").json()[0]?["contact"] == .null)
    #expect(try desk.numbers(of: id).count == 2)
    #expect(try desk.run("contacts", "delete", "Ada", "--yes").status == 64)
  }

  @Test(
    "what cannot be a contact is refused",
    arguments: [
      (["set", "  "], "a contact needs a name"), (["set", "me"], "\"me\" is you"),
      (["set", "Ada", "--address", "fax=1"], "the channels are cli, web, sms, voice"),
      (["set", "Ada", "--address", "sms"], "\"sms\" is no address"),
      (["show", "Ada"], "there is no contact \"Ada\""), (["known", "Ada"], "no contact \"Ada\""),
    ])
  func refused(words: [String], reason: String) throws {
    let run = try Desk().run(["contacts"] + words)
    #expect(run.status == 64 && run.errors.contains(reason), "\(run.errors)")
  }
}
