extension JSONParser {
  /// Reads a string from its opening quote on. Without escapes it is one copy.
  mutating func string() throws(JSONError) -> String {
    let opening = index
    index += 1
    var runStart = index
    var hasEscapes = false
    unescaped.removeAll(keepingCapacity: true)
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        let run = bytes[runStart..<index]
        index += 1
        if !hasEscapes { return try text(run) }
        try appendRun(run)
        return String(decoding: unescaped, as: UTF8.self)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try appendRun(bytes[runStart..<index])
        try escape()
        runStart = index
      case 0..<0x20: throw JSONError(.controlCharacter(byte), at: index)
      default: index += 1
      }
    }
    throw JSONError(.unfinishedString, at: opening)
  }

  private func text(_ run: ArraySlice<UInt8>) throws(JSONError) -> String {
    guard let text = String(validating: run, as: UTF8.self) else {
      throw JSONError(.malformedUTF8, at: firstMalformed(in: run))
    }
    return text
  }

  /// A run is checked by itself: an escape cannot complete a character begun in bytes.
  private mutating func appendRun(_ run: ArraySlice<UInt8>) throws(JSONError) {
    unescaped.append(contentsOf: try text(run).utf8)
  }

  private mutating func escape() throws(JSONError) {
    let backslash = index
    index += 2
    guard index <= bytes.count else { throw JSONError(.malformedEscape, at: backslash) }
    switch bytes[index - 1] {
    case UInt8(ascii: "\""): unescaped.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): unescaped.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): unescaped.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): unescaped.append(0x08)
    case UInt8(ascii: "f"): unescaped.append(0x0C)
    case UInt8(ascii: "n"): unescaped.append(0x0A)
    case UInt8(ascii: "r"): unescaped.append(0x0D)
    case UInt8(ascii: "t"): unescaped.append(0x09)
    case UInt8(ascii: "u"):
      let scalar = try escapedScalar(from: backslash)
      unescaped.append(contentsOf: String(Character(scalar)).utf8)
    default: throw JSONError(.malformedEscape, at: backslash)
    }
  }

  /// The scalar of `\uXXXX`, or of two of them that make a surrogate pair; the index stands after
  /// the first `\u`.
  private mutating func escapedScalar(from backslash: Int) throws(JSONError) -> Unicode.Scalar {
    let first = try codeUnit(from: backslash)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(first), bytes[index...].starts(with: [0x5C, 0x75]) else {
      throw JSONError(.loneSurrogate, at: backslash)
    }
    let secondBackslash = index
    index += 2
    let second = try codeUnit(from: secondBackslash)
    guard UTF16.isTrailSurrogate(second) else { throw JSONError(.loneSurrogate, at: backslash) }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  private mutating func codeUnit(from backslash: Int) throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw JSONError(.malformedEscape, at: backslash)
      }
      unit = unit << 4 | UInt16(digit)
      index += 1
    }
    return unit
  }

  /// Where the first sequence that is not UTF-8 begins; only called when there is one.
  private func firstMalformed(in run: ArraySlice<UInt8>) -> Int {
    var place = run.startIndex
    var iterator = run.makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      place += UTF8.width(scalar)
    }
    return place
  }
}
