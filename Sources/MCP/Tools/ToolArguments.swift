import JSON

/// What a model gave a tool.
struct ToolArguments {
  /// Something that a model can mend: it becomes a result of the tool, which the model reads.
  struct Fault: Error, Hashable {
    var message: String

    init(_ message: String) { self.message = message }
  }

  private let object: JSONObject

  /// - Parameter known: The names that the tool takes.
  init(_ object: JSONObject, known: [String]) throws(Fault) {
    self.object = object
    let unknown = object.keys.filter { !known.contains($0) }
    guard unknown.isEmpty else {
      throw Fault(
        "there is no argument \(unknown.map { "\"\($0)\"" }.joined(separator: ", ")); there is "
          + known.joined(separator: ", "))
    }
  }

  /// Nil where it is not given, or null.
  private subscript(name: String) -> JSONValue? {
    object[name].flatMap { $0.isNull ? nil : $0 }
  }

  func text(_ name: String) throws(Fault) -> String? {
    guard let value = self[name] else { return nil }
    guard let text = value.string else { throw Fault("\"\(name)\" is a text") }
    return text
  }

  func needed(_ name: String) throws(Fault) -> String {
    guard let text = try text(name) else { throw Fault("\"\(name)\" is needed: a text") }
    return text
  }

  func number(_ name: String, in range: ClosedRange<Int>) throws(Fault) -> Int? {
    guard let value = self[name] else { return nil }
    guard let number = value.integer, range.contains(number) else {
      throw Fault("\"\(name)\" is a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func members(_ name: String) throws(Fault) -> [JSONObject.Member] {
    guard let value = self[name] else { return [] }
    guard let object = value.object else { throw Fault("\"\(name)\" is an object") }
    return object.members
  }
}
