/// Takes what a reader sees out of the HTML of a body: white space collapsed, no tags, and no text
/// of scripts, drawings and the numbers of footnotes.
struct HTMLReader {
  private let html: UnsafeBufferPointer<UInt8>
  private let text: UnsafeMutablePointer<UInt8>
  private let names: TagNames
  private(set) var index = 0
  /// Bytes of text so far.
  private(set) var count = 0
  /// Where the code under way began in the text.
  private var codeStart: Int?

  /// - Parameter text: memory for as many bytes as the HTML has, which are never fewer than those
  ///   of its text, and for a block more.
  init(
    _ html: UnsafeBufferPointer<UInt8>, _ names: TagNames, into text: UnsafeMutablePointer<UInt8>
  ) {
    self.html = html
    self.names = names
    self.text = text
  }

  mutating func read(to end: Int, _ code: inout [Range<Int>]) {
    while index < end {
      copyText(to: end)
      guard index < end else { return }
      switch html[index] {
      case UInt8(ascii: "<"): readTag(&code)
      case UInt8(ascii: "&"): readEntity()
      default:
        index += 1
        addSpace()
      }
    }
  }

  /// Goes behind the heading that begins here.
  mutating func skipHeading() {
    skip(to: "</h")
    skipTag()
  }

  mutating func endCode(_ code: inout [Range<Int>]) {
    if let start = codeStart, count > start { code.append(start..<count) }
    codeStart = nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  private static func isText(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: "<") && byte != UInt8(ascii: "&") && !isSpace(byte)
  }

  /// Copies text as far as it stands here as readers see it: up to a tag, an entity, or white space
  /// other than one space between two words.
  private mutating func copyText(to end: Int) {
    guard let bytes = html.baseAddress, Self.isText(bytes[index]) else { return }
    while index + ByteBlock.size < end {
      let block = ByteBlock(at: bytes + index)
      block.store(at: text + count)
      let length = block.endOfText(before: ByteBlock(at: bytes + index + 1))
      index += length
      count += length
      if length == ByteBlock.size { continue }
      // A control character is text.
      guard Self.isText(bytes[index]) else { return }
      copyByte()
    }
    while index < end {
      guard
        Self.isText(bytes[index])
          || (bytes[index] == 0x20 && index + 1 < end && Self.isText(bytes[index + 1]))
      else { return }
      copyByte()
    }
  }

  private mutating func copyByte() {
    text[count] = html[index]
    index += 1
    count += 1
  }

  private mutating func add(_ byte: UInt8) {
    text[count] = byte
    count += 1
  }

  private mutating func addSpace() {
    if count > 0, text[count - 1] != 0x20 { add(0x20) }
  }

  private mutating func readTag(_ code: inout [Range<Int>]) {
    guard index + 1 < html.count else { return copyByte() }
    if html[index + 1] == UInt8(ascii: "!") { return skipDeclaration() }
    let isEnd = html[index + 1] == UInt8(ascii: "/")
    let start = index + (isEnd ? 2 : 1)
    let (name, length) = Self.name(in: html, at: start)
    if length == 0 { return copyByte() }
    let place = start + length
    let role = names.role(of: name)
    switch role {
    case .unread where !isEnd:
      skip(to: TagNames.end(of: name))
      return skipTag()
    case .reference where !isEnd && Self.hasFootnoteClass(html, place):
      skip(to: name == TagNames.sup ? "</sup" : "</a")
      return skipTag()
    case .code:
      if isEnd { endCode(&code) } else { codeStart = count }
      addSpace()
    case .block, .unread: addSpace()
    case .inline, .reference: break
    }
    index = place
    skipTag()
  }

  /// The number that the first bytes of a tag's name make, and how many these are: up to 8.
  @inline(__always)
  private static func name(
    in html: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (name: UInt64, length: Int) {
    guard let bytes = html.baseAddress, start + 8 <= html.count else {
      let name = html[start...].prefix(while: isOfName)
      return (name.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }, name.count)
    }
    let head = EightBytes(at: bytes + start)
    let length = head.letters
    return (head.lowercased.bits.byteSwapped >> UInt64(64 - 8 * length), length)
  }

  /// ` class="footnote-ref"` and ` class="footnote-back"`, as the renderer writes them.
  private static func hasFootnoteClass(
    _ html: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> Bool {
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
    guard let bytes = html.baseAddress else { return }
    while index < html.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        index += 1
        return
      }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        index = min(html.count, Self.place(of: byte, in: html, from: index + 1) + 1)
      } else if index + ByteBlock.size <= html.count {
        index += ByteBlock(at: bytes + index).endOfNames
      } else {
        index += 1
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
      index = Self.place(of: text.utf8Start[0], in: html, from: index)
      guard index + count <= html.count else { break }
      var same = 1
      while same < count, html[index + same] | 0x20 == text.utf8Start[same] | 0x20 { same += 1 }
      if same == count { return }
      index += 1
    }
    index = html.count
  }

  /// The next place of a byte; the end where there is none.
  private static func place(
    of byte: UInt8, in html: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    guard let bytes = html.baseAddress else { return start }
    var place = start
    while place + ByteBlock.size <= html.count {
      let first = ByteBlock(at: bytes + place).first(byte)
      place += first
      if first < ByteBlock.size { return place }
    }
    while place < html.count, bytes[place] != byte { place += 1 }
    return place
  }

  private mutating func readEntity() {
    var end = index + 1
    while end < html.count, end - index < 10, html[end] != UInt8(ascii: ";") { end += 1 }
    let name = UnsafeBufferPointer(rebasing: html[min(index + 1, end)..<end])
    guard end < html.count, html[end] == UInt8(ascii: ";"), let scalar = Self.scalar(of: name)
    else { return copyByte() }
    if scalar == "\u{A0}" {
      addSpace()
    } else {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { add(byte) }
    }
    index = end + 1
  }

  /// Those that the renderer writes, and numbers; the rest is rare and only in raw HTML.
  private static func scalar(of name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    switch name.count {
    case 2 where reads(name, "lt"): return "<"
    case 2 where reads(name, "gt"): return ">"
    case 3 where reads(name, "amp"): return "&"
    case 4 where reads(name, "quot"): return "\""
    case 4 where reads(name, "nbsp"): return "\u{A0}"
    default: break
    }
    guard name.first == UInt8(ascii: "#") else { return nil }
    let number = Substring(String(decoding: name.dropFirst(), as: UTF8.self))
    let isHexadecimal = number.first == "x" || number.first == "X"
    return (isHexadecimal ? UInt32(number.dropFirst(), radix: 16) : UInt32(number))
      .flatMap(Unicode.Scalar.init)
  }

  private static func reads(_ name: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
    for index in 0..<name.count where name[index] != text.utf8Start[index] { return false }
    return true
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
