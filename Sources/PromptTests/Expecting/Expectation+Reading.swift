import JSON
import JSONSchema

extension Expectation {
  private enum Key: String, CaseIterable {
    case contains
    case containsNot = "not_contains"
    case matches, equals
    case schema = "json_schema"
    case mostWords = "max_words"
    case leastWords = "min_words"
    case mostTurns = "max_turns"
    case finish
  }

  /// Each demand of one object of a script, all of which have to be met.
  static func all(
    in value: JSONValue, _ place: JSONPointer
  ) -> (expectations: [Expectation], faults: [ScriptFault]) {
    let keys = Key.allCases.map(\.rawValue)
    var fields = ScriptFields(value, place, known: ["turn"] + keys, what: "an expectation")
    let turn = turn(&fields)
    var found: [Expectation] = []
    for key in Key.allCases where fields.has(key.rawValue) {
      for demand in demands(key, &fields) {
        found.append(
          Expectation(turn: turn, demand: demand, entry: place, key: key.rawValue))
      }
    }
    if fields.faults.isEmpty, found.isEmpty {
      fields.add([
        ScriptFault(place, "nothing is expected; say it with \(ScriptFields.list(keys))")
      ])
    }
    return (found, fields.faults)
  }

  private static func turn(_ fields: inout ScriptFields) -> Turn {
    guard let value = fields["turn"] else { return .last }
    switch value.string ?? value.integer.map(String.init) {
    case "last": return .last
    case "all": return .all
    case let id? where !id.isEmpty: return .named(id)
    default:
      fields.complain("turn", "the number of a turn is expected, or \"last\" or \"all\"")
      return .last
    }
  }

  private static func demands(_ key: Key, _ fields: inout ScriptFields) -> [Demand] {
    let name = key.rawValue
    switch key {
    case .contains: return fields.texts(name).map { .contains($0) }
    case .containsNot: return fields.texts(name).map { .containsNot($0) }
    case .matches:
      let patterns = fields.texts(name)
      for pattern in patterns where TextPattern(pattern) == nil {
        fields.complain(name, "\"\(pattern)\" is no regular expression")
      }
      return patterns.map { .matches($0) }
    case .equals: return fields.text(name).map { [.equals($0)] } ?? []
    case .schema: return schema(name, &fields).map { [.fits($0)] } ?? []
    case .mostWords: return fields.count(name, from: 1).map { [.mostWords($0)] } ?? []
    case .leastWords: return fields.count(name, from: 1).map { [.leastWords($0)] } ?? []
    case .mostTurns: return fields.count(name, from: 1).map { [.mostTurns($0)] } ?? []
    case .finish:
      if let end = fields[name]?.string.flatMap(AnswerEnd.init(rawValue:)) { return [.ends(end)] }
      fields.complain(name, "there is " + ScriptFields.list(AnswerEnd.allCases.map(\.rawValue)))
      return []
    }
  }

  private static func schema(_ name: String, _ fields: inout ScriptFields) -> Schema? {
    guard let value = fields[name] else { return nil }
    do throws(SchemaFaults) { return try Schema(value) } catch {
      let place = fields.place.member(name)
      fields.add(error.faults.map { ScriptFault(place.appending($0.place), $0.words) })
      return nil
    }
  }
}
