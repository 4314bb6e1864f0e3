/// A script of the theme without comments, and without white space that means nothing. It knows as much
/// of JavaScript as the theme's scripts need: comments fill lines, and a regular expression stands where a
/// value begins, after a mark or at the start of a line.
struct LeanScript {
  private let bytes: [UInt8]
  private var place = 0
  private var lean: [UInt8] = []

  static func of(_ bytes: [UInt8]) -> [UInt8] {
    var script = LeanScript(bytes: bytes)
    script.lean.reserveCapacity(bytes.count)
    script.takeGap()
    while script.place < bytes.count { script.takeNext() }
    return script.lean
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func takeNext() {
    switch bytes[place] {
    case UInt8(ascii: " "), UInt8(ascii: "\n"): takeGap()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): takeText(to: bytes[place])
    case UInt8(ascii: "`"): takeTemplate()
    case UInt8(ascii: "/") where beginsValue: takeExpression()
    // The last statement of a block ends with it.
    case UInt8(ascii: "}") where lean.last == UInt8(ascii: ";"):
      lean.removeLast()
      takeByte()
    default: takeByte()
    }
  }

  private mutating func takeByte() {
    lean.append(bytes[place])
    place += 1
  }

  /// White space and lines that are comments. What remains is a line end, a space, or nothing.
  private mutating func takeGap() {
    var hasLineEnd = lean.isEmpty
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "\n") {
        hasLineEnd = true
        place += 1
      } else if bytes[place] == UInt8(ascii: " ") {
        place += 1
      } else if hasLineEnd, bytes[place...].starts(with: "//".utf8) {
        place = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      } else {
        break
      }
    }
    guard let last = lean.last, place < bytes.count else {
      if lean.last != nil { lean.append(UInt8(ascii: "\n")) }
      return
    }
    let next = bytes[place]
    if hasLineEnd {
      // Where a line ends, a statement may end without a mark.
      if !"{(,;[".utf8.contains(last), !"})]".utf8.contains(next) {
        lean.append(UInt8(ascii: "\n"))
      }
    } else if Self.isWord(last) && Self.isWord(next) || Self.isSign(last) && Self.isSign(next) {
      lean.append(UInt8(ascii: " "))
    }
  }

  private mutating func takeText(to quote: UInt8) {
    takeByte()
    while place < bytes.count, bytes[place] != quote { takeUnit() }
    if place < bytes.count { takeByte() }
  }

  /// A text between backticks; what is written in it, and what is calculated, stays as it is.
  private mutating func takeTemplate() {
    takeByte()
    while place < bytes.count, bytes[place] != UInt8(ascii: "`") {
      if bytes[place...].starts(with: "${".utf8) { takeCalculated() } else { takeUnit() }
    }
    if place < bytes.count { takeByte() }
  }

  private mutating func takeCalculated() {
    var depth = 0
    repeat {
      switch bytes[place] {
      case UInt8(ascii: "`"): takeTemplate()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): takeText(to: bytes[place])
      case let byte:
        depth += byte == UInt8(ascii: "{") ? 1 : byte == UInt8(ascii: "}") ? -1 : 0
        takeByte()
      }
    } while place < bytes.count && (depth > 0 || lean.last == UInt8(ascii: "$"))
  }

  private mutating func takeExpression() {
    takeByte()
    var isInClass = false
    while place < bytes.count, isInClass || bytes[place] != UInt8(ascii: "/") {
      if bytes[place] == UInt8(ascii: "[") { isInClass = true }
      if bytes[place] == UInt8(ascii: "]") { isInClass = false }
      takeUnit()
    }
    if place < bytes.count { takeByte() }
  }

  /// A byte, or a backslash and what it changes the meaning of.
  private mutating func takeUnit() {
    if bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count { takeByte() }
    takeByte()
  }

  private var beginsValue: Bool {
    guard let last = lean.last else { return true }
    return "(,=:[!&|?{};+\n".utf8.contains(last)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    let scalar = Unicode.Scalar(byte)
    return byte >= 0x80 || "_$".unicodeScalars.contains(scalar)
      || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }
}
