import ByteText
import JSON
package import Patterns

/// A conversation as other programs keep it: a JSON array of roles and contents, one after the other,
/// such as the `conversation_history` of a script.
package struct MessageList: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var role: Message.Role
    package var content: String

    package init(role: Message.Role, content: String) {
      self.role = role
      self.content = content
    }
  }

  package var entries: [Entry]
  /// JSON pointers to what was there and is not kept.
  package var ignored: [String] = []

  package init(_ entries: [Entry]) { self.entries = entries }

  /// What is said on a path.
  package init(_ path: [ChatMessage]) {
    entries = path.filter { $0.kind == .said && !$0.content.isEmpty }
      .map { Entry(role: $0.role, content: $0.content) }
  }

  /// The entries as messages that follow each other.
  /// - Parameters:
  ///   - first: The id of the first; the others count on.
  ///   - time: Milliseconds since 1970, of all of them.
  package func messages(
    from first: ChatMessage.ID = 1, after parent: ChatMessage.ID? = nil, channel: Channel = .cli,
    time: Int64
  ) -> [ChatMessage] {
    var parent = parent
    return entries.enumerated().map { place, entry in
      let id = first + Int64(place)
      defer { parent = id }
      return ChatMessage(
        id: id, parent: parent, role: entry.role, content: entry.content, channel: channel,
        time: time)
    }
  }

  /// One message a line or more, indented; ends with a line feed.
  package func encoded() -> [UInt8] {
    var json = JSONWriter(layout: .indented)
    json.array { json in
      for entry in entries {
        json.object { json in
          json.member("role", entry.role.rawValue)
          json.member("content", entry.content)
        }
      }
    }
    var buffer = json.finish()
    buffer.append(UInt8(ascii: "\n"))
    return buffer.array
  }
}
