package import Diagnostics
import Markdown
package import Pages
package import Patterns

/// `turnbook.lock`: the addresses, anchors and patterns that a guide has published, so that one that
/// vanishes is noticed. Text, a line each, so that versions are compared and merged line by line:
/// ```
/// turnbook.lock 1
/// /techniques/few-shot/
///   #when-to-use-it
/// @few-shot
///   variant main
///   variable examples
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

  /// A pattern that scripts call by its id, and the names that they give values to.
  package struct Technique: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
      case variant, variable
    }

    package struct Name: Sendable, Hashable {
      package var kind: Kind
      package var text: String
      package var range: ByteRange
    }

    package var id: String
    package var range: ByteRange
    package var names: [Name] = []
  }

  /// The file as findings name it.
  package let path: String
  package private(set) var entries: [Entry] = []
  package private(set) var techniques: [Technique] = []
  package private(set) var diagnostics: [Diagnostic] = []

  static let header = "turnbook.lock 1"

  /// Reads the file; what is malformed is reported and left out.
  package init(reading bytes: [UInt8], path: String) {
    self.path = path
    var start = 0
    var number = 0
    while start <= bytes.count {
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
              : "this line of the lock file is no address, anchor or name of a pattern",
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
    case UInt8(ascii: "#") where indent > 0 && !entries.isEmpty && techniques.isEmpty:
      entries[entries.count - 1].anchors.append(Anchor(name: value, range: range))
    case UInt8(ascii: "@") where indent == 0:
      techniques.append(Technique(id: value, range: range))
    case _ where indent > 0 && !techniques.isEmpty: return takeName(text, range)
    default: return false
    }
    return true
  }

  private mutating func takeName(_ text: ArraySlice<UInt8>, _ range: ByteRange) -> Bool {
    guard let space = text.firstIndex(of: 0x20),
      let kind = Technique.Kind(rawValue: String(decoding: text[..<space], as: UTF8.self))
    else { return false }
    techniques[techniques.count - 1].names.append(
      Technique.Name(kind: kind, text: LockText.decoded(text[(space + 1)...]), range: range))
    return true
  }

  /// The text of the file for a guide as it is now. Anchors that the program makes itself, such as
  /// those of footnotes, are nobody's promise, and a draft is none before it is published.
  /// - Parameter patterns: those of the pages that are no drafts.
  package static func text(of catalog: Catalog, patterns: [Pattern] = []) -> String {
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
    for pattern in patterns.sorted(by: { $0.id < $1.id }) {
      text += "@" + LockText.encoded(pattern.id) + "\n"
      for variant in pattern.variants { text += "  variant \(LockText.encoded(variant.id))\n" }
      for name in pattern.variables.map(\.name).sorted() {
        text += "  variable \(LockText.encoded(name))\n"
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
