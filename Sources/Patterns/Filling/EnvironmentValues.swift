/// Reads a `.env` file: `name=value`, `export` before it, `#` for remarks. Single quotes hold text as
/// it is, double ones know `\n`, `\r`, `\t`, `\"`, `\$`, `` \` `` and `\\`; both may hold line breaks.
/// Nothing is expanded: a value is data.
struct EnvironmentValues {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  consuming func read() throws(ValuesFile.Failure) -> GivenValues {
    var values: [GivenValues.Value] = []
    while let byte = next {
      if byte <= 0x20 {
        advance()
      } else if byte == UInt8(ascii: "#") {
        skipLine()
      } else {
        let name = try name()
        values.append(GivenValues.Value(name, try value()))
      }
    }
    return GivenValues(values)
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func advance() {
    if next == 0x0A { line += 1 }
    index += 1
  }

  private mutating func skipLine() { while next.map({ $0 != 0x0A }) ?? false { index += 1 } }

  private mutating func skipBlanks() { while next == 0x20 || next == 0x09 { index += 1 } }

  private mutating func name() throws(ValuesFile.Failure) -> String {
    let start = index
    while let byte = next, byte != 0x0A, byte != UInt8(ascii: "=") { index += 1 }
    var name = ValuesFile.trimmed(bytes[start..<index])
    let export = Array("export".utf8)
    if name.starts(with: export), let after = name.dropFirst(export.count).first, after <= 0x20 {
      name = ValuesFile.trimmed(name.dropFirst(export.count))
    }
    guard next == UInt8(ascii: "="), !name.isEmpty else {
      throw ValuesFile.Failure(line: line, message: "name=value is expected")
    }
    index += 1
    return ValuesFile.text(name)
  }

  private mutating func value() throws(ValuesFile.Failure) -> String {
    skipBlanks()
    if let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let text = try quoted(quote)
      skipBlanks()
      guard next == nil || next == 0x0A || next == 0x0D || next == UInt8(ascii: "#") else {
        throw ValuesFile.Failure(line: line, message: "there is more after the closing quote")
      }
      skipLine()
      return text
    }
    let start = index
    skipLine()
    var value = bytes[start..<index]
    // A remark begins after a blank; a number sign elsewhere is a part of the value.
    if let remark = value.indices.first(where: {
      value[$0] == UInt8(ascii: "#") && ($0 == start || value[$0 - 1] <= 0x20)
    }) {
      value = value[..<remark]
    }
    return ValuesFile.text(ValuesFile.trimmed(value))
  }

  private mutating func quoted(_ quote: UInt8) throws(ValuesFile.Failure) -> String {
    let start = line
    index += 1
    var text: [UInt8] = []
    while let byte = next {
      advance()
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), let escaped = next else {
        text.append(byte)
        continue
      }
      advance()
      switch escaped {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "`"):
        text.append(escaped)
      default: text += [byte, escaped]
      }
    }
    throw ValuesFile.Failure(line: start, message: "this quote is not closed")
  }
}
