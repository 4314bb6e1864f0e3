import Commands
import Conversation
import ConversationStore
import Terminal

/// `turn contacts set`: keeps a contact, or what is new of it.
struct ContactSetCommand {
  private let name: String
  private let notes: String?
  private let addresses: [Contact.Address]
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? ""
    guard name.contains(where: { !$0.isWhitespace }) else {
      throw Refusal(.usage, "a contact needs a name")
    }
    guard name != KnownOwner.person else {
      throw Refusal(.usage, "\"\(name)\" is you, and no name of a contact")
    }
    notes = invocation.value("notes")
    addresses = try invocation.values("address").map(Self.address)
    place = try ConversationPlace(invocation)
  }

  /// An address, empty where those of the channel shall go.
  private static func address(_ word: String) throws(Refusal) -> Contact.Address {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let channel = Channel(rawValue: String(parts[0])) else {
      let known = Channel.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal(
        .usage, "\"\(word)\" is no address\nWrite CHANNEL=ADDRESS; the channels are \(known)")
    }
    return Contact.Address(channel: channel, address: String(parts[1]))
  }

  func run() throws(Refusal) {
    try place.open().use { (store) throws(StoreFailure) in
      var contact = Contact(name: name, created: WallClock.now)
      do throws(StoreFailure) { contact = try store.contact(name) } catch .noContact {}
      contact.notes = notes ?? contact.notes
      for address in addresses {
        if address.address.isEmpty {
          contact.addresses.removeAll { $0.channel == address.channel }
        } else if !contact.addresses.contains(address) {
          contact.addresses.append(address)
        }
      }
      try store.keep(contact)
    }
  }
}

/// `turn contacts delete`: removes a contact and what is known of it.
struct ContactDeleteCommand {
  private let name: String
  private let isSure: Bool
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? ""
    isSure = invocation.isOn("yes")
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let store = try place.look()
    _ = try store.use { (store) throws(StoreFailure) in try store.contact(name) }
    try Consent.require(
      for: "delete the contact \(name) and what is known of it", isGiven: isSure)
    let isErased = try store.use { (store) throws(StoreFailure) in
      try store.deleteContact(name)
    }
    try Output.show(
      Array(
        ("\(name) is deleted; \(Consent.rest(isErased: isErased)). "
          + "The conversations stay, with nobody\n").utf8))
  }
}
