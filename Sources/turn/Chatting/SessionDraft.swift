import ByteText
import Commands
import Conversation
import Exporters
import Patterns
import Terminal

/// A conversation that is about to begin, as flags and a pattern describe it.
struct SessionDraft {
  private let title: String?
  private let system: String?
  private let goal: String?
  private let steps: [String]
  private let turnLimit: Int?
  private let anchor: Int?
  private let fit: FitPolicy
  private let channel: Channel
  private let contact: String?

  init(_ invocation: Invocation) {
    title = invocation.value("title")
    system = invocation.value("system")
    goal = invocation.value("goal")
    steps = invocation.values("step")
    turnLimit = invocation.value("turns").flatMap { Int($0) }
    anchor = invocation.value("anchor").flatMap { Int($0) }
    fit = invocation.value("fit").flatMap(FitPolicy.init(rawValue:)) ?? .window
    channel = invocation.value("channel").flatMap(Channel.init(rawValue:)) ?? .cli
    contact = invocation.value("contact")
  }

  /// As `turn chat` without flags begins one.
  init(fit: FitPolicy) {
    title = nil
    system = nil
    goal = nil
    steps = []
    turnLimit = nil
    anchor = nil
    channel = .cli
    contact = nil
    self.fit = fit
  }

  /// How often the goal is said again where nobody says.
  private static let usualAnchor = 5

  func session(
    _ asking: Asking, pattern: Pattern?, variant: Variant?
  ) throws(Refusal) -> Session {
    let provider = asking.provider ?? Self.provider(for: pattern)
    var session = Session(
      id: "", title: title ?? pattern?.title ?? "Conversation", provider: provider,
      created: WallClock.now)
    session.system = system
    if let statement = goal ?? pattern?.goal?.statement {
      let own = goal == nil ? pattern?.goal?.doneWhen ?? [] : []
      session.goal = Goal(
        statement: statement, steps: (own + steps).map { Goal.Step(text: $0) })
    } else if !steps.isEmpty {
      throw Refusal(.usage, "a step belongs to a goal, and there is none\nSay it with --goal TEXT.")
    }
    // A goal may be set later.
    session.anchorEvery = anchor ?? Self.usualAnchor
    session.turnLimit = turnLimit
    session.model = asking.model
    session.baseURL = asking.baseURL
    session.fit = fit
    session.window = asking.window ?? Self.window(of: pattern, provider)
    session.channel = channel
    session.contact = contact
    if let pattern, let variant {
      session.pattern = Session.PatternReference(
        id: pattern.id, variant: variant.id,
        sha256: SHA256.hexadecimal(of: PatternFile.encoded(pattern)))
    }
    return session
  }

  /// The first provider whose key is there, those of the pattern's platforms before others.
  static func provider(for pattern: Pattern?) -> Provider {
    let named = pattern?.platforms.compactMap { provider(ofPlatform: $0.id) } ?? []
    let all: [Provider] = named + [.openai, .anthropic, .gemini]
    return all.first { provider in
      provider.keyVariables.contains { Environment.value($0) != nil }
    } ?? named.first ?? .openai
  }

  private static func provider(ofPlatform id: String) -> Provider? {
    switch id {
    case "openai", "chatgpt", "gpt": .openai
    case "claude", "anthropic": .anthropic
    case "gemini", "google": .gemini
    default: nil
    }
  }

  /// What the guide says of the window of the provider's platform.
  private static func window(of pattern: Pattern?, _ provider: Provider) -> Int? {
    let asked = provider == .responses ? Provider.openai : provider
    return pattern?.platforms.first { Self.provider(ofPlatform: $0.id) == asked }?.window
  }
}

extension Filling {
  /// The values that count for the whole conversation. Secrets are in the words alone.
  func remembered(_ sources: [GivenValues]) -> [RememberedValue] {
    variables.compactMap { variable in
      guard variable.remember != .turn, variable.kind != .secret else { return nil }
      let names = [variable.name] + variable.aliases
      let values = sources.map { $0.values.filter { names.contains($0.name) } }.last { !$0.isEmpty }
      guard let values, let last = values.last, !last.value.isEmpty else { return nil }
      let text = variable.takesList ? values.map(\.value).joined(separator: "; ") : last.value
      return RememberedValue(name: variable.name, value: text)
    }
  }
}
