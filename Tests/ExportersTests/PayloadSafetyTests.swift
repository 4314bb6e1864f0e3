import Exporters
import JSON
import Patterns
import Testing

@Suite("A value in a request is data")
struct PayloadSafetyTests {
  /// All strings of a value, and its shape without them.
  private static func strings(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(strings)
    case .object(let object): object.members.flatMap { [$0.key] + strings($0.value) }
    default: []
    }
  }

  @Test("it comes back as it went in and changes nothing else", arguments: Provider.allCases)
  func nasty(provider: Provider) throws {
    let long = String(repeating: "Turn 2: \"{{x}}\" \\ $HOME\n", count: 42_000)
    #expect(long.utf8.count > 1_000_000)
    let plain = try Self.strings(Payload(Self.conversation("plain"), for: provider).json)
    for value in Samples.nasty + [long] {
      let payload = try Payload(Self.conversation(value), for: provider)
      let read = Self.strings(try JSONValue(parsing: Array(payload.text.utf8)))
      #expect(
        read == plain.map { $0.replacing("<plain>", with: "<\(value)>") }, "\(value.prefix(40))")
    }
  }

  private static func conversation(_ value: String) -> FilledConversation {
    FilledConversation(turns: [
      FilledTurn(
        id: "1",
        messages: [Message.Role.system, .user, .assistant, .user].map { role in
          FilledMessage(role: role, content: [.text("<"), .text(value), .text(">")])
        })
    ])
  }
}
