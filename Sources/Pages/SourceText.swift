import ByteText
import Diagnostics

/// The bytes of a page, checked: valid UTF-8 without the bytes that Markdown cannot hold. What is
/// wrong is reported and blanked, so that the rest of the page is still read and all its faults are
/// told in one run.
struct SourceText {
  var bytes: [UInt8]
  var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    // Nearly every page is; what is wrong with the others is found out slowly.
    if bytes.withUnsafeBufferPointer(ByteScan.isText) { return }
    checkEncoding(path)
    blank(0, path, code: .nulByte, name: "a NUL byte")
    blank(2, path, code: .controlByte, name: "the control character U+0002")
  }

  private mutating func checkEncoding(_ path: String) {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let start = error.byteOffsets.lowerBound
      diagnostics.append(
        Diagnostic(
          .invalidUTF8, .error, "the file is not valid UTF-8: byte \(start) cannot stand there",
          path: path, range: ByteRange(start, error.byteOffsets.upperBound),
          help: "save the file as UTF-8"))
      blankInvalid()
    }
  }

  /// Puts a question mark in the place of each byte that is not UTF-8, so that all others stay where
  /// they are.
  private mutating func blankInvalid() {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var valid: [UInt8] = []
    valid.reserveCapacity(bytes.count)
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar): valid += scalar
      case .error(let length):
        valid += Array(repeating: UInt8(ascii: "?"), count: length)
      case .emptyInput:
        bytes = valid
        return
      }
    }
  }

  private mutating func blank(_ byte: UInt8, _ path: String, code: Code, name: String) {
    let found = bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count, bytes[index] != byte { index += 1 }
      return index
    }
    guard found < bytes.count else { return }
    let first = found
    diagnostics.append(
      Diagnostic(
        code, .error, "the file contains \(name)", path: path, range: ByteRange(first, first + 1),
        help: "delete it; most editors can show and find invisible characters"))
    for index in first..<bytes.count where bytes[index] == byte { bytes[index] = 0x20 }
  }
}
