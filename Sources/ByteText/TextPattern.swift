/// A pattern for a whole text that is no path, such as an address: `*` stands for anything, slashes
/// included.
package struct TextPattern: Sendable, Hashable {
  private let pattern: [UInt8]

  package init(_ text: String) { pattern = Array(text.utf8) }

  /// Linear in the text for each star: a star takes as little as it can, and more when the rest
  /// does not fit.
  package func matches(_ text: String) -> Bool {
    let text = Array(text.utf8)
    var place = 0
    var index = 0
    var star: (place: Int, index: Int)?
    while index < text.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        star = (place, index)
        place += 1
      } else if place < pattern.count, pattern[place] == text[index] {
        place += 1
        index += 1
      } else if let last = star {
        star = (last.place, last.index + 1)
        place = last.place + 1
        index = last.index + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
