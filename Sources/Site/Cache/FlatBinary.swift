import ByteText

/// Writes values one after the other, all of fixed width but texts, which follow their length.
struct FlatWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ number: Int) { write(UInt64(bitPattern: Int64(number))) }

  mutating func write(_ isTrue: Bool) { write(isTrue ? 1 : 0 as UInt64) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ fingerprint: Fingerprint) {
    write(fingerprint.low)
    write(fingerprint.high)
  }

  mutating func write<Value>(_ value: Value?, _ body: (inout FlatWriter, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  mutating func write<Value>(_ values: [Value], _ body: (inout FlatWriter, Value) -> Void) {
    write(values.count)
    for value in values { body(&self, value) }
  }
}

/// Reads what `FlatWriter` wrote. Whatever does not fit is `Broken`; nothing is believed of it.
struct FlatReader {
  struct Broken: Error {}

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func word() throws(Broken) -> UInt64 {
    guard rest.count >= 8 else { throw Broken() }
    let word = rest.prefix(8).reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    rest = rest.dropFirst(8)
    return word
  }

  mutating func number() throws(Broken) -> Int {
    Int(truncatingIfNeeded: Int64(bitPattern: try word()))
  }

  mutating func bool() throws(Broken) -> Bool {
    switch try word() {
    case 0: false
    case 1: true
    default: throw Broken()
    }
  }

  mutating func text() throws(Broken) -> String {
    let count = try number()
    guard count >= 0, count <= rest.count,
      let text = String(validating: rest.prefix(count), as: UTF8.self)
    else { throw Broken() }
    rest = rest.dropFirst(count)
    return text
  }

  mutating func fingerprint() throws(Broken) -> Fingerprint {
    Fingerprint(low: try word(), high: try word())
  }

  mutating func optional<Value>(
    _ body: (inout FlatReader) throws(Broken) -> Value
  ) throws(Broken) -> Value? {
    try bool() ? try body(&self) : nil
  }

  mutating func list<Value>(
    _ body: (inout FlatReader) throws(Broken) -> Value
  ) throws(Broken) -> [Value] {
    // Each value has eight bytes at least.
    let count = try number()
    guard count >= 0, count <= rest.count / 8 else { throw Broken() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }
}
