import Diagnostics
import JSON

/// Something that can be written where the cursor stands.
struct CompletionItem {
  /// As the protocol numbers them.
  enum Kind: Int64 {
    case field = 5
    case variable = 6
    case value = 12
    case file = 17
    case reference = 18
  }

  var label: String
  var kind: Kind
  var detail: String?
  /// What the client looks for the typed letters in; the label where nothing is said.
  var filter: String?
  var text: String
}

/// What can be written in one place.
struct CompletionList {
  let items: [CompletionItem]
  /// What is replaced.
  let range: ByteRange
  /// Whether more is there, so that the client has to ask again when more is typed.
  var isIncomplete = false

  func json(in text: TextDocument) -> JSONValue {
    let range = Desk.range(range, in: text)
    let digits = String(items.count).count
    let all = items.enumerated().map { place, item -> JSONValue in
      var object: JSONObject = [
        "label": .string(item.label), "kind": .integer(item.kind.rawValue),
      ]
      if let detail = item.detail { object["detail"] = .string(detail) }
      let number = String(place)
      object["sortText"] = .string(String(repeating: "0", count: digits - number.count) + number)
      object["filterText"] = item.filter.map { .string($0) }
      object["textEdit"] = ["range": range, "newText": .string(item.text)]
      return .object(object)
    }
    return ["isIncomplete": .bool(isIncomplete), "items": .array(all)]
  }
}
