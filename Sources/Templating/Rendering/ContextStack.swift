/// The contexts a name is looked up in, the innermost last.
struct ContextStack {
  private(set) var values: [TemplateValue] = []

  /// What a lookup came to.
  enum Resolution {
    case found(TemplateValue)
    /// A part before the last is null: there is nothing to look into, and no mistake.
    case null
    /// No context has the part at this index.
    case missing(part: Int)
  }

  var count: Int { values.count }

  mutating func replaceAll(with contexts: [TemplateValue]) {
    values.removeAll(keepingCapacity: true)
    values += contexts
  }

  mutating func push(_ value: TemplateValue) { values.append(value) }
  mutating func pop() { values.removeLast() }
  mutating func replaceLast(with value: TemplateValue) { values[values.count - 1] = value }

  /// The first part comes from the innermost context that has it, the others each from the value
  /// before.
  func resolve(_ parts: Range<Int32>, of program: borrowing Program) -> Resolution {
    guard !parts.isEmpty else { return values.last.map { .found($0) } ?? .null }
    let range = parts.asIndices
    guard var value = innermost(program.parts[range.lowerBound]) else { return .missing(part: 0) }
    for index in range.dropFirst() {
      switch value {
      case .null: return .null
      case .object(let object):
        guard let next = object.value(of: program.parts[index]) else { fallthrough }
        value = next
      default: return .missing(part: index - range.lowerBound)
      }
    }
    return .found(value)
  }

  private func innermost(_ part: NamePart) -> TemplateValue? {
    var index = values.count - 1
    while index >= 0 {
      if let value = values[index].member(part) { return value }
      index -= 1
    }
    return nil
  }

  /// The names that could have stood for the part at `index`, nearest context first.
  func names(besidePart index: Int, of parts: Range<Int32>, in program: borrowing Program)
    -> [String]
  {
    if index == 0 {
      return values.reversed().flatMap { value -> [String] in
        if case .object(let object) = value { object.keys.names } else { [] }
      }
    }
    let before = parts.lowerBound..<(parts.lowerBound + Int32(index))
    guard case .found(.object(let object)) = resolve(before, of: program) else { return [] }
    return object.keys.names
  }
}
