import Conversation
import Fetch
import ProviderServer
import Providers
import Synchronization
import Testing

@Suite("Recorded answers")
struct RecordingTests {
  private final class File: Sendable {
    private let content = Mutex<[UInt8]>([])
    func append(_ bytes: [UInt8]) { content.withLock { $0 += bytes } }
    var bytes: [UInt8] { content.withLock { $0 } }
    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  private func record(
    _ speech: Speech, _ answers: ServerAnswer..., into file: File,
    _ question: ChatRequest = Asking.question
  ) throws -> Asking {
    let server = try ProviderServer { _, number in answers[min(number, answers.count - 1)] }
    var network = ExchangeOptions(userAgent: "t")
    network.usesProxies = false
    let transport = RecordingTransport(NetworkTransport(network)) { file.append($0) }
    return try Asking(speech, at: server.url, question, transport: transport)
  }

  /// Nobody listens there.
  private func replay(
    _ speech: Speech, _ file: File, _ question: ChatRequest = Asking.question,
    matching: Replay.Matching = .request
  ) throws -> Asking {
    let replay = try Replay(parsing: file.bytes, matching: matching)
    return try Asking(speech, at: "http://127.0.0.1:1", question, transport: replay)
  }

  @Test("an answer is replayed as it was recorded, byte by byte", arguments: Speech.allCases)
  func same(speech: Speech) throws {
    let file = File()
    let answer = speech.says(["Zü", "rich 🙂", " \"x\"\n"]).split(every: 1)
    let first = try record(speech, answer, into: file)
    #expect(first.answer?.text == "Zürich 🙂 \"x\"\n")
    let second = try replay(speech, file)
    #expect(second.answer == first.answer)
    #expect(second.texts.joined() == first.texts.joined())
    #expect(file.bytes.last == UInt8(ascii: "\n"))
    #expect(file.text.split(separator: "\n").count == 1)
  }

  @Test("what failed fails again, and is asked again, as it was recorded")
  func failures() throws {
    let file = File()
    let busy = Speech.anthropic.fails(529, kind: "overloaded_error", "Overloaded")
    let first = try record(.anthropic, busy, Speech.anthropic.says(["Back"]), into: file)
    #expect(first.answer?.text == "Back")
    let second = try replay(.anthropic, file)
    #expect(second.answer?.text == "Back" && second.waits == first.waits)
    let cut = File()
    let half = Speech.openai.says(["One ", "two"]).after(2, .cut)
    #expect(try record(.openai, half, into: cut).failure?.partial == "One ")
    let again = try replay(.openai, cut)
    #expect(again.failure?.reason == .cut && again.failure?.partial == "One ")
  }

  @Test("a key never gets into a recording, even when the server repeats it")
  func noKey() throws {
    for speech in Speech.allCases {
      let file = File()
      let words = ["your key is ", Asking.key, ", I think"]
      _ = try record(speech, speech.says(words).split(every: 3), into: file)
      _ = try record(
        speech, speech.fails(401, kind: "x", "wrong key \(Asking.key)"), into: file)
      #expect(!file.text.contains(Asking.key), "\(speech)")
      #expect(!file.text.lowercased().contains("authorization"))
      #expect(file.text.contains("(key)"))
      #expect(try replay(speech, file).answer?.text == "your key is (key), I think")
    }
  }

  @Test("a request is found by what it asks, in whatever order it was recorded")
  func matched() throws {
    let file = File()
    var other = Asking.question
    other.parts[3].content = "Something else"
    _ = try record(.openai, Speech.openai.says(["first"]), into: file)
    _ = try record(.openai, Speech.openai.says(["second"]), into: file, other)
    #expect(try replay(.openai, file, other).answer?.text == "second")
    #expect(try replay(.openai, file).answer?.text == "first")
    #expect(try replay(.openai, file, other, matching: .order).answer?.text == "first")
    var third = other
    third.parts[3].content = "Never asked"
    let missing = try replay(.openai, file, third)
    guard case .notRecorded(.noAnswer) = missing.failure?.reason else {
      Issue.record("\(String(describing: missing.failure))")
      return
    }
    #expect(missing.failure?.help == "record it anew with --record")
    // Another model is another question.
    third = Asking.question
    third.model = "m-2"
    #expect(try replay(.openai, file, third).answer == nil)
  }

  @Test("recordings may be written by hand, and answer in their order")
  func byHand() throws {
    let lines = "{\"text\": \"One\"}\n\n  {\"text\": \"Two\", \"status\": 200}\r\n"
    let replay = try Replay(parsing: Array(lines.utf8))
    #expect(replay.count == 2)
    for text in ["One", "Two"] {
      let asking = try Asking(.gemini, at: "http://127.0.0.1:1", transport: replay)
      #expect(asking.answer?.text == text && asking.answer?.finish == .stop)
    }
    let over = try Asking(.gemini, at: "http://127.0.0.1:1", transport: replay)
    #expect(over.failure?.reason == .notRecorded(.noMore(count: 2)))
  }

  @Test(
    "a line that is no recording is named",
    arguments: [
      ("{\"text\":\"a\"}\n{", 2, "the text ends inside an object"), ("[]", 1, "it is no object"),
      ("\n{\"status\":200}", 2, "it has neither \"text\" nor \"chunks\""),
      ("{\"text\":\"a\",\"status\":7}", 1, "its \"status\" is no status of HTTP"),
      (
        "{\"chunks\":[{\"hex\":\"0g\"}]}", 1,
        "one of its chunks is neither text nor {\"hex\": …}"
      ),
    ])
  func unreadable(file: String, line: Int, why: String) {
    #expect(throws: RecordingProblem.unreadable(line: line, why: why)) {
      try Replay(parsing: Array(file.utf8))
    }
  }
}
