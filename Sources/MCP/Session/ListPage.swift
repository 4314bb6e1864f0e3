import ByteText
import JSON

/// One page of a long list, and where the next begins.
struct ListPage<Element> {
  var elements: [Element]
  var next: String?
}

/// Where a page of a list begins. The client cannot know what is in it: the place, and a digest of
/// what stands there, so that a cursor is worth nothing once the list is another.
enum ListCursor {
  /// Techniques on a page.
  static let pageLength = 50

  static func page<Element>(
    of all: [Element], called list: String, from parameters: JSONObject,
    id: (Element) -> String
  ) throws(RPCError) -> ListPage<Element> {
    var start = 0
    if let cursor = parameters["cursor"] {
      guard let text = cursor.string, let place = Self.offset(text), all.indices.contains(place),
        text == Self.text(place, list, id(all[place]))
      else { throw RPCError(.invalidParameters, "the cursor is not one of this list") }
      start = place
    }
    let end = min(all.count, start + pageLength)
    return ListPage(
      elements: Array(all[start..<end]),
      next: end < all.count ? text(end, list, id(all[end])) : nil)
  }

  private static func offset(_ cursor: String) -> Int? {
    guard let dash = cursor.utf8.firstIndex(of: UInt8(ascii: "-")) else { return nil }
    return Int(cursor[..<dash], radix: 36)
  }

  private static func text(_ place: Int, _ list: String, _ id: String) -> String {
    let digest = SHA256.hexadecimal(of: Array("\(list)\n\(place)\n\(id)".utf8)).prefix(16)
    return "\(String(place, radix: 36))-\(digest)"
  }
}
