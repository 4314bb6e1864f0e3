import Conversation
import Exporters
import Patterns

/// Trees with forks, broken answers and summaries, and sessions with all that one can have.
enum RandomTalk {
  private static let texts = [
    "", " \n", "Hello", "two\nlines", "\"quoted\" \\ </script>", "ünï🦀 e\u{301}", "\u{0}\u{1F}",
    String(repeating: "many words ", count: 40), "中文的一句话", "- [x] done",
  ]

  static func text(_ random: inout some RandomNumberGenerator) -> String {
    texts.randomElement(using: &random) ?? ""
  }

  static func tree(using random: inout some RandomNumberGenerator) -> MessageTree {
    var tree = MessageTree()
    for place in 0..<Int.random(in: 1...40, using: &random) {
      let said = tree.messages.filter { $0.kind == .said }
      let isFork = Int.random(in: 0..<10, using: &random) == 0
      let parent = isFork ? said.randomElement(using: &random) : said.last
      let id = Int64(place * 3 + 1)
      if let parent, Int.random(in: 0..<8, using: &random) == 0 {
        let path = tree.path(to: parent.id)
        tree.append(
          ChatMessage(
            id: id, parent: parent.id, kind: .summary(from: path[0].id), role: .assistant,
            content: "SUMMARY \(id)", time: Int64(place)))
        continue
      }
      let role: Message.Role =
        switch Int.random(in: 0..<10, using: &random) {
        case 0: .system
        case 1: .assistant
        case 2: .user
        default: parent?.role == .user ? .assistant : .user
        }
      let state: ChatMessage.State =
        role == .assistant
        ? ChatMessage.State.allCases.randomElement(using: &random) ?? .whole : .whole
      let content = text(&random)
      let isBlank = content.allSatisfy(\.isWhitespace)
      tree.append(
        ChatMessage(
          id: id, parent: parent?.id, role: role, content: isBlank ? content : "<\(id)> " + content,
          turn: Bool.random(using: &random) ? "turn-\(place)" : nil,
          channel: Channel.allCases.randomElement(using: &random) ?? .cli, time: Int64(place),
          state: state, origin: role == .assistant ? origin(&random) : nil,
          asides: place % 5 == 3 ? ["topic \(place)", content] : []))
    }
    return tree
  }

  private static func origin(
    _ random: inout some RandomNumberGenerator
  ) -> ChatMessage.Origin? {
    guard Bool.random(using: &random) else { return nil }
    let some = Bool.random(using: &random)
    return ChatMessage.Origin(
      provider: some ? "responses" : "ollama", model: "m",
      usage: some
        ? TokenUsage(input: 3, output: 4, cached: Bool.random(using: &random) ? 1 : nil) : nil,
      responseID: Bool.random(using: &random)
        ? "resp_\(Int.random(in: 0...99, using: &random))" : nil,
      finishReason: some ? nil : "stop", error: some ? text(&random) : nil)
  }

  static func session(
    _ tree: MessageTree, using random: inout some RandomNumberGenerator
  ) -> Session {
    var session = Session(
      id: "s-\(Int.random(in: 0...999, using: &random))", title: text(&random),
      provider: Provider.allCases.randomElement(using: &random) ?? .openai, created: 17)
    session.changed = 1_700_000_000_000
    session.fit = FitPolicy.allCases.randomElement(using: &random) ?? .window
    session.channel = Channel.allCases.randomElement(using: &random) ?? .web
    let said = tree.messages.filter { $0.kind == .said }
    let asked = said.suffix(8).filter { $0.role == .user }
    session.leaf =
      (Int.random(in: 0..<4, using: &random) == 0 ? said : asked).randomElement(using: &random)?.id
    if Bool.random(using: &random) {
      session.system = "SYSTEM " + text(&random)
      session.model = "model"
      session.baseURL = "http://localhost"
    }
    if Bool.random(using: &random) {
      session.goal = Goal(
        statement: "GOAL " + text(&random),
        steps: Bool.random(using: &random) ? [] : [.init(text: text(&random), isDone: true)])
      session.anchorEvery = [nil, 1, 3].randomElement(using: &random) ?? nil
      session.turnLimit = 9
    }
    if Bool.random(using: &random) {
      session.values = [RememberedValue(name: "VALUE", value: text(&random))]
      session.contact = text(&random)
      session.pattern = .init(id: "p", variant: "v", sha256: "00")
      session.asides = [
        .init(topic: text(&random), back: session.leaf), .init(topic: "t", back: nil),
      ]
    }
    return session
  }
}
