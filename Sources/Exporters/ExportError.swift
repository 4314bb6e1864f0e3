/// Why there is no export.
package enum ExportError: Error, Hashable, Sendable {
  /// Requests hold no variables.
  case needsValues(ExportFormat)
  /// A template of another tool is filled by that tool.
  case fillsItself(ExportFormat)
  /// A turn goes back before, or repeats the answer to, one that does not stand before it.
  case unknownTurn(String, in: String)
  case nothingToSay
  /// Programs have no way to ask this provider.
  case cannotAsk(Provider, ExportFormat, why: String)
  /// The format has no way to write something that the pattern holds.
  case cannotHold(ExportFormat, Obstacle, turn: String)
}

extension ExportError {
  package enum Obstacle: Hashable, Sendable {
    /// These characters begin a variable and cannot be escaped.
    case braces(String)
    case roleMarker(String)
    /// The line would begin another message.
    case roleLine(String)
    /// The format changes these characters of a text.
    case character(Unicode.Scalar)
    case assistantMessage
    case severalMessages
    /// The format replaces a text of this form by something of the machine it is read on.
    case reference(String)
  }
}

extension ExportError: CustomStringConvertible {
  /// A sentence without a full stop.
  package var message: String {
    switch self {
    case .needsValues(let format):
      "\(format.rawValue) holds no variables: fill the pattern and choose this format there"
    case .fillsItself(let format):
      "\(format.rawValue) is a template that its own tool fills: export the pattern instead"
    case .unknownTurn(let turn, let user):
      "turn \(user) refers to turn \(turn), which does not stand before it"
    case .nothingToSay: "there is no message in any turn"
    case .cannotAsk(let provider, let format, let why):
      "\(format.rawValue) cannot ask \(provider.rawValue): \(why)"
    case .cannotHold(let format, let obstacle, let turn):
      "\(format.rawValue) cannot hold turn \(turn): \(obstacle.reason)"
    }
  }

  package var description: String { message }
}

extension ExportError.Obstacle {
  var reason: String {
    switch self {
    case .braces(let text): "it has no way to write \"\(text)\" there as plain text"
    case .roleMarker(let text): "\"\(text)\" is its own mark between messages"
    case .roleLine(let line): "its line \"\(line)\" would begin another message"
    case .character(let scalar):
      "it changes the character U+\(String(scalar.value, radix: 16, uppercase: true))"
    case .assistantMessage: "it has no place for words of the assistant"
    case .severalMessages: "it has no place for several messages of the same turn"
    case .reference(let text): "it would replace \"\(text)\" by something of the reader's machine"
    }
  }
}
