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
  package var anchors: [String] = []
  package var diagnostics: [Diagnostic] = []
  /// Bytes of text that a reader reads, to tell the reading time.
  package var textSize = 0

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

  package var kind: Kind
  /// The target after CommonMark's unescaping, before percent-decoding.
  package var destination: [UInt8]
  /// The printed path of the file with the link: the page, or a snippet in it.
  package var path: String
  /// The bytes of the target in that file; for a reference link, those of its definition.
  package var range: ByteRange
  /// The link as it stands in the text, where `range` is in a definition elsewhere.
  package var use: ByteRange?
  /// What stands in the output when nothing better is known: raw HTML stays as written; nil where
  /// the escaped destination does.
  package var written: [UInt8]?
}

/// A heading, for the page's contents and for links to it.
package struct Heading: Sendable, Hashable {
  package var level: Int
  package var anchor: String
  /// Inline HTML without links and anchors.
  package var html: [UInt8]
  /// The text alone.
  package var text: String
  package var path: String
  package var range: ByteRange
}
