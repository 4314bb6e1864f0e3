import ByteText
package import JSON

/// One thing that a value has otherwise than a schema wants it.
package struct SchemaViolation: Sendable, Hashable {
  /// In the value.
  package var place: JSONPointer
  /// What follows its place: `is 3 and must be at least 5`.
  package var words: String
}

extension Schema {
  /// Everything that is wrong with a value; empty for one that fits.
  package func violations(of value: JSONValue) -> [SchemaViolation] {
    var judgement = SchemaJudgement(self)
    return judgement.violations(of: value, by: root, JSONPointer())
  }
}

/// Holds a value to a schema.
private struct SchemaJudgement {
  private let schema: Schema
  private var patterns: [String: TextPattern] = [:]

  init(_ schema: Schema) { self.schema = schema }

  mutating func violations(
    of value: JSONValue, by index: Int, _ place: JSONPointer
  ) -> [SchemaViolation] {
    let node = schema.nodes[index]
    if node.allowsNothing { return [SchemaViolation(place: place, words: "is not allowed")] }
    var words: [String] = []
    words += kind(value, node)
    switch value {
    case .string(let text): words += self.text(text, node)
    case .integer, .number: words += number(value, node)
    case .array(let array): words += Self.size(array.count, node)
    case .object(let object):
      words += node.required.filter { !object.contains($0) }.map { "has no \"\($0)\"" }
    default: break
    }
    var found = words.map { SchemaViolation(place: place, words: $0) }
    found += parts(of: value, node, place)
    found += combined(value, node, place)
    return found
  }

  private func kind(_ value: JSONValue, _ node: SchemaNode) -> [String] {
    var words: [String] = []
    let kind = ValueType(of: value)
    if let types = node.types, !types.contains(where: { $0.holds(kind) }) {
      let wanted = types.map(\.words).joined(separator: " or ")
      words.append("is \(kind.words) and must be \(wanted)")
    }
    if let values = node.values, !values.contains(where: { value.isSame(as: $0) }) {
      let wanted = values.map(Self.short).joined(separator: ", ")
      words.append("is \(Self.short(value)) and must be one of \(wanted)")
    }
    if let constant = node.constant, !value.isSame(as: constant) {
      words.append("is \(Self.short(value)) and must be \(Self.short(constant))")
    }
    return words
  }

  private mutating func text(_ text: String, _ node: SchemaNode) -> [String] {
    var words: [String] = []
    let count = text.unicodeScalars.count
    if let minimum = node.minimumLength, count < minimum {
      words.append("has \(Self.counted(count, "character")) and needs at least \(minimum)")
    }
    if let maximum = node.maximumLength, count > maximum {
      words.append("has \(Self.counted(count, "character")) and may have \(maximum) at most")
    }
    if let pattern = node.pattern {
      let known = patterns[pattern] ?? TextPattern(pattern)
      patterns[pattern] = known
      if known?.matches(text) != true {
        words.append("is \(Self.short(.string(text))) and does not match \(pattern)")
      }
    }
    return words
  }

  private func number(_ value: JSONValue, _ node: SchemaNode) -> [String] {
    var words: [String] = []
    guard let number = ExactNumber(value) else { return [] }
    if let minimum = node.minimum, let limit = ExactNumber(minimum), number < limit {
      words.append("is \(Self.short(value)) and must be at least \(Self.short(minimum))")
    }
    if let maximum = node.maximum, let limit = ExactNumber(maximum), limit < number {
      words.append("is \(Self.short(value)) and must be at most \(Self.short(maximum))")
    }
    return words
  }

  private static func size(_ count: Int, _ node: SchemaNode) -> [String] {
    var words: [String] = []
    if let minimum = node.minimumItems, count < minimum {
      words.append("has \(counted(count, "element")) and needs at least \(minimum)")
    }
    if let maximum = node.maximumItems, count > maximum {
      words.append("has \(counted(count, "element")) and may have \(maximum) at most")
    }
    return words
  }

  private mutating func parts(
    of value: JSONValue, _ node: SchemaNode, _ place: JSONPointer
  ) -> [SchemaViolation] {
    var found: [SchemaViolation] = []
    if let items = node.items, let elements = value.array {
      for (index, element) in elements.enumerated() {
        found += violations(of: element, by: items, place.element(index))
      }
    }
    guard let object = value.object else { return found }
    for member in object.members {
      let own = node.properties.first { $0.name.utf8.elementsEqual(member.key.utf8) }?.schema
      if let schema = own ?? node.otherProperties {
        found += violations(of: member.value, by: schema, place.member(member.key))
      }
    }
    return found
  }

  private mutating func combined(
    _ value: JSONValue, _ node: SchemaNode, _ place: JSONPointer
  ) -> [SchemaViolation] {
    var found: [SchemaViolation] = []
    for schema in (node.reference.map { [$0] } ?? []) + node.all {
      found += violations(of: value, by: schema, place)
    }
    if let any = node.any, fitting(value, any, place) == 0 {
      found.append(
        SchemaViolation(place: place, words: "fits none of the \(any.count) schemas of anyOf"))
    }
    if let one = node.one {
      let count = fitting(value, one, place)
      if count != 1 {
        let number = count == 0 ? "none" : "\(count)"
        found.append(
          SchemaViolation(
            place: place,
            words: "fits \(number) of the \(one.count) schemas of oneOf and must fit one"))
      }
    }
    if let not = node.not, fitting(value, [not], place) > 0 {
      found.append(SchemaViolation(place: place, words: "fits what it must not be"))
    }
    return found
  }

  private mutating func fitting(
    _ value: JSONValue, _ schemas: [Int], _ place: JSONPointer
  ) -> Int {
    var count = 0
    for schema in schemas where violations(of: value, by: schema, place).isEmpty { count += 1 }
    return count
  }

  // MARK: Words

  private static func counted(_ count: Int, _ what: String) -> String {
    "\(count) \(what)\(count == 1 ? "" : "s")"
  }

  /// As JSON, not longer than a line.
  private static func short(_ value: JSONValue) -> String {
    var buffer = JSONWriter()
    buffer.value(value)
    let text = String(decoding: buffer.finish().array, as: UTF8.self)
    return text.count > 80 ? text.prefix(79) + "…" : text
  }
}

extension ValueType {
  fileprivate var words: String {
    switch self {
    case .null: "null"
    case .boolean: "true or false"
    case .object: "an object"
    case .array: "an array"
    case .number: "a number"
    case .string: "a string"
    case .integer: "a whole number"
    }
  }
}
