package import ByteText

/// Writes JSON as it is produced, without building a value first: a million flat records cost only
/// their bytes.
///
/// Containers are closures, so that they always close; the writer sets commas and indentation:
/// ```swift
/// var json = JSONWriter()
/// json.object { json in
///   json.member("title", "Debugging")
///   json.array("tags") { json in json.value("agents") }
/// }
/// let bytes = json.finish()
/// ```
package struct JSONWriter: ~Copyable {
  package enum Layout: Sendable {
    /// No space at all.
    case compact
    /// One member or element a line, two spaces a level, `{}` and `[]` for empty ones, no line
    /// break at the end.
    case indented
  }

  private var buffer: ByteBuffer
  private let layout: Layout
  private let escaping: JSONEscaping
  private var depth = 0
  private var isFirst = true
  private var followsKey = false

  /// Continues what stands in `buffer`.
  package init(
    into buffer: consuming ByteBuffer = ByteBuffer(), layout: Layout = .compact,
    escaping: JSONEscaping = .required
  ) {
    self.buffer = buffer
    self.layout = layout
    self.escaping = escaping
  }

  /// Gives the buffer back.
  package consuming func finish() -> ByteBuffer { buffer }

  package mutating func object<Failure: Error>(
    _ members: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    begin(UInt8(ascii: "{"))
    try members(&self)
    end(UInt8(ascii: "}"))
  }

  package mutating func array<Failure: Error>(
    _ elements: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    begin(UInt8(ascii: "["))
    try elements(&self)
    end(UInt8(ascii: "]"))
  }

  /// The key of the next value; inside an object only. That keys differ is the caller's care.
  package mutating func key(_ key: String) {
    separate()
    buffer.append(jsonString: key, escaping: escaping)
    buffer.append(UInt8(ascii: ":"))
    if layout == .indented { buffer.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  package mutating func value(_ text: String) {
    separate()
    buffer.append(jsonString: text, escaping: escaping)
  }

  /// A string given as UTF-8.
  package mutating func value(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    buffer.append(jsonString: text, escaping: escaping)
  }

  package mutating func value(_ number: Int) {
    separate()
    buffer.append(decimal: number)
  }

  package mutating func value(_ bool: Bool) {
    separate()
    if bool { buffer.append("true") } else { buffer.append("false") }
  }

  package mutating func null() {
    separate()
    buffer.append("null")
  }

  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let bool): self.value(bool)
    case .integer(let integer): unquoted(String(integer))
    case .number(let number): unquoted(number.text)
    case .string(let text): self.value(text)
    case .array(let elements):
      array { json in for element in elements { json.value(element) } }
    case .object(let object):
      self.object { json in
        for member in object.members { json.member(member.key, member.value) }
      }
    }
  }

  private mutating func unquoted(_ text: String) {
    separate()
    buffer.append(text)
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    buffer.append(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if !isFirst { breakLine() }
    buffer.append(bracket)
    isFirst = false
  }

  /// What stands before a key or value: nothing after its key, else a comma and a new line where
  /// they belong.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if !isFirst { buffer.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
    isFirst = false
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    buffer.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { buffer.append("  ") }
  }
}
