import JSON
import Patterns
import Testing

@testable import Site

@Suite("The data of a panel")
struct PanelDataTests {
  private static let nasty = "</script><!-- <script> \u{2028} \"\\ {x}"

  private static var pattern: Pattern {
    var pattern = Pattern(id: "p", title: nasty)
    pattern.platforms = [
      Pattern.Platform(id: "claude", name: "Claude", window: nil),
      Pattern.Platform(id: "somebody", name: "Somebody else", window: nil),
    ]
    var variable = Variable(name: "x", label: nasty)
    variable.hint = nasty
    variable.example = nasty
    pattern.variables = [variable]
    var variant = Variant(
      id: "v", title: nasty, kind: .main,
      turns: [
        Turn(
          id: "1",
          messages: [Message(role: .user, content: [.text(nasty), .variable("x")])])
      ])
    variant.filled = [
      FilledExample(turns: []), FilledExample(turns: [], values: [.init(name: "x", value: nasty)]),
    ]
    pattern.variants = [variant]
    return pattern
  }

  @Test("can end no element of the page and comes back as it was")
  func escaped() throws {
    let bytes = PanelData.json(Self.pattern)
    #expect(!bytes.contains(UInt8(ascii: "<")))
    #expect(!String(decoding: bytes, as: UTF8.self).contains("\u{2028}"))
    let data = try JSONValue(parsing: bytes)
    #expect(data["title"]?.string == Self.nasty)
    #expect(data["variables"]?[0]?["hint"]?.string == Self.nasty)
    let content = data["variants"]?[0]?["turns"]?[0]?["messages"]?[0]?["content"]
    #expect(content?[0]?["text"]?.string == Self.nasty && content?[1]?["variable"]?.string == "x")
    #expect(data["variants"]?[0]?["example"]?["x"]?.string == Self.nasty)
  }

  @Test("names the platforms that requests can be written for")
  func platforms() throws {
    let platforms = try JSONValue(parsing: PanelData.json(Self.pattern))["platforms"]?.array
    #expect(platforms == [["name": "Claude", "format": "anthropic"]])
  }
}
