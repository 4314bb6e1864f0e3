/// A piece of a parsed template. Text ranges are offsets into the template's bytes.
enum TemplateNode: Sendable {
  case text(TextNode)
  case value(ValueNode)
  case section(SectionNode)
  case include(IncludeNode)
  case block(BlockNode)
}

/// At most one line of literal text, its line ending included.
struct TextNode: Sendable {
  var range: Range<Int>
  /// Indentation belongs before it.
  var startsLine: Bool
}

/// `{{name}}`, `{{{name}}}`, `{{&name}}`.
struct ValueNode: Sendable {
  let tag: Tag
  let isEscaped: Bool
  var startsLine: Bool
}

/// `{{#name}}…{{/name}}` and `{{^name}}…{{/name}}`.
struct SectionNode: Sendable {
  let tag: Tag
  var startsLine: Bool
  var children: [TemplateNode]

  var isInverted: Bool { tag.kind == .inverted }
}

/// `{{>name}}` and `{{<name}}…{{/name}}`.
struct IncludeNode: Sendable {
  let tag: Tag
  /// The blanks before a tag that has its line to itself: every line of the other template gets
  /// them. Nil for a tag within a line.
  var indentation: Range<Int>?
  var startsLine: Bool
  /// The blocks inside a parent tag.
  var arguments: [BlockNode] = []
}

/// `{{$name}}…{{/name}}`: a place that can be filled, or inside a parent tag what fills it.
struct BlockNode: Sendable {
  enum Placement: Sendable {
    /// The opening tag has its line to itself.
    case ownLines
    /// Nothing but blanks before the opening tag; they are `indentation`, not text.
    case lineStart
    case withinLine
  }

  let tag: Tag
  var placement: Placement
  /// The blanks that each line of an overriding block gets.
  var indentation: Range<Int>
  var children: [TemplateNode]
}

extension TemplateNode {
  /// Marks that indentation belongs before this piece.
  mutating func markLineStart() {
    switch self {
    case .text(var node):
      node.startsLine = true
      self = .text(node)
    case .value(var node):
      node.startsLine = true
      self = .value(node)
    case .section(var node):
      node.startsLine = true
      self = .section(node)
    case .include(var node):
      // A partial with lines of its own is indented line by line already.
      if node.indentation == nil { node.startsLine = true }
      self = .include(node)
    case .block(var node):
      if node.placement == .withinLine { node.placement = .lineStart }
      self = .block(node)
    }
  }
}
