import JSON

/// Reads a schema and everything that is wrong with it.
struct SchemaReader {
  private(set) var nodes: [SchemaNode] = []
  private(set) var faults: [SchemaFault] = []
  /// Where each node stands in the schema.
  private var places: [JSONPointer] = []
  private let schema: JSONValue
  /// The nodes of `$defs`, in its order.
  private var definitions: [SchemaNode.Property] = []

  init(_ schema: JSONValue) { self.schema = schema }

  /// - Returns: The node of the whole.
  mutating func readAll() -> Int {
    let start = JSONPointer()
    let key = SchemaKeyword.definitions.rawValue
    let members = schema[key]?.object?.members ?? []
    // All have their places before any is read: they may refer to each other.
    for member in members {
      definitions.append(
        SchemaNode.Property(name: member.key, schema: reserve(start.member(key).member(member.key)))
      )
    }
    for (member, definition) in zip(members, definitions) { fill(definition.schema, member.value) }
    let root = reserve(start)
    fill(root, schema)
    findCircles()
    return root
  }

  private mutating func reserve(_ place: JSONPointer) -> Int {
    nodes.append(SchemaNode())
    places.append(place)
    return nodes.count - 1
  }

  private mutating func read(_ value: JSONValue, _ place: JSONPointer) -> Int {
    let node = reserve(place)
    fill(node, value)
    return node
  }

  private mutating func complain(_ place: JSONPointer, _ words: String) {
    faults.append(SchemaFault(place: place, words: words))
  }

  private mutating func fill(_ index: Int, _ value: JSONValue) {
    let place = places[index]
    var node = SchemaNode()
    switch value {
    case .bool(let allows): node.allowsNothing = !allows
    case .object(let object):
      for member in object.members {
        let place = place.member(member.key)
        guard let keyword = SchemaKeyword(rawValue: member.key) else {
          let known = SchemaKeyword.allCases.map(\.rawValue).joined(separator: ", ")
          complain(place, "the keyword \"\(member.key)\" is not known here; there is \(known)")
          continue
        }
        read(keyword, member.value, place, isRoot: places[index] == JSONPointer(), &node)
      }
    default: complain(place, "a schema is an object, true or false")
    }
    nodes[index] = node
  }

  private mutating func read(
    _ keyword: SchemaKeyword, _ value: JSONValue, _ place: JSONPointer, isRoot: Bool,
    _ node: inout SchemaNode
  ) {
    switch keyword {
    case .type: node.types = types(value, place)
    case .enum: node.values = array(value, place, "an array of values is expected")
    case .const: node.constant = value
    case .properties:
      for member in members(value, place) {
        let schema = read(member.value, place.member(member.key))
        node.properties.append(SchemaNode.Property(name: member.key, schema: schema))
      }
    case .required: node.required = texts(value, place)
    case .additionalProperties: node.otherProperties = read(value, place)
    case .items: node.items = read(value, place)
    case .minItems: node.minimumItems = count(value, place)
    case .maxItems: node.maximumItems = count(value, place)
    case .minLength: node.minimumLength = count(value, place)
    case .maxLength: node.maximumLength = count(value, place)
    case .pattern:
      node.pattern = value.string
      if value.string.flatMap({ TextPattern($0) }) == nil {
        complain(place, "a regular expression is expected")
      }
    case .minimum: node.minimum = number(value, place)
    case .maximum: node.maximum = number(value, place)
    case .anyOf: node.any = schemas(value, place)
    case .oneOf: node.one = schemas(value, place)
    case .allOf: node.all = schemas(value, place)
    case .not: node.not = read(value, place)
    case .reference: node.reference = definition(value, place)
    case .definitions:
      if !isRoot {
        complain(place, "\"$defs\" stands at the beginning of a schema only")
      } else if value.object == nil {
        complain(place, "an object with a schema for each name is expected")
      }
    }
  }

  // MARK: Values of keywords

  private mutating func types(_ value: JSONValue, _ place: JSONPointer) -> [ValueType] {
    let names = value.array ?? [value]
    var types: [ValueType] = []
    for (index, name) in names.enumerated() {
      let place = value.array == nil ? place : place.element(index)
      guard let type = name.string.flatMap(ValueType.init(rawValue:)) else {
        let known = ValueType.allCases.map(\.rawValue).joined(separator: ", ")
        complain(place, "a type is expected: \(known)")
        continue
      }
      if types.contains(type) { complain(place, "\"\(type.rawValue)\" stands there twice") }
      types.append(type)
    }
    if names.isEmpty { complain(place, "at least one type is expected") }
    return types
  }

  private mutating func array(
    _ value: JSONValue, _ place: JSONPointer, _ words: String
  ) -> [JSONValue] {
    if let array = value.array { return array }
    complain(place, words)
    return []
  }

  private mutating func members(
    _ value: JSONValue, _ place: JSONPointer
  ) -> [JSONObject.Member] {
    if let object = value.object { return object.members }
    complain(place, "an object with a schema for each name is expected")
    return []
  }

  private mutating func texts(_ value: JSONValue, _ place: JSONPointer) -> [String] {
    var texts: [String] = []
    let words = "an array of names is expected"
    for (index, name) in array(value, place, words).enumerated() {
      if let text = name.string {
        texts.append(text)
      } else {
        complain(place.element(index), words)
      }
    }
    return texts
  }

  private mutating func schemas(_ value: JSONValue, _ place: JSONPointer) -> [Int] {
    let words = "an array of at least one schema is expected"
    let all = array(value, place, words)
    if value.array?.isEmpty == true { complain(place, words) }
    return all.enumerated().map { read($1, place.element($0)) }
  }

  private mutating func count(_ value: JSONValue, _ place: JSONPointer) -> Int? {
    if let count = ExactNumber(value)?.count { return count }
    complain(place, "a whole number from 0 on is expected")
    return nil
  }

  private mutating func number(_ value: JSONValue, _ place: JSONPointer) -> JSONValue? {
    if ExactNumber(value) != nil { return value }
    complain(place, "a number is expected")
    return nil
  }

  // MARK: References

  private mutating func definition(_ value: JSONValue, _ place: JSONPointer) -> Int? {
    let start = "#/$defs/"
    guard let text = value.string, text.hasPrefix(start) else {
      complain(place, "a reference is \"#/$defs/NAME\"")
      return nil
    }
    let name = text.dropFirst(start.count).replacing("~1", with: "/").replacing("~0", with: "~")
    if let found = definitions.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      return found.schema
    }
    complain(place, "\"$defs\" has no \"\(name)\"")
    return nil
  }

  /// A schema that is part of itself for the same value would be asked for ever.
  private mutating func findCircles() {
    var isDone = [Bool](repeating: false, count: nodes.count)
    for start in nodes.indices where !isDone[start] {
      var path: [(node: Int, next: Int)] = [(start, 0)]
      var isOpen: Set<Int> = [start]
      while let (node, next) = path.last {
        let others = nodes[node].inPlace
        guard next < others.count else {
          isDone[node] = true
          isOpen.remove(node)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let other = others[next]
        if isOpen.contains(other) {
          complain(
            places[node], "this schema leads back to itself without looking at a part of the value")
        } else if !isDone[other] {
          isOpen.insert(other)
          path.append((other, 0))
        }
      }
    }
  }
}
