import ByteText

/// The script that keeps a page up to date, put into its HTML.
struct ScriptInsertion {
  /// Where the script is, and what it has to know.
  let element: [UInt8]

  /// - Parameters:
  ///   - page: The path of the page in the site; empty where the page is not what was asked for.
  init(session: String, version: Int, base: String, page: String) {
    var buffer = ByteBuffer(capacity: 256)
    buffer.append("<script src=\"/")
    buffer.append(LivePaths.script)
    buffer.append("\" data-session=\"")
    buffer.append(escaping: session)
    buffer.append("\" data-version=\"")
    buffer.append(decimal: version)
    buffer.append("\" data-base=\"")
    buffer.append(escaping: base)
    buffer.append("\" data-page=\"")
    buffer.append(escaping: page)
    buffer.append("\"></script>\n")
    element = buffer.array
  }

  /// The HTML with the element before the last `</body>`, or at its end where there is none.
  func inserted(into html: [UInt8]) -> [UInt8] {
    let place = Self.place(in: html)
    var result: [UInt8] = []
    result.reserveCapacity(html.count + element.count)
    result += html[..<place]
    result += element
    result += html[place...]
    return result
  }

  private static let end = Array("</body".utf8)

  private static func place(in html: [UInt8]) -> Int {
    var place = html.count - end.count
    while place >= 0 {
      if html[place] == end[0], isEnd(html[place..<place + end.count]) { return place }
      place -= 1
    }
    return html.count
  }

  private static func isEnd(_ bytes: ArraySlice<UInt8>) -> Bool {
    // Bit 5 makes ASCII letters small; it changes neither `<` nor `/`.
    bytes.elementsEqual(end) { $0 | 0x20 == $1 | 0x20 }
  }
}

/// Addresses that no site can have: names that begin with a dot are no part of one.
package enum LivePaths {
  package static let script = ".turnbook/live.js"
  package static let events = ".turnbook/events"
}
