import Commands
import Conversation
import ConversationStore
import JSON
import Terminal

/// `turn contacts show`: a contact, and the conversations with it.
struct ContactShowCommand {
  private let name: String
  private let isJSON: Bool
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? ""
    isJSON = invocation.isOn("json")
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let (contact, sessions, known) = try place.look().use { (store) throws(StoreFailure) in
      var filter = SessionFilter()
      filter.contact = name
      let contact = try store.contact(name)
      let known = try store.allKeptValues(of: .contact(name), now: WallClock.now)
      return (contact, try store.sessions(filter), known)
    }
    if isJSON {
      return try Output.sendJSON { json in
        json.object { json in
          contact.write(to: &json)
          json.array("sessions") { json in for each in sessions { json.value(each.session.id) } }
          json.array("known") { json in for value in known { json.value(value.name) } }
        }
      }
    }
    let look = OutputLook()
    var text = look.paint(SessionWords.beginning(contact.name, length: 100), as: .heading) + "\n"
    if !contact.notes.isEmpty { text += Prose.wrapped(contact.notes, width: look.width) }
    var rows = contact.addresses.map { [$0.channel.rawValue, $0.address] }
    if !known.isEmpty { rows.append(["known", known.map(\.name).joined(separator: ", ")]) }
    for each in sessions {
      rows.append([
        each.session.id, WallClock.local(each.session.changed) + "  " + each.session.title,
      ])
    }
    try Output.send(text + Prose.table(rows, width: look.width))
  }
}
