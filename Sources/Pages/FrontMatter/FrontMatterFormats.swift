package import YAML

extension TextFormat {
  /// The last part of a URL: nothing that would leave its folder or make a second one.
  package static let pathSegment = TextFormat(
    "a single path segment", pattern: #"^(?!\.{1,2}$)[^/\\\u0000-\u001f\u007f]+$"#
  ) { text in
    if text.isEmpty { return "is empty" }
    if text == "." || text == ".." { return "is a folder's own name for itself or the one above" }
    if text.unicodeScalars.contains("/") { return "contains a slash" }
    if text.unicodeScalars.contains("\\") { return "contains a backslash" }
    return text.hasControlCharacter ? "contains a control character" : nil
  }

  /// A name that can stand in a file name and in a command without quotes.
  package static let plainName = TextFormat(
    "a plain name of letters, digits, dots, dashes and underscores",
    pattern: #"^[\p{L}\p{N}_-][\p{L}\p{N}._-]*$"#
  ) { text in
    if text.isEmpty { return "is empty" }
    if text.unicodeScalars.first == "." { return "begins with a dot" }
    return text.firstCharacter { !$0.isNameSign && $0 != "." && $0 != "-" }
  }

  /// The name of a pattern's variable.
  package static let variableName = TextFormat(
    "a name of letters, digits and underscores", pattern: #"^[\p{L}\p{M}\p{N}_]+$"#
  ) { text in
    text.isEmpty ? "is empty" : text.firstCharacter { !$0.isNameSign }
  }

  /// A URL of this site or the path of a source, as somebody might have linked to it.
  package static let formerPath = TextFormat(
    "the path of a page on this site", pattern: #"^(?![a-z]+:|//)[^\\\u0000-\u001f]+$"#
  ) { text in
    if text.isEmpty { return "is empty" }
    if text.hasPrefix("//") || text.split(separator: "/").first?.hasSuffix(":") == true {
      return "is on another host"
    }
    if text.split(separator: "/").contains("..") { return "leaves its folder" }
    if text.unicodeScalars.contains("\\") { return "contains a backslash" }
    return text.hasControlCharacter ? "contains a control character" : nil
  }
}

extension String {
  fileprivate var hasControlCharacter: Bool {
    unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
  }

  /// The complaint about the first character that is wrong.
  fileprivate func firstCharacter(where isWrong: (Unicode.Scalar) -> Bool) -> String? {
    guard let wrong = unicodeScalars.first(where: isWrong) else { return nil }
    return wrong == " " ? "contains a space" : "contains \"\(wrong)\""
  }
}

extension Unicode.Scalar {
  /// Letters, their marks and digits of any script, and the underscore.
  fileprivate var isNameSign: Bool {
    if isASCII {
      return ("a"..."z").contains(self) || ("A"..."Z").contains(self)
        || ("0"..."9").contains(self) || self == "_"
    }
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }
}
