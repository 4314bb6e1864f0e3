import ByteText
import JSON

/// Writes the files of texts: what is shown of pages that are found. Each worker has one.
package struct TextWriter: ~Copyable {
  private var text = PageText()
  /// The page whose text is at hand.
  private var current: Int?
  private var out = ByteBuffer(capacity: 1 << 15)

  package init() {}

  /// The content of one file.
  /// - Parameters:
  ///   - pieces: Of each piece: its page, and which of that page's pieces it is.
  ///   - page: Gives the page of that number.
  package mutating func file(
    _ number: Int, _ pieces: ArraySlice<(page: Int, piece: Int)>, page: (Int) -> SearchPage
  ) -> [UInt8] {
    out.removeAll()
    out.append("turnbookSearch(\"t")
    out.append(decimal: number)
    out.append("\",[")
    var latest: (number: Int, page: SearchPage)?
    for (index, piece) in pieces.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      let content = latest?.number == piece.page ? latest?.page : nil
      let found = content ?? page(piece.page)
      if current != piece.page { text.read(found) }
      current = piece.page
      latest = (piece.page, found)
      write(found, piece.piece)
    }
    out.append("])\n")
    return out.array
  }

  private mutating func write(_ page: SearchPage, _ piece: Int) {
    out.append("\n[")
    out.append(jsonString: page.url)
    out.append(UInt8(ascii: ","))
    out.append(jsonString: page.title)
    out.append(",[")
    for (index, section) in page.trail.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      out.append(jsonString: section)
    }
    out.append("],[")
    var isFirst = true
    for section in text.sections[text.pieces[piece]] {
      if section.heading == nil, section.range.isEmpty { continue }
      if !isFirst { out.append(UInt8(ascii: ",")) }
      isFirst = false
      let heading = section.heading.map { page.headings[$0] }
      out.append(jsonString: heading?.anchor ?? "")
      out.append(UInt8(ascii: ","))
      out.append(jsonString: heading?.text ?? "")
      out.append(UInt8(ascii: ","))
      text.text.withBytes {
        out.append(jsonString: UnsafeBufferPointer(rebasing: $0[section.range]))
      }
    }
    out.append("]]")
  }
}
