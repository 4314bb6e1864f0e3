import Commands
import ConversationStore
import JSON
import Terminal

/// Of whom values are known, as a person names them.
enum KnownOwner {
  /// Stands for who uses the program.
  static let person = "me"

  static func named(_ name: String) -> KeptValue.Owner {
    name == person ? .person : .contact(name)
  }

  /// What is known of somebody who is there.
  static func values(of name: String, in store: ConversationStore) throws(Refusal) -> [KeptValue] {
    try store.use { (store) throws(StoreFailure) in
      let owner = named(name)
      if case .contact = owner { _ = try store.contact(name) }
      return try store.allKeptValues(of: owner, now: WallClock.now)
    }
  }
}

/// `turn contacts known`: what is remembered of a contact beyond one conversation.
struct KnownValuesCommand {
  private let name: String
  private let isJSON: Bool
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? KnownOwner.person
    isJSON = invocation.isOn("json")
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let values = try KnownOwner.values(of: name, in: try place.look())
    if isJSON {
      try Output.sendJSON { json in
        json.array { json in for value in values { Self.write(value, to: &json) } }
      }
    } else {
      let rows = values.map { value in
        let more = [
          Self.pattern(of: value).map { "in \($0)" },
          value.expires.map { "until " + WallClock.local($0) },
        ]
        .compactMap { $0 }
        return [
          value.name, value.value + (more.isEmpty ? "" : " (" + more.joined(separator: ", ") + ")"),
        ]
      }
      try Output.send(Prose.table(rows, width: OutputLook().width, indentation: 0))
    }
    if values.isEmpty { throw Refusal(.content, "nothing is known of \(name)") }
  }

  private static func pattern(of value: KeptValue) -> String? {
    if case .pattern(let id) = value.scope { id } else { nil }
  }

  private static func write(_ value: KeptValue, to json: inout JSONWriter) {
    json.object { json in
      json.member("name", value.name)
      json.member("value", value.value)
      json.member("pattern", pattern(of: value))
      json.member("told", Int(value.told))
      json.member("expires", value.expires.map { Int($0) })
    }
  }
}

/// `turn contacts forget`: forgets a value, wherever it is used.
struct ForgetCommand {
  private let name: String
  private let value: String
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? ""
    value = invocation.value("VALUE") ?? ""
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let store = try place.look()
    let known = try KnownOwner.values(of: name, in: store)
    let wanted = known.filter { $0.name == value }
    guard !wanted.isEmpty else {
      throw Refusal(.usage, Collection.unknown("value", value, among: known.map(\.name)))
    }
    try store.use { (store) throws(StoreFailure) in
      for value in wanted { try store.forget(value.name, of: value.owner, in: value.scope) }
    }
    try Output.show(Array("\(value) is forgotten\n".utf8))
  }
}
