import Diagnostics
import JSON
import JSONSchema
import Patterns

/// Reads the members of one object and gathers what is wrong with them.
struct ScriptFields {
  let place: JSONPointer
  private let object: JSONObject
  private(set) var faults: [ScriptFault] = []

  /// - Parameters:
  ///   - known: The keys that it may have.
  ///   - what: What it is, in words: "a case".
  init(_ value: JSONValue, _ place: JSONPointer, known: [String], what: String) {
    self.place = place
    object = value.object ?? JSONObject()
    guard value.object != nil else {
      faults.append(ScriptFault(place, "\(what) is an object"))
      return
    }
    for member in object.members where !known.contains(member.key) {
      let nearest = NearMiss.best(for: member.key, among: known)
      let hint = nearest.map { "did you mean \"\($0)\"?" } ?? "there is " + Self.list(known)
      faults.append(
        ScriptFault(place.member(member.key), "\(what) has no \"\(member.key)\"; \(hint)"))
    }
  }

  static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  var isObject: Bool { object.count > 0 || faults.isEmpty }

  subscript(key: String) -> JSONValue? { object[key] }

  func has(_ key: String) -> Bool { object.contains(key) }

  mutating func complain(_ key: String, _ words: String) {
    faults.append(ScriptFault(place.member(key), words))
  }

  mutating func add(_ more: [ScriptFault]) { faults += more }

  mutating func required(_ key: String, _ what: String) {
    guard isObject, !object.contains(key) else { return }
    faults.append(ScriptFault(place, "\(what) needs \"\(key)\""))
  }

  /// nil where there is none, or it is no text.
  mutating func text(_ key: String) -> String? {
    guard let value = object[key] else { return nil }
    if let text = value.string, !text.isEmpty { return text }
    complain(key, "text is expected")
    return nil
  }

  /// One text or several.
  mutating func texts(_ key: String) -> [String] {
    guard let value = object[key] else { return [] }
    var texts: [String] = []
    for (index, element) in (value.array ?? [value]).enumerated() {
      if let text = element.string, !text.isEmpty {
        texts.append(text)
      } else {
        let place = place.member(key)
        faults.append(
          ScriptFault(value.array == nil ? place : place.element(index), "text is expected"))
      }
    }
    if value.array?.isEmpty == true { complain(key, "at least one text is expected") }
    return texts
  }

  /// A whole number from `least` on.
  mutating func count(_ key: String, from least: Int) -> Int? {
    guard let value = object[key] else { return nil }
    if let count = value.integer, count >= least { return count }
    complain(key, "a whole number from \(least) on is expected")
    return nil
  }

  mutating func elements(_ key: String) -> [JSONValue] {
    guard let value = object[key] else { return [] }
    if let array = value.array { return array }
    complain(key, "an array is expected")
    return []
  }

  /// The values of variables, as a file of values has them.
  mutating func values(_ key: String) -> GivenValues {
    guard let value = object[key] else { return GivenValues() }
    guard let object = value.object else {
      complain(key, "an object with a value for each name is expected")
      return GivenValues()
    }
    var values: [GivenValues.Value] = []
    for member in object.members {
      for element in member.value.array ?? [member.value] {
        switch ValuesFile.text(element) {
        case .some(let text?): values.append(GivenValues.Value(member.key, text))
        case .some(nil): break
        case nil:
          faults.append(
            ScriptFault(
              place.member(key).member(member.key), "text, a number or a list of them is expected"))
        }
      }
    }
    return GivenValues(values)
  }
}
