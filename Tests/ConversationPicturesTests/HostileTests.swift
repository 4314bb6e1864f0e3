import Conversation
import ConversationPictures
import Patterns
import SVG
import Testing

@Suite(
  "Conversations that mean no good", .enabled(if: Readers.arePresent, Readers.absent))
struct HostileTests {
  private static let drawn: Set<String> = [
    "circle", "desc", "g", "path", "rect", "style", "svg", "text", "title",
  ]

  /// A text as a drawing has it: with spaces for tabs.
  private static func shown(_ text: String) -> String {
    ShownText.of(text).replacing("\t", with: "    ")
  }

  @Test("whatever is said stays inside its box and is the same text again, as far as it is drawn")
  func texts() throws {
    var talk = Talks.line(Talks.hostile)
    talk.session.title = Talks.hostile.joined()
    talk.session.goal = Goal(
      statement: Talks.hostile[0],
      steps: Talks.hostile.map { Goal.Step(text: $0, isDone: $0.isEmpty) })
    talk.session.model = Talks.hostile[0]
    talk.session.asides = Talks.hostile.map { .init(topic: $0, back: 4) }
    let picture = try Readers.picture(ConversationDrawing.svg(talk.view(window: 3000)))
    #expect(picture.outside == [])
    #expect(Set(picture.elements).isSubset(of: Self.drawn), "\(picture.elements)")
    for (place, text) in Talks.hostile.enumerated() {
      let drawn = try picture.box(Int64(place + 1)).texts.first ?? ""
      let whole = Self.shown(text)
      #expect(whole.unicodeScalars.starts(with: drawn.unicodeScalars), "\(place)")
      #expect(drawn.unicodeScalars.count >= min(whole.unicodeScalars.count, 60), "\(place)")
    }
  }

  @Test("a page has every word, and no markup or address of anybody else")
  func page() throws {
    var talk = Talks.line(Talks.hostile)
    talk.session.title = Talks.hostile[0]
    talk.session.goal = Goal(statement: Talks.hostile[1], steps: [.init(text: Talks.hostile[2])])
    talk.session.asides = Talks.hostile.map { .init(topic: $0, back: 4) }
    for text in Talks.hostile { talk.say(text, after: 2, asides: Talks.hostile) }
    talk.session.leaf = 16
    let page = try Readers.page(ConversationPage.html(talk.view(window: 3000)))
    #expect(page.title == ShownText.of(Talks.hostile[0]))
    for (place, text) in (Talks.hostile + Talks.hostile).enumerated() where !text.isEmpty {
      #expect(try page.message(Int64(place + 1)).texts == [ShownText.of(text)], "\(place)")
    }
    let known: Set<String> = [
      "a", "article", "body", "details", "div", "footer", "g", "h1", "h2", "head", "header", "html",
      "li", "main", "meta", "nav", "p", "path", "q", "rect", "span", "style", "summary", "svg",
      "table", "tbody", "td", "text", "th", "title", "tr", "ul",
    ]
    #expect(Set(page.elements).isSubset(of: known), "\(page.elements)")
    #expect(page.addresses.allSatisfy { $0.hasPrefix("#m") })
  }

  @Test("two thousand messages are all there, once each, and the picture is no wider")
  func long() throws {
    let talk = Talks.line((1...2000).map { "This is what was said as number \($0). " })
    let view = try talk.view(window: 4000)
    let picture = try Readers.picture(ConversationDrawing.svg(view))
    #expect(picture.boxes.map(\.message) == Array(1...2000))
    #expect(picture.outside == [] && picture.width < 800)
    let page = try Readers.page(ConversationPage.html(view))
    #expect(page.messages.map(\.id) == (1...2000).map { "m\($0)" })
  }

  @Test(
    "a tree that forks two hundred times, each fork out of the last, stays narrow and reachable",
    arguments: [true, false])
  func deep(staysOnTheDeepest: Bool) throws {
    var talk = Talks()
    var parent: ChatMessage.ID?
    for level in 0..<200 {
      let asked = talk.say("Question \(level)", after: parent)
      talk.say("Another answer \(level)", .assistant, after: asked)
      parent = talk.say("Answer \(level)", .assistant, after: asked)
    }
    if !staysOnTheDeepest { talk.session.leaf = 2 }
    let view = try talk.view()
    let picture = try Readers.picture(ConversationDrawing.svg(view))
    let onPath = picture.boxes.compactMap(\.message)
    #expect(Set(onPath).count == onPath.count)
    #expect(Set(onPath).isSuperset(of: talk.tree.path(to: talk.session.leaf).map(\.id)))
    #expect(picture.outside == [] && picture.width < 800)
    let page = try Readers.page(ConversationPage.html(view))
    #expect(page.messages.count == 600 && Set(page.messages.map(\.id)).count == 600)
    #expect(page.depth <= 10)
  }

  @Test("in trees of any shape each message of the path is drawn once, and a page has all")
  func shapes() throws {
    var numbers = SplitMix(state: 7)
    for _ in 0..<30 {
      var talk = Talks()
      for number in 0..<Int.random(in: 1...120, using: &numbers) {
        let said = talk.tree.messages
        let isFork = Int.random(in: 0..<4, using: &numbers) == 0
        let parent = isFork ? said.randomElement(using: &numbers)?.id : said.last?.id
        let asides = (0..<max(0, Int.random(in: -5...2, using: &numbers))).map { "\($0)" }
        talk.say(
          "\(number)", number.isMultiple(of: 2) ? .user : .assistant, after: parent, asides: asides)
      }
      talk.session.leaf = talk.tree.messages.randomElement(using: &numbers)?.id
      let view = ConversationView(talk.session, talk.tree)
      let picture = try Readers.picture(ConversationDrawing.svg(view))
      let drawn = picture.boxes.compactMap(\.message)
      let path = talk.tree.path(to: talk.session.leaf).map(\.id)
      #expect(Set(drawn).count == drawn.count && picture.outside == [])
      #expect(drawn.filter(Set(path).contains) == path)
      let page = try Readers.page(ConversationPage.html(view))
      #expect(
        Set(page.messages.map(\.id)) == Set(talk.tree.messages.map { "m\($0.id)" }))
      #expect(page.messages.count == talk.tree.messages.count)
    }
  }
}

/// Numbers that are the same on every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
