import Chat
import Commands
import Conversation
import Exporters
import Fetch
import FileTree
import Providers
import Terminal
import Tokens

/// How a model is asked: what the flags of `turn chat` and its relatives say of it.
struct Asking {
  var provider: Provider?
  var model: String?
  let baseURL: String?
  let maximumTokens: Int?
  let window: Int?
  private let vocabulary: String?
  private let replay: String?
  private let recording: String?
  private let chains: Bool

  init(_ invocation: Invocation) throws(Refusal) {
    var provider = invocation.value("provider").flatMap(Provider.init(rawValue:))
    baseURL = invocation.value("base-url")
    if let api = invocation.value("api") {
      guard provider == nil || provider == .openai || provider == .responses else {
        throw Refusal(.usage, "--api \(api) belongs to the provider openai")
      }
      provider = api == "responses" ? .responses : .openai
    } else if provider == nil, baseURL != nil {
      provider = .openai
    }
    self.provider = provider
    model = invocation.value("model")
    maximumTokens = invocation.value("max-tokens").flatMap { Int($0) }
    window = invocation.value("window").flatMap { Int($0) }
    vocabulary = invocation.value("vocabulary")
    replay = invocation.value("replay")
    recording = invocation.value("record")
    chains = invocation.toggle("chain") ?? true
  }

  /// Asks as it was asked when the answers to be replayed were recorded, whatever keys are there now.
  mutating func asksAsRecorded() throws(Refusal) {
    guard let replay, let asked = try Self.recorded(in: replay).asked else { return }
    guard provider == nil || provider == asked.provider else { return }
    provider = asked.provider
    model = model ?? asked.model
  }

  /// What a request is fitted to.
  /// - Parameter known: The window where no flag says it.
  func settings(window known: Int? = nil) throws(Refusal) -> DerivationSettings {
    let window = window ?? known
    var settings = DerivationSettings(window: window, maximumTokens: maximumTokens, chains: chains)
    settings.reserve = maximumTokens ?? min(settings.reserve, (window ?? .max) / 4)
    if let vocabulary { settings.counter = .vocabulary(try Self.vocabulary(vocabulary)) }
    return settings
  }

  static func vocabulary(_ path: String) throws(Refusal) -> Vocabulary {
    let bytes = try read(path, limit: 1 << 26)
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    do throws(VocabularyError) { return try Vocabulary(reading: bytes, fileName: name) } catch {
      throw Refusal(.content, "\(path): \(error.words)\n\(Refusal.sentence(error.help))")
    }
  }

  static func recorded(in path: String) throws(Refusal) -> Replay {
    let bytes = try read(path, limit: 1 << 28)
    do throws(RecordingProblem) { return try Replay(parsing: bytes) } catch {
      throw Refusal(.content, "\(path): \(error.words)\n\(Refusal.sentence(error.help))")
    }
  }

  private static func read(_ path: String, limit: Int) throws(Refusal) -> [UInt8] {
    do throws(FileError) { return try FileReader.read(path, limit: limit) } catch {
      throw Refusal(error)
    }
  }

  /// Who answers in a session.
  /// - Parameter needsKey: Not so where nothing is sent.
  func partner(
    for session: Session, needsKey: Bool = true
  ) throws(Refusal) -> ChatEngine.Partner {
    try partner(
      for: session, through: try transport(), needsKey: needsKey && replay == nil,
      pace: RetryPace(now: { WallClock.now }))
  }

  /// The same with another way to be asked.
  func partner(
    for session: Session, through transport: (any ProviderTransport)?, needsKey: Bool,
    pace: RetryPace
  ) throws(Refusal) -> ChatEngine.Partner {
    let wanted = (session.provider, session.baseURL)
    do throws(ProviderFailure) {
      let endpoint: ProviderEndpoint
      var key: APIKey?
      if !needsKey {
        endpoint = try ProviderEndpoint(
          wanted.0, baseURL: wanted.1, environment: Environment.value)
      } else {
        let access = try ProviderAccess(
          wanted.0, baseURL: wanted.1, environment: Environment.value)
        (endpoint, key) = (access.endpoint, access.key)
      }
      let client = ProviderClient(
        endpoint, options: options, pace: pace, transport: transport)
      return ChatEngine.Partner(client: client, key: key)
    } catch {
      throw Refusal(.work, "\(error.words)\n\(Refusal.sentence(error.help))")
    }
  }

  var options: ProviderOptions {
    var exchange = ExchangeOptions(userAgent: "turn/\(Version.text)")
    exchange.certificates = Environment.value("SSL_CERT_FILE")
    return ProviderOptions(exchange)
  }

  private func transport() throws(Refusal) -> (any ProviderTransport)? {
    if let replay { return try Self.recorded(in: replay) }
    guard let recording else { return nil }
    // Written anew by each run, and line by line, so that a run that ends early keeps what it has.
    do throws(FileError) { try OutputFile.write([], to: recording) } catch { throw Refusal(error) }
    return RecordingTransport(NetworkTransport(options.exchange)) { line in
      do throws(FileError) { try OutputFile.append(line, to: recording) } catch {
        StandardStream.error.write(Failure.text(error.diagnostic()))
      }
    }
  }
}
