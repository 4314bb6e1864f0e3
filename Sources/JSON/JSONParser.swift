extension JSONValue {
  /// What to do with a key that an object has already.
  package enum DuplicateKeys: Sendable { case reject, keepLast }

  /// How deep objects and arrays may nest; enough for any data, and safe to walk recursively on a
  /// small stack.
  package static let deepestNesting = 512

  /// Reads a whole JSON text, strictly by RFC 8259, in time linear in its length.
  package init(
    parsing bytes: [UInt8], duplicateKeys: DuplicateKeys = .reject
  ) throws(JSONError) {
    var parser = JSONParser(bytes, duplicateKeys: duplicateKeys)
    self = try parser.document()
  }
}

/// Reads one JSON text. Open objects and arrays stand on a stack of their own, so depth costs no
/// call frames.
struct JSONParser {
  let bytes: [UInt8]
  var index = 0
  /// Where a string with escapes is put together; kept to reuse its memory.
  var unescaped: [UInt8] = []

  private let duplicateKeys: JSONValue.DuplicateKeys
  private var open: [Level] = []

  private struct Level {
    var container: JSONError.Container
    var elements: [JSONValue] = []
    var object = JSONObject()
    var key = ""

    var value: JSONValue { container == .object ? .object(object) : .array(elements) }
  }

  init(_ bytes: [UInt8], duplicateKeys: JSONValue.DuplicateKeys) {
    self.bytes = bytes
    self.duplicateKeys = duplicateKeys
  }

  mutating func document() throws(JSONError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw JSONError(.byteOrderMark, at: 0) }
    while true {
      guard var value = try beginValue() else { continue }
      while true {
        guard !open.isEmpty else { return try endDocument(value) }
        guard let closed = try add(value) else { break }
        value = closed
      }
    }
  }

  /// The byte to read next; nil at the end.
  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Reads a scalar or an empty container whole, or opens a container and returns nil.
  private mutating func beginValue() throws(JSONError) -> JSONValue? {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"):
      try enter(.object)
      if next == UInt8(ascii: "}") { return leave() }
      try readKey()
      return nil
    case UInt8(ascii: "["):
      try enter(.array)
      return next == UInt8(ascii: "]") ? leave() : nil
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"): return try number()
    case let byte? where isDigit(byte): return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw end(otherwise: .expectedValue)
    default: throw JSONError(.expectedValue, at: index)
    }
  }

  /// Puts a finished value into the innermost container; the container itself when this ends it.
  private mutating func add(_ value: JSONValue) throws(JSONError) -> JSONValue? {
    let top = open.count - 1
    let container = open[top].container
    switch container {
    case .array: open[top].elements.append(value)
    case .object: open[top].object[open[top].key] = value
    }
    skipSpace()
    let closing = container == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
    if next == closing { return leave() }
    guard next == UInt8(ascii: ",") else { throw end(otherwise: .expectedComma(in: container)) }
    let comma = index
    index += 1
    skipSpace()
    if next == closing { throw JSONError(.trailingComma(in: container), at: comma) }
    if container == .object { try readKey() }
    return nil
  }

  private mutating func enter(_ container: JSONError.Container) throws(JSONError) {
    guard open.count < JSONValue.deepestNesting else {
      throw JSONError(.tooDeep(limit: JSONValue.deepestNesting), at: index)
    }
    open.append(Level(container: container))
    index += 1
    skipSpace()
  }

  private mutating func leave() -> JSONValue {
    index += 1
    return open.removeLast().value
  }

  private mutating func readKey() throws(JSONError) {
    guard next == UInt8(ascii: "\"") else { throw end(otherwise: .expectedKey) }
    let start = index
    let key = try string()
    let top = open.count - 1
    if duplicateKeys == .reject, open[top].object.contains(key) {
      throw JSONError(.duplicateKey(key), at: start)
    }
    open[top].key = key
    skipSpace()
    guard next == UInt8(ascii: ":") else { throw end(otherwise: .expectedColon) }
    index += 1
  }

  private mutating func word(
    _ spelling: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    let length = spelling.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: spelling.utf8Start, count: length)
    guard bytes[index...].starts(with: expected) else { throw JSONError(.expectedValue, at: index) }
    index += length
    return value
  }

  private mutating func endDocument(_ value: JSONValue) throws(JSONError) -> JSONValue {
    skipSpace()
    guard index == bytes.count else { throw JSONError(.trailingText, at: index) }
    return value
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  /// The error for what stands here; at the end of the text the open container is the better thing
  /// to name.
  private func end(otherwise problem: JSONError.Problem) -> JSONError {
    guard next == nil, let container = open.last?.container else {
      return JSONError(problem, at: index)
    }
    return JSONError(.unfinished(container), at: index)
  }
}
