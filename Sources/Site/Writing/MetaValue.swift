import Templating
import YAML

/// Front matter that the program does not know, as templates see it.
enum MetaValue {
  static func value(_ node: YAMLNode) -> TemplateValue {
    if node.isNull { return .null }
    if let entries = node.entries {
      return .object(TemplateObject(entries.map { ($0.key, value($0.value)) }))
    }
    if let items = node.items { return .list(items.map(value)) }
    if let flag = node.bool { return .bool(flag) }
    return node.text.map { .string($0) } ?? .null
  }
}
