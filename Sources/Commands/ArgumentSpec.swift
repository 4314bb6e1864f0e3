/// One argument of a command, told by its place and not by a flag.
package struct ArgumentSpec: Hashable, Sendable {
  package enum Arity: Hashable, Sendable {
    case required
    case optional
    /// All that are left, at least so many; only for a command's last argument.
    case repeated(minimum: Int)
  }

  /// What help and errors call it: `FOLDER`.
  package let name: String
  package let kind: ValueKind
  package let arity: Arity
  /// What stands for it when it is not given, in words for help.
  package let defaultText: String?
  /// A sentence without a full stop: `The folder of the guide`.
  package let help: String

  private init(
    _ name: String, _ kind: ValueKind, _ arity: Arity, _ defaultText: String?, _ help: String
  ) {
    self.name = name
    self.kind = kind
    self.arity = arity
    self.defaultText = defaultText
    self.help = help
  }

  package static func required(_ name: String, _ kind: ValueKind, _ help: String) -> ArgumentSpec {
    ArgumentSpec(name, kind, .required, nil, help)
  }

  package static func optional(
    _ name: String, _ kind: ValueKind, default text: String? = nil, _ help: String
  ) -> ArgumentSpec {
    ArgumentSpec(name, kind, .optional, text, help)
  }

  package static func repeated(
    _ name: String, _ kind: ValueKind, minimum: Int, _ help: String
  ) -> ArgumentSpec {
    ArgumentSpec(name, kind, .repeated(minimum: minimum), nil, help)
  }
}

extension ArgumentSpec {
  var isRepeated: Bool {
    if case .repeated = arity { true } else { false }
  }

  /// As a usage line shows it: `NAME`, `[FOLDER]`, `FILE...`, `[FILE...]`; a short list of choices
  /// by its words.
  var usage: String {
    let label = kind.choices.isEmpty || isRepeated ? name : kind.choices.joined(separator: "|")
    return switch arity {
    case .required: label
    case .optional: "[\(label)]"
    case .repeated(let minimum): minimum == 0 ? "[\(label)...]" : "\(label)..."
    }
  }
}
