/// An open block that holds others, while lines are lowered.
struct Container {
  enum Kind {
    /// A list item of the source; `width` columns of white space continue it.
    case item
    /// A block quote of the source.
    case quote
    /// A block whose body is indented by `width` columns; lowered to a block quote.
    case indented
    /// `:::` with that many colons, to the line of as many colons; lowered to a block quote.
    case aside(colons: Int)
    /// An HTML element with a `markdown` attribute, to its end tag; `depth` counts elements of its
    /// name inside.
    case element(name: [UInt8], depth: Int)
  }

  var kind: Kind
  var width = 0
  /// The text of a definition list's definition.
  var isDefinition = false
  /// A list item that has no content yet ends at a blank line.
  var isEmpty = false
  /// A list item's own columns of white space, and whether it has a number.
  var indent = 0
  var isOrdered = false
  /// What the lines of an indented body begin with.
  var indentation = Indentation()

  var isElement: Bool { if case .element = kind { true } else { false } }

  /// Whether the lowered text has a block quote for it that the source has not.
  var isLowered: Bool {
    switch kind {
    case .item, .quote: false
    case .indented, .aside, .element: true
    }
  }
}

/// Which white space the lines of a body are indented by.
struct Indentation {
  /// The white space of each line with tabs, and the columns that it is wide.
  var tabbed: [(file: Int, range: Range<Int>, width: Int)] = []
  var hasSpaces = false
  /// An index into the findings, where both were found.
  var finding: Int?
}

/// The block of text that the last line left open.
enum Leaf {
  case none
  case paragraph
  case fence(byte: UInt8, count: Int)
  /// An HTML block that ends at the given text, or at a blank line when there is none.
  case html(HTMLBlockEnd)
  case table(columns: Int)
}
