import Conversation
import ConversationStore
import Exporters
import Testing

@Suite("Contacts and what is remembered")
struct ContactTests {
  let store: ConversationStore

  init() throws { store = try ConversationStore(path: ":memory:") }

  @Test("a contact comes back as it was kept, and is met at its addresses")
  func roundTrip() throws {
    var ada = Contact(
      name: "Ada", notes: "Likes engines",
      addresses: [.init(channel: .sms, address: "+44"), .init(channel: .web, address: "ada")],
      created: 5)
    try store.keep(ada)
    try store.keep(Contact(name: "Bob", created: 6))
    #expect(try store.contacts() == [ada, Contact(name: "Bob", created: 6)])
    #expect(try store.contact(at: .init(channel: .sms, address: "+44")) == ada)
    #expect(try store.contact(at: .init(channel: .voice, address: "+44")) == nil)
    ada.notes = ""
    ada.addresses.removeLast()
    try store.keep(ada)
    #expect(try store.contact("Ada") == ada)
    #expect(throws: StoreFailure.noContact("Eve")) { try store.contact("Eve") }
  }

  @Test("an address that changes hands belongs to the new one")
  func moved() throws {
    let address = Contact.Address(channel: .sms, address: "+44")
    try store.keep(Contact(name: "Ada", addresses: [address], created: 5))
    try store.keep(Contact(name: "Bob", addresses: [address], created: 5))
    #expect(try store.contact(at: address)?.name == "Bob")
    #expect(try store.contact("Ada").addresses.isEmpty)
  }

  @Test("a deleted contact leaves its conversations and takes what was remembered of it")
  func deleted() throws {
    var dice = Dice()
    var session = Session(id: "", title: "T", provider: .openai, created: 1)
    session.contact = "Ada"
    session = try store.create(session, random: &dice)
    try store.keep(KeptValue(owner: .contact("Ada"), name: "n", value: "v", told: 1))
    try store.deleteContact("Ada")
    #expect(try store.session(session.id).contact == nil)
    #expect(try store.statistics().keptValues == 0)
    #expect(throws: StoreFailure.noContact("Ada")) { try store.deleteContact("Ada") }
  }

  @Test("values are apart by owner, scope and name, and the last told counts")
  func values() throws {
    let owners: [KeptValue.Owner] = [.person, .contact("Ada"), .contact("Bob")]
    for owner in owners {
      for scope in [KeptValue.Scope.everywhere, .pattern("p"), .pattern("q")] {
        for round in 0...1 {
          try store.keep(
            KeptValue(
              owner: owner, scope: scope, name: "n", value: "\(owner) \(scope) \(round)", told: 1))
        }
      }
    }
    #expect(try store.statistics().keptValues == 9)
    for owner in owners {
      let known = try store.keptValues(of: owner, for: "p", now: 2)
      #expect(known.map(\.value) == ["\(owner) \(KeptValue.Scope.pattern("p")) 1"])
      let elsewhere = try store.keptValues(of: owner, for: nil, now: 2)
      #expect(elsewhere.map(\.value) == ["\(owner) everywhere 1"])
    }
    #expect(try store.forget("n", of: .contact("Ada"), in: .pattern("p")))
    #expect(try store.keptValues(of: .contact("Ada"), for: "p", now: 2)[0].scope == .everywhere)
    #expect(try store.forget("n", of: .contact("Eve"), in: .everywhere) == false)
    #expect(try store.statistics().keptValues == 8)
  }

  @Test("a value is known until it expires, and not from then on")
  func expiry() throws {
    try store.keep(KeptValue(name: "n", value: "v", told: 0, expires: 1000))
    try store.keep(KeptValue(scope: .pattern("p"), name: "n", value: "own", told: 0, expires: 500))
    #expect(try store.keptValues(of: .person, for: "p", now: 499).map(\.value) == ["own"])
    #expect(try store.keptValues(of: .person, for: "p", now: 500).map(\.value) == ["v"])
    #expect(try store.keptValues(of: .person, for: nil, now: 999).count == 1)
    #expect(try store.keptValues(of: .person, for: nil, now: 1000).isEmpty)
    #expect(try store.forgetExpired(now: 1000) == 2)
  }
}
