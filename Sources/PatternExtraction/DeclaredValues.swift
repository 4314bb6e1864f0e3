import Diagnostics
import Pages
import Patterns

extension Variable {
  /// Takes over what the page's front matter says.
  mutating func take(_ declared: FrontMatter.Variable) {
    if let value = declared.label?.value { label = value }
    if let value = declared.description?.value { description = value }
    if let type = declared.type?.value {
      kind = Kind(rawValue: type.rawValue) ?? kind
      if kind == .list { isList = true }
    }
    if let list = declared.choices {
      choices = list.map(\.value)
      if declared.type == nil, !choices.isEmpty { kind = .choice }
    }
    if let value = declared.defaultValue {
      standard = value.text
      isRequired = false
    }
    if let value = declared.isRequired?.value { isRequired = value }
    if let value = declared.example { example = value.text }
    if let value = declared.isMultiline?.value { isMultiline = value }
    if let value = declared.isList?.value { isList = value }
    if let value = declared.remember?.value {
      remember = Memory(rawValue: value.rawValue) ?? remember
    }
    aliases = declared.aliases.map(\.value)
  }
}

extension FrontMatter.VariableValue {
  /// A list as its values, one a line.
  fileprivate var text: String {
    switch self {
    case .text(let text): text.value
    case .list(let texts): texts.map(\.value).joined(separator: "\n")
    }
  }
}
