import Conversation
import Fetch
import ProviderServer
import Providers
import Testing

@Suite(
  "Providers as their own packages know them", .enabled(if: Peers.arePresent, Peers.absent))
struct PeerTests {
  private struct Heard: Decodable {
    var text: String?
    var finish: String?
    var input: Int?
    var output: Int?
    var error: String?
    var status: Int?
  }

  private static let words = ["Zürich", ", naïve ", "🙂 \"quoted\"\n", "日本"]

  /// The tests' server would prove nothing if it spoke in a way of its own.
  @Test("their packages hear the tests' server say what we hear")
  func judged() throws {
    let answers = Speech.allCases.flatMap { speech in
      [
        (speech, speech.says(Self.words)), (speech, speech.says(Self.words).split(every: 1)),
        (speech, speech.fails(401, kind: "authentication_error", "no such key")),
      ]
    }
    let servers = try answers.map { try ProviderServer($0.1) }
    let questions = zip(answers, servers).map { [$0.0.rawValue, $1.url] }
    let heard = try Peers.answers("sdks.py", questions, as: Heard.self)
    #expect(heard.count == answers.count)
    for ((speech, answer), (server, theirs)) in zip(answers, zip(servers, heard)) {
      let ours = try Asking(speech, at: server.url)
      #expect(ours.answer?.text == theirs.text, "\(speech)")
      #expect(ours.answer?.rawFinish == theirs.finish, "\(speech)")
      #expect(
        ours.answer?.usage?.input == theirs.input && ours.answer?.usage?.output == theirs.output)
      #expect((ours.failure != nil) == (theirs.error != nil), "\(speech) \(theirs)")
      if answer.status != 200 {
        #expect(ours.failure?.status == theirs.status, "\(speech)")
        #expect(theirs.error?.contains("no such key") == true)
        #expect(ours.failure?.said == "no such key")
      }
      // Both ask at the same place.
      let paths = server.requests.map(\.path)
      #expect(paths.count == 2 && Set(paths).count == 1, "\(paths)")
    }
  }

  @Test("every request that is sent is one by their types")
  func requests() throws {
    var long = Asking.question
    long.maximumTokens = 77
    var alone = Asking.question
    alone.parts = [Asking.question.parts[3]]
    var kept = alone
    kept.isKept = true
    var chained = kept
    chained.previousResponse = "resp_0"
    chained.parts.insert(Asking.question.parts[0], at: 0)
    var questions: [[String]] = []
    for speech in Speech.allCases {
      for request in [Asking.question, long, alone, kept] + (speech == .responses ? [chained] : [])
      {
        let server = try ProviderServer(speech.says(["x"]))
        #expect(try Asking(speech, at: server.url, request).answer?.text == "x")
        let sent = try #require(server.requests.first)
        questions.append([speech.rawValue + " stream", sent.text])
        #expect(sent.method == "POST" && sent.headers["content-type"] == "application/json")
        let key =
          ["openai", "responses", "ollama"].contains(speech.rawValue)
          ? "authorization" : speech == .anthropic ? "x-api-key" : "x-goog-api-key"
        #expect(sent.headers[key]?.hasSuffix(Asking.key) == true)
        #expect((sent.headers["anthropic-version"] == "2023-06-01") == (speech == .anthropic))
        #expect(!sent.text.contains(Asking.key) && !sent.path.contains(Asking.key))
      }
    }
    let wrong = [
      ["openai stream", #"{"model":"x","messages":[{"role":"user","content":"u"}]}"#],
      [
        "openai stream",
        #"{"model":"x","messages":[{"role":"user","content":"u"}],"stream":true,"streams":1}"#,
      ],
      [
        "responses stream",
        #"{"model":"x","input":[{"role":"user","content":"u"}],"stream":true,"previous":"r"}"#,
      ],
      [
        "anthropic stream",
        #"{"model":"x","max_tokens":1,"messages":[{"role":"user","content":"u"}],"stream":"yes"}"#,
      ],
      [
        "ollama stream",
        #"{"model":"x","messages":[{"role":"user","content":"u"}],"stream":false}"#,
      ],
      ["gemini stream", #"{"contents":[{"role":"user","parts":[{"text":"u"}]}],"stream":true}"#],
    ]
    let problems = try Peers.answers("payloads.py", questions + wrong, as: [String].self)
    for (question, problems) in zip(questions, problems) {
      #expect(problems.isEmpty, "\(question) \(problems)")
    }
    for (question, problems) in zip(wrong, problems.dropFirst(questions.count)) {
      #expect(!problems.isEmpty, "\(question)")
    }
  }
}
