import Commands
import Conversation
import ConversationStore
import JSON
import Reporting

/// `turn contacts list`: whom conversations are with.
struct ContactListCommand {
  private let isJSON: Bool
  private let showsNames: Bool
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    isJSON = invocation.isOn("json")
    showsNames = invocation.isOn("names")
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let contacts = try place.look().use { (store) throws(StoreFailure) in try store.contacts() }
    if showsNames {
      return try Output.send(contacts.map { VisibleText.of($0.name) + "\n" }.joined())
    }
    if isJSON {
      try Output.sendJSON { json in
        json.array { json in
          for contact in contacts { json.object { json in contact.write(to: &json) } }
        }
      }
    } else {
      let rows = contacts.map { contact in
        let addresses = contact.addresses.map(\.words).joined(separator: ", ")
        return [
          contact.name, [addresses, contact.notes].filter { !$0.isEmpty }.joined(separator: " · "),
        ]
      }
      try Output.send(Prose.table(rows, width: OutputLook().width, indentation: 0))
    }
    if contacts.isEmpty { throw Refusal(.content, "there is no contact yet") }
  }
}

extension Contact {
  /// Its members, in an object that is begun.
  func write(to json: inout JSONWriter) {
    json.member("name", name)
    json.member("notes", notes)
    json.array("addresses") { json in
      for address in addresses {
        json.object { json in
          json.member("channel", address.channel.rawValue)
          json.member("address", address.address)
        }
      }
    }
    json.member("created", Int(created))
  }
}

extension Contact.Address {
  var words: String { "\(channel.rawValue) \(address)" }
}
