/// How the lowering speaks to the rendering through libcmark: text around a byte that no source
/// contains.
///
/// - A block marker is a heading `# ␂a7{Title}␂`: a letter, an index, and text that libcmark parses
///   as inline content.
/// - A token is `{␂12␂}` or, where a letter stood, `␂12␂`: an index into the lowering's tokens. In
///   code and raw HTML it turns back into what stood there.
///
/// The braces stand where punctuation stood, so that emphasis beside them opens and closes as
/// before.
enum Marker {
  /// STX. A source that contains it is reported and the byte blanked before lowering.
  static let byte: UInt8 = 0x02

  enum Letter {
    /// The title of a container: an index into the lowering's blocks.
    static let block = UInt8(ascii: "a")
    /// The start of a table: an index into the tables.
    static let table = UInt8(ascii: "t")
    /// A cell: of the header row, the first of a body row, any further one.
    static let headerCell = UInt8(ascii: "h")
    static let rowCell = UInt8(ascii: "r")
    static let cell = UInt8(ascii: "c")
    /// A term of a definition list.
    static let term = UInt8(ascii: "d")
    /// An HTML element with inline content: an index into the blocks.
    static let element = UInt8(ascii: "s")
    /// Nothing: keeps two block quotes apart and ends paragraphs.
    static let end = UInt8(ascii: "e")
  }
}

/// A container of the dialect, as its marker's index finds it.
struct LoweredBlock {
  enum Kind {
    case admonition(type: String, classes: [String])
    case collapsible(type: String?, classes: [String], isOpen: Bool)
    case tab(startsSet: Bool, isSelected: Bool)
    case footnote(label: [UInt8])
    case definition
    /// An HTML element whose content is Markdown: its start tag without the `markdown` attribute,
    /// and its end tag.
    case element(start: [UInt8], end: [UInt8])
  }

  var kind: Kind
  var hasTitle: Bool
  /// Where its marker stands in the source.
  var file: Int
  var start: Int
  var end: Int
}

/// How a column of a table is aligned.
package enum ColumnAlignment: Sendable {
  case none, left, center, right
}

/// Something inside a line that libcmark does not know, with the source bytes it stands for.
struct Token {
  enum Kind {
    /// An index into the lowering's attribute lists.
    case attributes(Int)
    case footnote(label: [UInt8])
    case link(BareLink.Kind)
    /// `:name:` with the characters it stands for, or nil for an icon.
    case symbol(String?)
    /// A backslash before a character of the dialect.
    case escape(UInt8)
    case task(isDone: Bool)
  }

  var kind: Kind
  var file: Int
  var start: Int
  var end: Int
}
