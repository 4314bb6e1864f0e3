import Diagnostics
import YAML

/// The keys and closed values that a table of keys has.
enum KeyCompletion {
  static func list(_ place: KeyPlace, of record: Record) -> CompletionList? {
    let fields = KeyShapes.fields(below: place.keys, of: record)
      .filter { !place.siblings.contains($0.name) }
    guard !fields.isEmpty else { return nil }
    // A key that has its colon keeps it.
    let colon = place.ownKey == nil ? ":" : ""
    let items = fields.map { field in
      CompletionItem(
        label: field.name, kind: .field, detail: field.summary, text: field.name + colon)
    }
    return CompletionList(items: items, range: place.word)
  }

  static func values(_ place: KeyPlace, of record: Record) -> CompletionList? {
    let words = KeyShapes.words(below: place.keys, of: record)
    guard !words.isEmpty else { return nil }
    let items = words.map { CompletionItem(label: $0, kind: .value, text: $0) }
    return CompletionList(items: items, range: place.word)
  }
}
