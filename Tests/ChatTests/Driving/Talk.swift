import Chat
import Conversation
import ConversationStore
import Exporters
import Fetch
import Foundation
import JSON
import Patterns
import ProviderServer
import Providers
import Testing

/// One conversation with a server of the tests, in a store of its own that is gone afterwards.
final class Talk {
  let speech: Speech
  let server: ProviderServer
  let engine: ChatEngine
  let store: ConversationStore
  private let folder: URL
  /// Everything that was told while answers were waited for.
  private(set) var events: [ChatEvent] = []
  let cancellation = Cancellation()
  /// Stops the answer under way at its first words.
  var stopsAtWords = false

  static let key = "sk-test-7f3a9"

  init(
    _ speech: Speech = .openai, script: FilledConversation? = nil,
    session change: (inout Session) -> Void = { _ in },
    settings: DerivationSettings = DerivationSettings(),
    store options: StoreOptions = StoreOptions(),
    patience: Duration = .seconds(20),
    answering answer: @escaping @Sendable (ProviderServer.Request, Int) -> ServerAnswer
  ) throws {
    self.speech = speech
    server = try ProviderServer(answer)
    folder = FileManager.default.temporaryDirectory.appending(path: "talk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try ConversationStore(path: folder.appending(path: "store.db").path, options: options)
    let provider = try #require(Provider(rawValue: speech.rawValue))
    var session = Session(id: "", title: "Talk", provider: provider, created: 1)
    session.model = "m-1"
    session.baseURL = [.openai, .responses].contains(speech) ? server.url + "/v1" : server.url
    session.script = script.map {
      String(
        decoding: ConversationFile.encoded($0, pattern: "p", variant: "v"), as: UTF8.self)
    }
    change(&session)
    var random = SystemRandomNumberGenerator()
    let created = try store.create(session, random: &random)
    engine = try Self.engine(created.id, in: store, settings, patience)
  }

  /// Answers "answer 1", "answer 2" and so on, whatever is asked.
  convenience init(
    script: FilledConversation? = nil, session change: (inout Session) -> Void = { _ in },
    settings: DerivationSettings = DerivationSettings()
  ) throws {
    try self.init(script: script, session: change, settings: settings) { _, number in
      Speech.openai.says(["answer ", "\(number + 1)"])
    }
  }

  deinit {
    server.stop()
    try? FileManager.default.removeItem(at: folder)
  }

  private static func engine(
    _ id: String, in store: ConversationStore, _ settings: DerivationSettings, _ patience: Duration
  ) throws -> ChatEngine {
    let conversation = try store.load(id)
    var exchange = ExchangeOptions(userAgent: "Turnbook/0")
    exchange.usesProxies = false
    exchange.stallTimeout = patience
    let client = ProviderClient(
      try ProviderEndpoint(
        conversation.session.provider, baseURL: conversation.session.baseURL),
      options: ProviderOptions(exchange),
      pace: RetryPace(now: { 1_795_219_200_000 }, sleep: { _, _ in }, random: { 0.5 }))
    var time: Int64 = 10
    return ChatEngine(
      conversation, in: store,
      with: ChatEngine.Partner(client: client, key: APIKey(Self.key)), settings: settings
    ) {
      time += 1
      return time
    }
  }

  /// Another program that goes on with the same conversation.
  func another() throws -> ChatEngine {
    let store = try ConversationStore(path: path)
    return try Self.engine(engine.session.id, in: store, engine.settings, .seconds(20))
  }

  var path: String { folder.appending(path: "store.db").path }

  private func hear(_ event: ChatEvent) {
    events.append(event)
    if stopsAtWords, case .text = event { cancellation.cancel() }
  }

  @discardableResult
  func say(_ text: String) throws -> ChatMessage {
    try engine.say(text, until: cancellation, onEvent: hear)
  }

  @discardableResult
  func sayTurn(_ id: String? = nil, words: String? = nil) throws -> ChatMessage? {
    try engine.sayTurn(id, words: words, until: cancellation, onEvent: hear)
  }

  @discardableResult
  func askAgain() throws -> ChatMessage {
    try engine.askAgain(until: cancellation, onEvent: hear)
  }

  @discardableResult
  func recap() throws -> ChatMessage {
    try engine.recap(until: cancellation, onEvent: hear)
  }

  /// Role and content of the path, a line each.
  var said: [String] { engine.path.map { "\($0.role.rawValue): \($0.content)" } }

  var nextTurn: String? { engine.next?.id }

  /// What the server was asked, a line a message.
  func asked(_ number: Int) throws -> [String] {
    try #require(server.requests.indices.contains(number), "\(server.requests.count) requests")
    let body = try JSONValue(parsing: server.requests[number].body)
    let list = body["messages"]?.array ?? body["input"]?.array ?? body["contents"]?.array ?? []
    return list.map { message in
      let content = message["content"]?.string ?? message["parts"]?[0]?["text"]?.string ?? "?"
      return (message["role"]?.string ?? "?") + ": " + content
    }
  }

  var texts: String {
    events.map { if case .text(let words) = $0 { words } else { "" } }.joined()
  }

  /// What the file has, read by nobody who wrote it.
  func stored() throws -> StoredConversation {
    try ConversationStore(path: path).load(engine.session.id)
  }

  /// Judges the file: it says what the engine says, and no answer waits for its end.
  func checkStore(_ comment: Comment? = nil) throws {
    let stored = try stored()
    #expect(stored.tree.messages == engine.tree.messages, comment)
    var session = engine.session
    session.changed = stored.session.changed
    #expect(stored.session == session, comment)
    #expect(!stored.tree.messages.contains { $0.state == .underWay }, comment)
    #expect(try ConversationStore(path: path).sweep(session.id).isEmpty, comment)
    let bytes = try Data(contentsOf: URL(filePath: path))
    #expect(!bytes.contains(Data(Self.key.utf8)), comment)
  }
}

extension Data {
  fileprivate func contains(_ other: Data) -> Bool { range(of: other) != nil }
}

extension FilledConversation {
  /// A turn a text, numbered from 1.
  init(_ texts: String...) {
    self.init(
      turns: texts.enumerated().map { number, text in
        FilledTurn(id: "\(number + 1)", messages: [FilledMessage(.user, text)])
      })
  }
}

extension FilledMessage {
  init(_ role: Message.Role, _ text: String) { self.init(role: role, content: [.text(text)]) }
}

/// What a failure says, or "nothing failed".
func failure(_ body: () throws -> Void) -> String {
  do {
    try body()
    return "nothing failed"
  } catch let failure as ChatFailure {
    return failure.words
  } catch {
    return "\(error)"
  }
}
