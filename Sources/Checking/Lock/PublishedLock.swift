package import Diagnostics
import Markdown
package import Pages

/// `turnbook.lock`: the addresses and anchors that a guide has published, so that one that vanishes
/// is noticed. Text, a line each, so that versions are compared and merged line by line:
/// ```
/// turnbook.lock 1
/// /techniques/few-shot/
///   #when-to-use-it
/// ```
package struct PublishedLock: Sendable, Hashable {
  package struct Anchor: Sendable, Hashable {
    package var name: String
    package var range: ByteRange
  }

  package struct Entry: Sendable, Hashable {
    /// Relative to the site's root.
    package var url: String
    package var range: ByteRange
    package var anchors: [Anchor] = []
  }

  /// The file as findings name it.
  package let path: String
  package private(set) var entries: [Entry] = []
  package private(set) var diagnostics: [Diagnostic] = []

  static let header = "turnbook.lock 1"

  /// Reads the file; what is malformed is reported and left out.
  package init(reading bytes: [UInt8], path: String) {
    self.path = path
    var start = 0
    var number = 0
    while start < bytes.count || number == 0 {
      var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let next = end + 1
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      number += 1
      guard take(bytes[start..<end], isFirst: number == 1) else {
        diagnostics.append(
          Diagnostic(
            .lockLine, .error,
            number == 1
              ? "this is no lock file that this version of turnbook can read"
              : "this line of the lock file is neither an address nor an anchor",
            path: path, range: ByteRange(start, end),
            help: "restore the file from your version control, or write it anew with "
              + "`turnbook check --update-lock`"))
        if number == 1 { return }
        start = next
        continue
      }
      start = next
    }
  }

  private mutating func take(_ line: ArraySlice<UInt8>, isFirst: Bool) -> Bool {
    if isFirst { return line.elementsEqual(Self.header.utf8) }
    let indent = line.prefix { $0 == 0x20 }.count
    let text = line.dropFirst(indent)
    if text.isEmpty || text.first == UInt8(ascii: ";") { return true }
    let range = ByteRange(text.startIndex, text.endIndex)
    let value = LockText.decoded(text.dropFirst())
    switch text.first {
    case UInt8(ascii: "/") where indent == 0:
      entries.append(Entry(url: value, range: range))
    case UInt8(ascii: "#") where indent > 0 && !entries.isEmpty:
      entries[entries.count - 1].anchors.append(Anchor(name: value, range: range))
    default: return false
    }
    return true
  }

  /// The text of the file for a guide as it is now. Anchors that the program makes itself, such as
  /// those of footnotes, are nobody's promise, and a draft is none before it is published.
  package static func text(of catalog: Catalog) -> String {
    var text = header + "\n"
    for index in catalog.pages.indices.sorted(by: { catalog.urls[$0] < catalog.urls[$1] })
    where !catalog.pages[index].isDraft {
      text += "/" + LockText.encoded(catalog.urls[index]) + "\n"
      let body = catalog.pages[index].body
      let written = body.anchors.filter { $0.origin != .generated }.map(\.name)
      for anchor in Set(body.headings.map(\.anchor) + written).sorted() {
        text += "  #" + LockText.encoded(anchor) + "\n"
      }
    }
    return text
  }
}

extension Code {
  package static let lockLine = Code(
    "TB-S027", "turnbook.lock is as turnbook wrote it", .error,
    explanation: """
      `turnbook.lock` remembers what the guide has published. A line of it cannot be read: it was \
      edited, or a merge left its marks. Restore the file, or write it anew with \
      `turnbook check --update-lock` when nothing that was published has vanished.
      """)
}
