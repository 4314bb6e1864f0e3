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
