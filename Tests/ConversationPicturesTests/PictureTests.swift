import Conversation
import ConversationPictures
import Foundation
import Patterns
import Testing

@Suite("Conversations as pictures", .enabled(if: Readers.arePresent, Readers.absent))
struct PictureTests {
  private func picture(_ view: ConversationView) throws -> Readers.Picture {
    try Readers.picture(ConversationDrawing.svg(view))
  }

  @Test("the path under way is there in its order, each message once, with its role and its words")
  func path() throws {
    let talk = Talks.line(["Which tea?", "The green one.", "How hot?", "Eighty degrees."])
    let picture = try picture(talk.view())
    #expect(picture.title == "Tea")
    #expect(picture.boxes.map(\.name) == ["#1 User", "#2 Assistant", "#3 User", "#4 Assistant"])
    #expect(
      picture.boxes.map(\.texts)
        == [["Which tea?"], ["The green one."], ["How hot?"], ["Eighty degrees."]])
    #expect(picture.outside == [] && picture.addresses == [])
    #expect(picture.description.contains("4 messages, 2 turns"))
  }

  @Test("another way is named where it leaves, and its messages look otherwise")
  func forks() throws {
    var talk = Talks.line(["Which tea?", "The green one.", "How long?", "Two minutes."])
    talk.say("How hot?", after: 2)
    let picture = try picture(talk.view())
    #expect(picture.boxes.map(\.message) == [1, 2, 3, 4, 5])
    #expect(picture.words.contains("Another way on from #2 · 2 messages"))
    #expect(try picture.box(5).look == "box user" && picture.box(3).look == "box")
    #expect(picture.description.contains("leave the path under way at 1 place"))
  }

  @Test("a conversation that begins anew shows what was said as another beginning")
  func reset() throws {
    var talk = Talks.line(["Which tea?", "The green one."])
    talk.session.leaf = nil
    let picture = try picture(talk.view())
    #expect(picture.words.contains("Another beginning · 2 messages"))
    #expect(picture.words.contains("Nothing is said yet on the path under way"))
    #expect(picture.boxes.map(\.message) == [1, 2])
  }

  @Test("an open topic in between is named where it begins")
  func asides() throws {
    var talk = Talks.line(["Which tea?", "The green one."])
    talk.session.asides = [.init(topic: "Cups & <saucers>", back: 2)]
    #expect(try picture(talk.view()).words.contains("In between: Cups & <saucers>"))
    talk.say("Which cup?", after: 2)
    let words = try picture(talk.view()).words
    let topic = try #require(words.firstIndex(of: "In between: Cups & <saucers>"))
    #expect(try topic < #require(words.firstIndex(of: "Which cup?")))
    #expect(try topic > #require(words.firstIndex(of: "The green one.")))
  }

  /// Two messages, an aside of four with another one in it, and a way on.
  private func left() -> Talks {
    var talk = Talks.line(["Which tea?", "The green one."])
    talk.say("Which cup?", after: 2, asides: ["Cups & <saucers>"])
    talk.say("A blue one.", .assistant, after: 3)
    talk.say("Which blue?", after: 4, asides: ["Colours"])
    for text in ["Light.", "How light?", "Very."] { talk.say(text, after: talk.session.leaf) }
    talk.say("How many?", after: 4)
    talk.say("How hot?", after: 2)
    return talk
  }

  @Test("a topic that was left is named as one, and not as another way on")
  func ended() throws {
    let picture = try picture(left().view())
    #expect(picture.boxes.map(\.message) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    #expect(picture.words.contains("In between, ended: Cups & <saucers> · 7 messages"))
    // The topic within it leaves it, though more was said on it.
    #expect(picture.words.contains("In between, ended: Colours · 4 messages"))
    #expect(!picture.words.contains { $0.hasPrefix("Another way") })
    #expect(picture.description.contains("1 topic in between left it and came back"))
    #expect(!picture.description.contains("Other ways"))
  }

  @Test("whoever is in a topic again sees it open, and the way on as another one")
  func reopened() throws {
    var talk = left()
    talk.session.leaf = 9
    talk.session.asides = [.init(topic: "Cups & <saucers>", back: 2)]
    let picture = try picture(talk.view())
    #expect(picture.words.contains("In between: Cups & <saucers>"))
    #expect(picture.words.contains("In between, ended: Colours · 4 messages"))
    #expect(picture.words.contains("Another way on from #2"))
    // One that was begun again, with nothing said, is told behind the last message.
    talk.session.leaf = 2
    let empty = try self.picture(talk.view())
    #expect(empty.words.contains("In between: Cups & <saucers> · 7 messages"))
    #expect(empty.words.last { $0.hasPrefix("In between") } == "In between: Cups & <saucers>")
  }

  @Test("what is trimmed before a topic that was left is marked, and the topic is not on the path")
  func trimmedAside() throws {
    var talk = Talks.line((1...8).map { "\($0) " + String(repeating: "word ", count: 60) })
    talk.say("Which cup?", after: 4, asides: ["Cups"])
    talk.session.leaf = 8
    let picture = try picture(talk.view(window: 512))
    #expect(try picture.boxes.contains { !$0.isSent } && picture.box(9).isSent)
    #expect(picture.boxes.map(\.message) == [1, 2, 3, 4, 9, 5, 6, 7, 8])
  }

  @Test("topics that lie in each other a hundred deep do not make a picture wide")
  func deep() throws {
    var talk = Talks()
    var parent: ChatMessage.ID?
    for level in 0..<100 {
      let asked = talk.say("Question \(level)", after: parent, asides: ["Topic \(level)"])
      talk.say("Way on \(level)", after: asked)
      parent = talk.say("Answer \(level)", .assistant, after: asked, asides: ["Answer"])
    }
    talk.session.leaf = nil
    let picture = try picture(talk.view())
    #expect(picture.width < 1100 && picture.outside == [])
    let page = try Readers.page(ConversationPage.html(talk.view()))
    #expect(page.messages.count == 300 && page.depth < 20)
  }

  @Test(
    "exactly the messages that the next request leaves out are marked, and what they cost is told")
  func trimmed() throws {
    let talk = Talks.line((1...12).map { "\($0) " + String(repeating: "word ", count: 60) })
    let view = try talk.view(window: 512)
    let outlook = try #require(view.outlook)
    var absent: [Int64] = []
    for case .trimmed(let ids) in outlook.notes { absent += ids }
    #expect(!absent.isEmpty && absent.count < 12)
    let picture = try picture(view)
    #expect(picture.boxes.filter { !$0.isSent }.map(\.message) == absent.map { $0 })
    #expect(picture.boxes.filter { !$0.isSent }.allSatisfy { $0.look == "box cut" })
    #expect(
      picture.words.contains(
        "Not sent with the next request: \(absent.count) messages, \(outlook.budget.trimmed) tokens"
      ))
    #expect(picture.words.contains("Sent with the next request"))
    let all = try self.picture(talk.view())
    #expect(all.boxes.allSatisfy(\.isSent) && !all.words.contains("Sent with the next request"))
  }

  @Test("a summary stands behind what it stands for, and both say so")
  func summary() throws {
    var talk = Talks.line(["Which tea?", "The green one.", "How hot?", "Eighty degrees."])
    talk.summarise(from: 1, through: 2, "Green tea.")
    let picture = try picture(talk.view())
    #expect(picture.boxes.map(\.message) == [1, 2, nil, 3, 4])
    #expect(picture.boxes[2].name == "Summary #5 · stands for #1 to #2")
    #expect(picture.boxes[2].texts == ["Green tea."] && picture.boxes[2].look == "box summary")
    #expect(picture.boxes.filter { !$0.isSent }.map(\.message) == [1, 2])
    #expect(picture.words.contains("Not sent: summary #5 stands for 2 messages"))
  }

  @Test("how an answer ended, what it cost and when it was said are told; times only where wanted")
  func details() throws {
    var talk = Talks.line(["Which tea?"])
    let origin = ChatMessage.Origin(
      provider: "openai", model: "m", usage: .init(input: 1200, output: 7),
      error: "the connection broke")
    talk.say("The gr", .assistant, after: 1, state: .failed, origin: origin)
    let words = try picture(talk.view()).words
    #expect(words.contains("#2 · turn 1 · 7 tokens"))
    #expect(words.contains("broken off: the connection broke"))
    #expect(words.contains { $0.contains("1,200 tokens in, 7 out, as the provider counted") })
    let timed = try picture(talk.view(time: { "at \($0)" })).words
    #expect(timed.contains("#2 · turn 1 · 7 tokens · at 2"))
  }

  @Test("the same conversation is drawn to the same bytes, and needs nothing from elsewhere")
  func same() throws {
    let talk = Talks.line(Talks.hostile)
    let first = try ConversationDrawing.svg(talk.view(window: 2000))
    #expect(try ConversationDrawing.svg(talk.view(window: 2000)) == first)
    let text = String(decoding: first, as: UTF8.self)
    #expect(text.contains("prefers-color-scheme:dark") && !text.contains("url("))
    #expect(text.hasSuffix("</svg>\n") && text.components(separatedBy: "http").count == 3)
  }
}
