import JSON
import Patterns

extension MessageList {
  /// Reads a list: an array, or an object that has it as `conversation_history` or `messages`. A
  /// content is a string, or an array of parts that are text; Gemini's `parts` too.
  package init(reading bytes: [UInt8]) throws(ListError) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw ListError(.notJSON(error))
    }
    var pointer = ""
    var list = value
    for key in ["conversation_history", "messages"] {
      guard let inside = value[key] else { continue }
      (list, pointer) = (inside, "/" + key)
      break
    }
    guard let elements = list.array else { throw ListError(.expected("an array"), at: pointer) }
    self.init([] as [Entry])
    for (place, element) in elements.enumerated() {
      try append(element, at: "\(pointer)/\(place)")
    }
  }

  private mutating func append(_ value: JSONValue, at pointer: String) throws(ListError) {
    guard let object = value.object else { throw ListError(.expected("an object"), at: pointer) }
    guard let role = object["role"] else { throw ListError(.missing, at: pointer + "/role") }
    guard let word = role.string else {
      throw ListError(.expected("a string"), at: pointer + "/role")
    }
    guard let known = Self.roles.first(where: { $0.word == word }) else {
      throw ListError(.notAmong(word, Self.roles.map(\.word)), at: pointer + "/role")
    }
    let key = object.contains("content") || !object.contains("parts") ? "content" : "parts"
    guard let content = object[key] else { throw ListError(.missing, at: pointer + "/content") }
    entries.append(
      Entry(role: known.role, content: try text(content, at: "\(pointer)/\(key)")))
    for other in object.keys where other != "role" && other != key {
      ignored.append(pointer + "/" + ListPointer.escaped(other))
    }
  }

  private static let roles: [(word: String, role: Message.Role)] = [
    ("system", .system), ("developer", .system), ("user", .user), ("assistant", .assistant),
    ("model", .assistant),
  ]

  private func text(_ content: JSONValue, at pointer: String) throws(ListError) -> String {
    if let text = content.string { return text }
    guard let parts = content.array else {
      throw ListError(.expected("a string or an array of parts"), at: pointer)
    }
    var texts: [String] = []
    for (place, part) in parts.enumerated() {
      let pointer = "\(pointer)/\(place)"
      if let text = part.string {
        texts.append(text)
        continue
      }
      guard let object = part.object else { throw ListError(.expected("an object"), at: pointer) }
      if let type = object["type"]?.string, !["text", "input_text", "output_text"].contains(type) {
        throw ListError(.notText(type), at: pointer + "/type")
      }
      guard let value = object["text"] else { throw ListError(.missing, at: pointer + "/text") }
      guard let text = value.string else {
        throw ListError(.expected("a string"), at: pointer + "/text")
      }
      texts.append(text)
    }
    return texts.joined()
  }
}

enum ListPointer {
  /// A key as a part of a JSON pointer.
  static func escaped(_ key: String) -> String {
    key.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
      .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
  }
}
