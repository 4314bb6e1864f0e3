/// Why bytes are not JSON, and at which byte.
package struct JSONError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case byteOrderMark
    case expectedValue
    case expectedKey
    case expectedColon
    /// The object or array needs a comma or its end.
    case expectedComma(in: Container)
    case trailingComma(in: Container)
    case trailingText
    /// The text stops inside an object or array.
    case unfinished(Container)
    case tooDeep(limit: Int)
    case duplicateKey(String)
    case malformedNumber
    case leadingZero
    case unfinishedString
    case controlCharacter(UInt8)
    case malformedEscape
    case loneSurrogate
    case malformedUTF8
  }

  package enum Container: String, Hashable, Sendable { case object, array }

  package let problem: Problem
  /// Bytes from the start of the text, where the problem begins.
  package let offset: Int

  init(_ problem: Problem, at offset: Int) {
    self.problem = problem
    self.offset = offset
  }
}

extension JSONError: CustomStringConvertible {
  /// The problem in plain words, a sentence without a full stop.
  package var message: String {
    switch problem {
    case .byteOrderMark: "JSON begins without a byte order mark"
    case .expectedValue:
      "a value is expected here: an object, an array, a string, a number, true, false or null"
    case .expectedKey: "a key between double quotes is expected here"
    case .expectedColon: "a colon is expected after the key"
    case .expectedComma(let container):
      "a comma or the end of the \(container.rawValue) is expected here"
    case .trailingComma(let container):
      "no comma follows the last value of an \(container.rawValue)"
    case .trailingText: "there is more text after the end of the value"
    case .unfinished(let container): "the text ends inside an \(container.rawValue)"
    case .tooDeep(let limit): "objects and arrays are nested more than \(limit) deep"
    case .duplicateKey(let key): "the key \"\(key)\" stands twice in this object"
    case .malformedNumber: "this is not a number as JSON spells it"
    case .leadingZero: "a number does not begin with a superfluous zero"
    case .unfinishedString: "this string has no closing quote"
    case .controlCharacter(let byte):
      "the control character \(escaped(byte)) must be written as an escape"
    case .malformedEscape:
      #"an escape is one of \" \\ \/ \b \f \n \r \t, or \u with four hexadecimal digits"#
    case .loneSurrogate: "half of a surrogate pair stands alone"
    case .malformedUTF8: "these bytes are not UTF-8"
    }
  }

  package var description: String { "byte \(offset): \(message)" }

  private func escaped(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return #"\u"# + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
