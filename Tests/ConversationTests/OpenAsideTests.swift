import Conversation
import Exporters
import Patterns
import Testing

@Suite("Which topics in between are open")
struct OpenAsideTests {
  /// 1 ─ 2 ─┬─ 3 ─ 4 ─── 5 ─ 6
  ///        └─ 7 ─ 8
  /// On "cups" from 3, on "blue" from 5.
  private let tree: MessageTree = {
    var tree = MessageTree()
    let parents: [ChatMessage.ID?] = [nil, 1, 2, 3, 4, 5, 2, 7]
    for (place, parent) in parents.enumerated() {
      tree.append(
        ChatMessage(
          id: Int64(place + 1), parent: parent, role: place.isMultiple(of: 2) ? .user : .assistant,
          content: "\(place + 1)", time: 1, asides: [2: ["cups"], 4: ["blue"]][place] ?? []))
    }
    return tree
  }()

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var leaf: ChatMessage.ID?
    var stored: [Session.Aside]
    var movesTo: ChatMessage.ID?
    var open: [String]
    var testDescription: String { name }
  }

  private static let cups = Session.Aside(topic: "cups", back: 2)
  private static let blue = Session.Aside(topic: "blue", back: 4)
  private static let old = Session.Aside(topic: "old", back: 1)

  static let cases = [
    Case(name: "out of it, back into it", leaf: 8, stored: [], movesTo: 4, open: ["cups"]),
    Case(name: "into both", leaf: 8, stored: [], movesTo: 6, open: ["cups", "blue"]),
    Case(
      name: "out of the inner one", leaf: 6, stored: [cups, blue], movesTo: 3, open: ["cups"]),
    Case(
      name: "behind the inner one: it waits for a word", leaf: 6, stored: [cups, blue], movesTo: 4,
      open: ["cups", "blue"]),
    Case(name: "to another branch", leaf: 4, stored: [cups], movesTo: 8, open: []),
    Case(name: "to the beginning", leaf: 4, stored: [cups], movesTo: nil, open: []),
    Case(
      name: "nowhere, where another program began it", leaf: 8, stored: [cups], movesTo: 8, open: []
    ),
    Case(
      name: "within one that no message names", leaf: 4, stored: [old, cups], movesTo: 3,
      open: ["old", "cups"]),
    Case(
      name: "within one that no message names, to a branch", leaf: 4, stored: [old, cups],
      movesTo: 8, open: ["old"]),
    Case(name: "to no message at all", leaf: 4, stored: [cups], movesTo: 99, open: []),
  ]

  @Test(
    "they are those that the last message was said on, and those begun behind it", arguments: cases)
  func open(each: Case) {
    var session = Session(id: "s", title: "", provider: .openai, created: 0)
    session.leaf = each.leaf
    session.asides = each.stored
    let open = tree.openAsides(of: session, movedTo: each.movesTo)
    #expect(open.map(\.topic) == each.open)
    // Saying it again changes nothing.
    session.leaf = each.movesTo
    session.asides = open
    #expect(tree.openAsides(of: session, movedTo: each.movesTo) == open)
  }

  @Test(
    "one that no message names begins behind its message on the path, one that is named nowhere")
  func unnamed() {
    var session = Session(id: "s", title: "", provider: .openai, created: 0)
    session.leaf = 8
    session.asides = [
      Self.cups, Self.old, .init(topic: "start", back: nil), .init(topic: "waits", back: 8),
    ]
    #expect(tree.unnamedAsides(of: session) == [2: ["old"], 1: ["start"]])
    #expect(tree.asides == [Self.cups, Self.blue])
  }
}
