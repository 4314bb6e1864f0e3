/// One flag of a command.
package struct FlagSpec: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// On when given.
    case toggle
    /// On as `--name`, off as `--no-name`.
    case negatable
    /// Takes a value; given twice, the last one counts, so that an alias can be overridden.
    case value(String, ValueKind)
    /// Takes a value each time and collects them.
    case repeated(String, ValueKind)
  }

  /// The name without dashes.
  package let long: String
  package let short: Character?
  package let kind: Kind
  /// What happens without the flag, in words for help; nil when that goes without saying.
  package let defaultText: String?
  /// A sentence without a full stop: `Write the site into DIR`.
  package let help: String

  private init(
    _ long: String, _ short: Character?, _ kind: Kind, _ defaultText: String?, _ help: String
  ) {
    self.long = long
    self.short = short
    self.kind = kind
    self.defaultText = defaultText
    self.help = help
  }
}

extension FlagSpec {
  package static func toggle(
    _ long: String, short: Character? = nil, _ help: String
  ) -> FlagSpec {
    FlagSpec(long, short, .toggle, nil, help)
  }

  package static func negatable(
    _ long: String, short: Character? = nil, default text: String? = nil, _ help: String
  ) -> FlagSpec {
    FlagSpec(long, short, .negatable, text, help)
  }

  /// `name` is what help calls the value: `DIR`.
  package static func value(
    _ long: String, short: Character? = nil, _ name: String, _ kind: ValueKind,
    default text: String? = nil, _ help: String
  ) -> FlagSpec {
    FlagSpec(long, short, .value(name, kind), text, help)
  }

  /// `name` is what help calls one of the values.
  package static func repeated(
    _ long: String, short: Character? = nil, _ name: String, _ kind: ValueKind,
    default text: String? = nil, _ help: String
  ) -> FlagSpec {
    FlagSpec(long, short, .repeated(name, kind), text, help)
  }

  static let help = toggle("help", short: "h", "Show this help and stop")
  static let version = toggle("version", "Show the version and stop")
}

extension FlagSpec {
  /// What help calls the value and what it may be; nil for a flag without one.
  var value: (name: String, kind: ValueKind)? {
    switch kind {
    case .toggle, .negatable: nil
    case .value(let name, let kind), .repeated(let name, let kind): (name, kind)
    }
  }

  var isRepeated: Bool {
    if case .repeated = kind { true } else { false }
  }

  /// The spellings with two dashes.
  var longSpellings: [String] {
    kind == .negatable ? ["--\(long)", "--no-\(long)"] : ["--\(long)"]
  }

  var shortSpelling: String? { short.map { "-\($0)" } }

  /// Every spelling, the short one first.
  var spellings: [String] { (shortSpelling.map { [$0] } ?? []) + longSpellings }
}
