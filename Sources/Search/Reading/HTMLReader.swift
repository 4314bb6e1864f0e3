import ByteText

/// Takes what a reader sees out of the HTML of a body: white space collapsed, no tags, and no text
/// of scripts, drawings and the numbers of footnotes.
struct HTMLReader {
  private let html: UnsafeBufferPointer<UInt8>
  private(set) var index = 0
  /// Where the code under way began in the text.
  private var codeStart: Int?

  init(_ html: UnsafeBufferPointer<UInt8>) { self.html = html }

  private static let space: UInt8 = 1
  private static let tag: UInt8 = 2
  private static let entity: UInt8 = 3
  private static let classes: [UInt8] = (0..<256).map { (byte: Int) -> UInt8 in
    switch UInt8(byte) {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: space
    case UInt8(ascii: "<"): tag
    case UInt8(ascii: "&"): entity
    default: 0
    }
  }

  mutating func read(to end: Int, into text: inout ByteBuffer, _ code: inout [Range<Int>]) {
    Self.classes.withUnsafeBufferPointer { classes in
      while index < end {
        let start = index
        while index < end {
          let kind = classes[Int(html[index])]
          if kind != 0 {
            // One space between two words needs no care.
            guard kind == Self.space, html[index] == 0x20, index > start, index + 1 < end,
              classes[Int(html[index + 1])] == 0
            else { break }
          }
          index += 1
        }
        if index > start { text.append(UnsafeBufferPointer(rebasing: html[start..<index])) }
        guard index < end else { return }
        switch classes[Int(html[index])] {
        case Self.space:
          index += 1
          addSpace(to: &text)
        case Self.entity: readEntity(into: &text)
        default: readTag(into: &text, &code)
        }
      }
    }
  }

  /// Goes behind the heading that begins here.
  mutating func skipHeading() {
    skip(to: "</h")
    skipTag()
  }

  mutating func endCode(_ end: Int, _ code: inout [Range<Int>]) {
    if let start = codeStart, end > start { code.append(start..<end) }
    codeStart = nil
  }

  private func addSpace(to text: inout ByteBuffer) {
    if !text.isEmpty, text[text.count - 1] != 0x20 { text.append(0x20) }
  }

  private mutating func readTag(into text: inout ByteBuffer, _ code: inout [Range<Int>]) {
    guard index + 1 < html.count else {
      text.append(UInt8(ascii: "<"))
      index += 1
      return
    }
    if html[index + 1] == UInt8(ascii: "!") { return skipDeclaration() }
    let isEnd = html[index + 1] == UInt8(ascii: "/")
    let start = index + (isEnd ? 2 : 1)
    var place = start
    var name: UInt64 = 0
    while place < html.count, place - start < 8, Self.isOfName(html[place]) {
      name = name << 8 | UInt64(html[place] | 0x20)
      place += 1
    }
    if place == start {
      text.append(UInt8(ascii: "<"))
      index += 1
      return
    }
    let role = TagNames.role(of: name)
    switch role {
    case .unread where !isEnd:
      skip(to: TagNames.end(of: name))
      return skipTag()
    case .reference where !isEnd && hasFootnoteClass(place):
      skip(to: name == TagNames.sup ? "</sup" : "</a")
      return skipTag()
    case .code:
      if isEnd { endCode(text.count, &code) } else { codeStart = text.count }
      addSpace(to: &text)
    case .block, .unread: addSpace(to: &text)
    case .inline, .reference: break
    }
    index = place
    skipTag()
  }

  /// ` class="footnote-ref"` and ` class="footnote-back"`, as the renderer writes them.
  private func hasFootnoteClass(_ place: Int) -> Bool {
    let wanted: StaticString = " class=\"footnote-"
    guard place + wanted.utf8CodeUnitCount < html.count else { return false }
    for offset in 0..<wanted.utf8CodeUnitCount
    where html[place + offset] != wanted.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Goes behind the `>` of the tag under way; one inside quotes is not its end.
  private mutating func skipTag() {
    var quote: UInt8 = 0
    while index < html.count {
      let byte = html[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return
      }
    }
  }

  private mutating func skipDeclaration() {
    let isComment =
      index + 3 < html.count && html[index + 2] == UInt8(ascii: "-")
      && html[index + 3] == UInt8(ascii: "-")
    guard isComment else { return skipTag() }
    index += 4
    skip(to: "-->")
    index = min(html.count, index + 3)
  }

  /// Goes to the next place that reads so, in upper or lower case, or to the end.
  private mutating func skip(to text: StaticString) {
    let count = text.utf8CodeUnitCount
    while index + count <= html.count {
      var same = 0
      while same < count, html[index + same] | 0x20 == text.utf8Start[same] | 0x20 { same += 1 }
      if same == count { return }
      index += 1
    }
    index = html.count
  }

  private mutating func readEntity(into text: inout ByteBuffer) {
    var end = index + 1
    while end < html.count, end - index < 10, html[end] != UInt8(ascii: ";") { end += 1 }
    let name = html[min(index + 1, end)..<end]
    guard end < html.count, html[end] == UInt8(ascii: ";"), let scalar = Self.scalar(of: name)
    else {
      text.append(UInt8(ascii: "&"))
      index += 1
      return
    }
    if scalar == "\u{A0}" { addSpace(to: &text) } else { text.append(scalar) }
    index = end + 1
  }

  /// Those that the renderer writes, and numbers; the rest is rare and only in raw HTML.
  private static func scalar(of name: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "nbsp": return "\u{A0}"
    case let name where name.hasPrefix("#x") || name.hasPrefix("#X"):
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case let name where name.hasPrefix("#"):
      return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
