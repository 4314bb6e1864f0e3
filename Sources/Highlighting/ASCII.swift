/// The bytes that lexers meet, by name, and the classes they fall into.
///
/// Bytes from 0x80 on count as letters: identifiers may be written in any script, and a sequence of
/// UTF-8 stays whole.
extension UInt8 {
  static var tab: UInt8 { 0x09 }
  static var newline: UInt8 { 0x0A }
  static var carriageReturn: UInt8 { 0x0D }
  static var space: UInt8 { 0x20 }
  static var exclamation: UInt8 { UInt8(ascii: "!") }
  static var quote: UInt8 { UInt8(ascii: "\"") }
  static var hash: UInt8 { UInt8(ascii: "#") }
  static var dollar: UInt8 { UInt8(ascii: "$") }
  static var percent: UInt8 { UInt8(ascii: "%") }
  static var ampersand: UInt8 { UInt8(ascii: "&") }
  static var apostrophe: UInt8 { UInt8(ascii: "'") }
  static var openParen: UInt8 { UInt8(ascii: "(") }
  static var closeParen: UInt8 { UInt8(ascii: ")") }
  static var asterisk: UInt8 { UInt8(ascii: "*") }
  static var plus: UInt8 { UInt8(ascii: "+") }
  static var comma: UInt8 { UInt8(ascii: ",") }
  static var minus: UInt8 { UInt8(ascii: "-") }
  static var dot: UInt8 { UInt8(ascii: ".") }
  static var slash: UInt8 { UInt8(ascii: "/") }
  static var colon: UInt8 { UInt8(ascii: ":") }
  static var semicolon: UInt8 { UInt8(ascii: ";") }
  static var less: UInt8 { UInt8(ascii: "<") }
  static var equals: UInt8 { UInt8(ascii: "=") }
  static var greater: UInt8 { UInt8(ascii: ">") }
  static var question: UInt8 { UInt8(ascii: "?") }
  static var at: UInt8 { UInt8(ascii: "@") }
  static var openBracket: UInt8 { UInt8(ascii: "[") }
  static var backslash: UInt8 { UInt8(ascii: "\\") }
  static var closeBracket: UInt8 { UInt8(ascii: "]") }
  static var caret: UInt8 { UInt8(ascii: "^") }
  static var underscore: UInt8 { UInt8(ascii: "_") }
  static var backtick: UInt8 { UInt8(ascii: "`") }
  static var openBrace: UInt8 { UInt8(ascii: "{") }
  static var pipe: UInt8 { UInt8(ascii: "|") }
  static var closeBrace: UInt8 { UInt8(ascii: "}") }
  static var tilde: UInt8 { UInt8(ascii: "~") }

  /// White space inside a line.
  var isBlank: Bool { self == .space || self == .tab || self == .carriageReturn }

  var isSpace: Bool { isBlank || self == .newline }

  var isDigit: Bool { self &- 0x30 < 10 }

  var isUppercase: Bool { self &- 0x41 < 26 }

  /// An ASCII letter of either case.
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// What may begin an identifier in most languages.
  var isLetter: Bool { isASCIILetter || self == .underscore || self >= 0x80 }

  /// What may continue an identifier in most languages.
  var isWord: Bool { isLetter || isDigit }

  var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }

  /// The second to fourth byte of a UTF-8 sequence.
  var isContinuation: Bool { self & 0xC0 == 0x80 }

  /// ASCII capitals made small.
  var lowered: UInt8 { isUppercase ? self | 0x20 : self }
}
