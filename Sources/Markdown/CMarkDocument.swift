import CCMark
import CMarkArena

/// A document that libcmark parsed. The only file that knows libcmark; no pointer of it leaves as
/// anything but a ``Node``.
enum CMarkDocument {
  /// Parses `text` on this thread's arena and lends the root. No node may outlive `body`.
  static func parse<Result>(
    _ text: UnsafeBufferPointer<UInt8>, smart: Bool, _ body: (Node) throws -> Result
  ) rethrows -> Result? {
    defer { turnbook_arena_reset() }
    let options = CMARK_OPT_SOURCEPOS | CMARK_OPT_UNSAFE | (smart ? CMARK_OPT_SMART : 0)
    guard let parser = cmark_parser_new_with_mem(options, turnbook_arena_memory()) else {
      return nil
    }
    text.withMemoryRebound(to: CChar.self) { text in
      if let start = text.baseAddress { cmark_parser_feed(parser, start, text.count) }
    }
    guard let root = cmark_parser_finish(parser) else { return nil }
    return try body(Node(root))
  }
}

/// A node of a parsed document: a handle, valid only while its document is lent.
struct Node: Equatable {
  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) { self.pointer = pointer }

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  enum Kind: UInt32, Sendable {
    case none = 0
    case document, blockQuote, list, item, codeBlock, htmlBlock, customBlock, paragraph, heading
    case thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, customInline, emphasis, strong, link, image
  }

  var kind: Kind { Kind(rawValue: cmark_node_get_type(pointer).rawValue) ?? .none }
  var firstChild: Node? { Node(cmark_node_first_child(pointer)) }
  var lastChild: Node? { Node(cmark_node_last_child(pointer)) }
  var next: Node? { Node(cmark_node_next(pointer)) }
  var previous: Node? { Node(cmark_node_previous(pointer)) }
  var parent: Node? { Node(cmark_node_parent(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }

  /// Lines and columns as libcmark counts them, from 1, columns in bytes. A line is right but after
  /// a multi-line link title and in a paragraph that begins with a link definition; a column only
  /// on the first line of a block.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  /// The text of a text, code or HTML node.
  var literal: UnsafeBufferPointer<UInt8> { Self.bytes(of: cmark_node_get_literal(pointer)) }
  var url: UnsafeBufferPointer<UInt8> { Self.bytes(of: cmark_node_get_url(pointer)) }
  var title: UnsafeBufferPointer<UInt8> { Self.bytes(of: cmark_node_get_title(pointer)) }
  /// The info string of a fenced block.
  var fenceInfo: UnsafeBufferPointer<UInt8> { Self.bytes(of: cmark_node_get_fence_info(pointer)) }

  private static func bytes(of text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    let count = turnbook_length(text)
    return UnsafeRawBufferPointer(start: text, count: count).assumingMemoryBound(to: UInt8.self)
  }
}
