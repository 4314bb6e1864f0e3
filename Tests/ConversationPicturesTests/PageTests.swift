import Conversation
import ConversationPictures
import Foundation
import Patterns
import Testing

@Suite("Conversations as pages", .enabled(if: Readers.arePresent, Readers.absent))
struct PageTests {
  private func page(_ view: ConversationView) throws -> Readers.Page {
    try Readers.page(ConversationPage.html(view))
  }

  @Test("the policy lets nothing pass but the one style, whose digest it names")
  func policy() throws {
    let page = try page(Talks.line(["Which tea?"]).view())
    let style = try Digest.base64(of: page.style)
    #expect(
      page.policy
        == "default-src 'none'; style-src 'sha256-\(style)'; base-uri 'none'; form-action 'none'")
  }

  @Test("other ways are parts that open, where they leave, and a link leads to each such place")
  func ways() throws {
    var talk = Talks.line(["Which tea?", "The green one.", "How long?", "Two minutes."])
    talk.say("How <hot>?", after: 2)
    talk.session.leaf = 4
    let page = try page(talk.view())
    #expect(page.messages.map(\.id) == ["m1", "m2", "m5", "m3", "m4"])
    #expect(page.parts == ["Another way on from #2 How <hot>?"])
    #expect(page.addresses.first == "#m2")
  }

  @Test("a topic that was left is a part that opens, with its name, and a link of its own")
  func asides() throws {
    var talk = Talks.line(["Which tea?", "The green one."])
    talk.say("Which <cup>?", after: 2, asides: ["Cups <&>"])
    talk.say("How hot?", after: 2)
    talk.say("Eighty degrees.", .assistant, after: 4)
    let page = try page(talk.view())
    #expect(page.messages.map(\.id) == ["m1", "m2", "m3", "m4", "m5"])
    #expect(page.parts == ["In between, ended: Cups <&> Which <cup>?"])
    #expect(page.addresses.first == "#m2")
    let text = String(decoding: try ConversationPage.html(talk.view()), as: UTF8.self)
    #expect(text.contains("Topics in between after <a") && !text.contains("Other ways on from"))
  }

  @Test("what is not sent is marked, and what stands for it is told")
  func marks() throws {
    var talk = Talks.line(["Which tea?", "The green one.", "How hot?", "Eighty degrees."])
    talk.summarise(from: 1, through: 2, "Green tea.")
    let page = try page(talk.view())
    #expect(
      page.messages.map(\.look)
        == ["user cut", "assistant cut", "summary", "user", "assistant"])
    #expect(
      page.marks
        == ["Not sent: summary #5 stands for 2 messages", "Sent with the next request"])
  }

  @Test("a request that cannot be sent says why")
  func problem() throws {
    var talk = Talks.line(["Which tea? " + String(repeating: "word ", count: 900)])
    talk.session.fit = .strict
    let text = String(decoding: try ConversationPage.html(talk.view(window: 512)), as: UTF8.self)
    #expect(text.contains("The next request cannot be sent: "))
  }
}

/// The digest of a text by the program `openssl`, as policies write it.
private enum Digest {
  static func base64(of text: String) throws -> String {
    let input = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(text.utf8).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["openssl", "dgst", "-sha256", "-binary", input.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return bytes.base64EncodedString()
  }
}
