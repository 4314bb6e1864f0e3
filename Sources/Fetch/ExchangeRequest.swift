/// What is sent to a server with a body, once, at one address.
package struct ExchangeRequest: Sendable {
  package var address: WebAddress
  package var headers: [Header]
  package var body: [UInt8]

  package init(_ address: WebAddress, headers: [Header], body: [UInt8]) {
    self.address = address
    self.headers = headers
    self.body = body
  }

  /// One field of the head. What is secret shows in no description of it.
  package struct Header: Sendable {
    package let name: String
    let value: String
    package let isSecret: Bool

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
      isSecret = false
    }

    package init(_ name: String, secret value: String) {
      self.name = name
      self.value = value
      isSecret = true
    }

    /// The value, and words in place of one that is secret.
    package var shown: String { isSecret ? "(hidden)" : value }

    /// Whether it can stand in a head: a line break in a value would begin another field.
    var isSound: Bool {
      !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
        && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    /// libcurl takes a name without a value only with a semicolon.
    var line: String { value.isEmpty ? name + ";" : name + ": " + value }
  }
}

extension ExchangeRequest.Header: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  package var description: String { name + ": " + shown }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: ["name": name, "value": shown]) }
}
