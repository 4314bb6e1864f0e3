package import Diagnostics

/// A value of a YAML document, with its place in the file.
package struct YAMLNode: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case scalar(String, YAMLScalarStyle)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  package var content: Content
  /// The bytes of the value in the file. Where an alias (`*name`) stands for the value, the bytes
  /// of the alias.
  package var range: ByteRange
  /// A tag that YAML itself does not define, as written: `!ENV`, `!!python/name:…`.
  package var tag: String?

  package init(_ content: Content, range: ByteRange, tag: String? = nil) {
    self.content = content
    self.range = range
    self.tag = tag
  }

  /// The value of the first entry with this key; nil where there is none or this is no mapping.
  package subscript(key key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }
}

/// One `key: value` of a mapping.
package struct YAMLEntry: Sendable, Hashable {
  package var key: String
  package var keyRange: ByteRange
  package var value: YAMLNode

  package init(key: String, keyRange: ByteRange, value: YAMLNode) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}

/// How a scalar is written. Only a plain one can be a number, a date, a truth value or nothing; the
/// others are text.
package enum YAMLScalarStyle: Sendable, Hashable {
  case plain
  /// In single or double quotes, or tagged `!!str`.
  case quoted
  /// A literal (`|`) or folded (`>`) block.
  case block
}
