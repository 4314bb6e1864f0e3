package import Diagnostics
import YAML

extension FrontMatter {
  /// What a page says about one variable of its pattern.
  package struct Variable: Sendable, Hashable {
    package var name: Located<String>
    /// The text of the slot as written, where the variable is not found by its name.
    package var slot: Located<String>?
    package var label: Located<String>?
    package var description: Located<String>?
    package var type: Located<VariableType>?
    package var defaultValue: VariableValue?
    package var isRequired: Located<Bool>?
    package var choices: [Located<String>]?
    package var example: VariableValue?
    package var isMultiline: Located<Bool>?
    package var isList: Located<Bool>?
    package var remember: Located<Remembrance>?
    /// Names that the variable had before.
    package var aliases: [Located<String>] = []
    /// The whole declaration; the name alone where nothing is declared but that.
    package var range: ByteRange
  }

  /// What a variable's value must be.
  package enum VariableType: String, Sendable, Hashable, CaseIterable {
    case text, line, number, integer, boolean, choice, list, date, url, file, secret
  }

  /// How long a value is kept: asked every time, for the conversation, or for the person.
  package enum Remembrance: String, Sendable, Hashable, CaseIterable {
    case turn, session, always
  }

  /// A value as text, or a list of them for a variable that is a list.
  package enum VariableValue: Sendable, Hashable {
    case text(Located<String>)
    case list([Located<String>])
  }
}

extension FrontMatter.Variable {
  init(_ entry: YAMLEntry) {
    let value = entry.value
    name = Located(entry.key, entry.keyRange)
    range = value.isNull ? entry.keyRange : value.range
    for entry in value.entries ?? [] {
      let value = entry.value
      switch entry.key {
      case "slot": slot = value.locatedText
      case "label": label = value.locatedText
      case "description": description = value.locatedText
      case "type": type = value.locatedWord()
      case "default": defaultValue = FrontMatter.VariableValue(value)
      case "required": isRequired = value.locatedBool
      case "choices": choices = value.locatedTexts
      case "example": example = FrontMatter.VariableValue(value)
      case "multiline": isMultiline = value.locatedBool
      case "list": isList = value.locatedBool
      case "remember": remember = value.locatedWord()
      case "aliases": aliases = value.locatedTexts ?? []
      default: break
      }
    }
  }
}

extension FrontMatter.VariableValue {
  fileprivate init?(_ node: YAMLNode) {
    if let text = node.locatedText {
      self = .text(text)
    } else if let texts = node.locatedTexts {
      self = .list(texts)
    } else {
      return nil
    }
  }
}

extension YAMLNode {
  /// The texts of a list; entries that are no text are left out, they have been reported.
  var locatedTexts: [Located<String>]? { items?.compactMap(\.locatedText) }

  var locatedBool: Located<Bool>? { bool.map { Located($0, range) } }

  var locatedDate: Located<YAMLDate>? { date.map { Located($0, range) } }

  /// One of the words of an enumeration.
  func locatedWord<Word: RawRepresentable<String>>() -> Located<Word>? {
    text.flatMap(Word.init(rawValue:)).map { Located($0, range) }
  }
}
