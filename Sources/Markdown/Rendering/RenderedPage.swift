package import Diagnostics

/// A page's body as HTML with holes for links, and everything the rest of the program asks of a
/// page's text.
package struct RenderedPage: Sendable {
  /// HTML without the targets of internal links.
  package var html: [UInt8] = []
  /// Where a link's target goes into `html`, in ascending order.
  package var holes: [Hole] = []
  /// Every link and image in the order in which they begin.
  package var links: [LinkRecord] = []
  package var headings: [Heading] = []
  /// Anchors besides those of headings: raw HTML, footnotes, tabs, attribute lists.
  package var anchors: [Anchor] = []
  /// Link definitions and footnotes, in the order of the text.
  package var definitions: [Definition] = []
  /// Comments that silence findings.
  package var ignores: [IgnoreComment] = []
  /// All comments, where they stand in their files.
  package var comments: [HTMLComment] = []
  /// Admonitions and collapsibles, in the order in which they begin.
  package var boxes: [Box] = []
  package var codeBlocks: [CodeBlock] = []
  /// Bold text that ends with a colon, as `**Problem:**`.
  package var labels: [TextLabel] = []
  package var diagnostics: [Diagnostic] = []
  /// Bytes of text that a reader reads, to tell the reading time.
  package var textSize = 0
  /// Only of a page that can have a pattern.
  package var outline: Outline?

  package init() {}
}

/// A place in a page's HTML where the target of a link belongs.
package struct Hole: Sendable, Hashable {
  package var offset: Int
  /// Index into the page's links.
  package var link: Int
}

/// A link, image or reference to a file, as the author wrote it.
package struct LinkRecord: Sendable {
  package enum Kind: Sendable, Hashable {
    case link, image
    /// An attribute of raw HTML: `href`, `src`, `srcset`, `poster`.
    case attribute
  }

  package struct Place: Sendable, Hashable {
    /// The printed path of the file.
    package var path: String
    package var range: ByteRange
  }

  package var kind: Kind
  /// The target after CommonMark's unescaping, before percent-decoding.
  package var destination: [UInt8]
  /// The printed path of the file with the link: the page, or a snippet in it.
  package var path: String
  /// The bytes of the target in that file; for a reference link, those of its definition.
  package var range: ByteRange
  /// The link as it stands in the text, where `range` is in a definition elsewhere.
  package var use: Place?
  /// What stands in the output when nothing better is known: raw HTML stays as written; nil where
  /// the escaped destination does.
  package var written: [UInt8]?
  /// Where a link's text, or an image's alternative text, stands in the page's HTML. Nil for an
  /// attribute of raw HTML and for a URL that is its own text.
  package var content: Range<Int>?
  /// Whether `range` is the target alone, and not the block it is somewhere in.
  package var isPlaced = true
  /// Whether this is the `src` of an `<img>` in raw HTML that has no `alt` at all.
  package var lacksAlternative = false
}

/// Something besides a heading that a fragment can name.
package struct Anchor: Sendable, Hashable {
  package enum Origin: Sendable {
    /// `{#id}`.
    case attributeList
    /// `id` or `name` in raw HTML.
    case html
    /// Footnotes and tabs: made by this program.
    case generated
  }

  package var name: String
  package var origin: Origin
  package var path: String
  /// The bytes of the name; empty for one that was generated.
  package var range: ByteRange
}

/// The definition of a reference link or of a footnote.
package struct Definition: Sendable, Hashable {
  package enum Kind: Sendable { case link, footnote }

  package var kind: Kind
  /// As references are compared: lower case, white space collapsed.
  package var label: String
  package var path: String
  /// The label with its brackets.
  package var range: ByteRange
  package var isUsed: Bool
  /// What links to it lead to; empty for a footnote.
  package var target: [UInt8] = []
}

/// A comment in HTML, from its first mark to its last.
package struct HTMLComment: Sendable, Hashable {
  package var path: String
  package var range: ByteRange
}

/// `<!-- turnbook-ignore TB-L003 reason -->`.
package struct IgnoreComment: Sendable, Hashable {
  package var codes: [Located<String>]
  /// Empty where the author gave none.
  package var reason: String
  package var path: String
  package var range: ByteRange
  /// The bytes whose findings it silences: the rest of its line, or the block after it.
  package var covered: ByteRange
}

/// An admonition or a collapsible.
package struct Box: Sendable, Hashable {
  package var type: String
  /// Its title and body in the page's HTML.
  package var html: Range<Int>
  package var path: String
  /// The line that begins it.
  package var range: ByteRange
}

/// A block of code.
package struct CodeBlock: Sendable, Hashable {
  /// The first word after the fence; empty where there is none.
  package var language: String
  /// Its offset in the page's HTML.
  package var offset: Int
  package var path: String
  /// The line that begins it.
  package var range: ByteRange
}

/// Bold text that ends with a colon.
package struct TextLabel: Sendable, Hashable {
  /// Without the colon.
  package var text: String
  /// Its offset in the page's HTML.
  package var offset: Int
}

/// A heading, for the page's contents and for links to it.
package struct Heading: Sendable, Hashable {
  package var level: Int
  package var anchor: String
  /// Where the heading begins in the page's HTML.
  package var offset = 0
  /// The anchor's bytes where its author wrote it himself.
  package var writtenAnchor: ByteRange?
  /// Inline HTML without links and anchors.
  package var html: [UInt8]
  /// The text alone.
  package var text: String
  package var path: String
  package var range: ByteRange
}
