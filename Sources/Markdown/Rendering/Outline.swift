import ByteText
package import Diagnostics

/// What a page says, block by block in the order of the text, for those who look for a pattern in
/// it.
package struct Outline: Sendable, Hashable {
  package var blocks: [OutlineBlock] = []

  package init() {}

  /// The blocks right inside the container at `index`, or at the top where it is nil: their
  /// indices.
  package func children(of index: Int?) -> [Int] {
    var place = index.map { $0 + 1 } ?? 0
    let end = index.map { blocks[$0].end } ?? blocks.count
    var found: [Int] = []
    while place < end {
      found.append(place)
      place = max(place + 1, blocks[place].end)
    }
    return found
  }
}

/// One block of a page.
package struct OutlineBlock: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case heading(level: Int)
    case paragraph
    /// An admonition or a collapsible; its text is its title.
    case box(type: String)
    /// Its text is its label.
    case tab
    case quote
    case item
    case code(OutlineCode)
  }

  package var kind: Kind
  /// What a reader sees, without marks.
  package var runs: [OutlineRun] = []
  /// The index after the last block that is inside this one.
  package var end = 0
  /// The printed path of the file that it stands in.
  package var path: String
  /// Its first line.
  package var range: ByteRange

  /// The text with its lines joined.
  package var text: String {
    (runs.count == 1 ? runs[0].text : runs.map(\.text).joined()).singleSpaced
  }
}

/// A piece of a paragraph.
package struct OutlineRun: Sendable, Hashable {
  /// A line break of the source is one here.
  package var text: String
  package var isBold = false
  /// The target of the link that it is the text of, as written.
  package var target: String?

  package init(text: String, isBold: Bool = false, target: String? = nil) {
    self.text = text
    self.isBold = isBold
    self.target = target
  }
}

/// A block of code, as it is before anything is made of it.
package struct OutlineCode: Sendable, Hashable {
  package var language: String
  package var id: String?
  package var title: String?
  /// The attribute `kind`.
  package var kind: String?
  /// Not so for one that is indented.
  package var isFenced: Bool
  package var lines: [OutlineLine]
}

/// A line of code without the indentation of what the block stands in.
package struct OutlineLine: Sendable, Hashable {
  package var bytes: [UInt8]
  /// Where its first byte stands in the block's file.
  package var offset: Int
}
