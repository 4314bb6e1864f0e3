/// The anchors of one page: each is given out once.
package struct AnchorSet: Sendable {
  private var used = ByteIndex()
  /// For each of `used`, the one that was given to the same slug last: all between them are taken.
  private var latest: [Int] = []

  package init() {}

  package mutating func removeAll() {
    used.removeAll()
    latest.removeAll(keepingCapacity: true)
  }

  /// Takes an anchor that the author wrote; false when it is taken already.
  package mutating func reserve(_ anchor: String) -> Bool { take(anchor).isNew }

  /// A free anchor for a slug: itself, or with the next free number (Python-Markdown: `a`, `a_1`,
  /// `a_2`; `_1` for an empty one; a number that the slug ends with counts on).
  package mutating func anchor(for slug: String) -> String {
    let first = take(slug)
    if first.isNew, !slug.isEmpty { return slug }
    var anchor = String(decoding: used[latest[first.number]], as: UTF8.self)
    while true {
      anchor = Self.numbered(anchor)
      let next = take(anchor)
      if next.isNew {
        latest[first.number] = next.number
        return anchor
      }
    }
  }

  private mutating func take(_ anchor: String) -> (number: Int, isNew: Bool) {
    var anchor = anchor
    let taken = anchor.withUTF8 { used.insert($0) }
    if taken.isNew { latest.append(taken.number) }
    return taken
  }

  /// The anchor to try after one that is taken.
  private static func numbered(_ anchor: String) -> String {
    let digits = anchor.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
    let name = anchor.utf8.dropLast(digits)
    guard digits > 0, digits < 10, name.last == UInt8(ascii: "_"),
      let number = Int(Substring(anchor.utf8.suffix(digits)))
    else { return anchor + "_1" }
    return "\(Substring(name))\(number + 1)"
  }
}
