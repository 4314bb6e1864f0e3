import YAML

extension TextFormat {
  static let siteURL = TextFormat(
    "an absolute http or https URL", pattern: #"^[Hh][Tt][Tt][Pp][Ss]?://[^\s?#@]+$"#,
    problem: SiteURL.problem)

  static let webURL = TextFormat(
    "an absolute http or https URL", pattern: #"^[Hh][Tt][Tt][Pp][Ss]?://[^\s]+$"#,
    problem: SiteURL.webProblem)

  /// The form of BCP 47: a language of two or three letters, then subtags of up to eight letters
  /// and digits.
  static let languageTag = TextFormat(
    "a language tag such as en or pt-BR", pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
  ) { text in
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.count),
      language.allSatisfy(\.isLetter)
    else { return "does not begin with a language of two or three letters" }
    let areSubtags = parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isLetter || $0.isDigit }
    }
    return areSubtags ? nil : "has a part that is not one to eight letters and digits"
  }

  /// A folder of the project.
  static let folder = TextFormat(
    "a folder inside the project", pattern: #"^(?![/~])(?!(.*/)?\.\.(/|$))[^\\]+$"#,
    problem: pathProblem)

  /// A file of the content folder.
  static let contentPath = TextFormat(
    "a path inside the content folder", pattern: #"^(?![/~])(?!(.*/)?\.\.(/|$))[^\\]+$"#,
    problem: pathProblem)

  /// A file of the content folder, or something on another host.
  static let pathOrAddress = TextFormat(
    "a path inside the content folder or an absolute http or https URL", pattern: ".",
    problem: { isAddress($0) ? SiteURL.webProblem(with: $0) : pathProblem($0) })

  static func isAddress(_ text: String) -> Bool { text.contains("://") }

  /// What a link may lead to: a page of the web, or somebody's mail.
  static let linkAddress = TextFormat(
    "an absolute http or https URL or a mailto: address",
    pattern: "^([Hh][Tt][Tt][Pp][Ss]?|mailto):",
    problem: { $0.hasPrefix("mailto:") ? nil : SiteURL.webProblem(with: $0) })

  /// What readers see as the name of a link.
  static let profileName = TextFormat("a name such as Mastodon", pattern: ".") { text in
    text.isEmpty ? "is empty" : nil
  }

  /// A pattern that file names are compared with.
  static let glob = TextFormat("a pattern for paths such as drafts/**", pattern: ".") { text in
    text.isEmpty ? "is empty" : nil
  }

  /// A CSS colour. Goes into the style sheet, so nothing that could end a declaration is let
  /// through.
  static let colour = TextFormat(
    "a CSS colour such as #4051b5 or oklch(50% 0.2 270)",
    pattern: #"^(#([0-9A-Fa-f]{3}){1,2}|[A-Za-z]+|[a-z]+\([A-Za-z0-9.,%/ +-]+\))$"#
  ) { text in
    if text.hasPrefix("#") {
      let digits = text.utf8.dropFirst()
      let isHex = digits.allSatisfy { $0.isHexDigit }
      return isHex && (digits.count == 3 || digits.count == 6)
        ? nil : "is not # and three or six hexadecimal digits"
    }
    let name = text.utf8.prefix { $0.isLetter }
    let rest = text.utf8.dropFirst(name.count)
    if name.isEmpty { return "does not begin with a colour's name" }
    if rest.isEmpty { return nil }
    let isCall = rest.first == UInt8(ascii: "(") && rest.last == UInt8(ascii: ")")
    let isPlain = rest.dropFirst().dropLast().allSatisfy { byte in
      byte.isLetter || byte.isDigit || ".,%/ +-".utf8.contains(byte)
    }
    return isCall && isPlain && rest.count > 2 ? nil : "is not one"
  }

  private static func pathProblem(_ text: String) -> String? {
    if text.isEmpty { return "is empty" }
    if text.hasPrefix("/") || text.hasPrefix("~") { return "begins outside of it" }
    if text.split(separator: "/").contains("..") { return "leads out of it" }
    if text.utf8.contains(UInt8(ascii: "\\")) { return "contains a backslash" }
    return text.utf8.contains { $0 < 0x20 || $0 == 0x7F } ? "contains a control character" : nil
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var isHexDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
  }
}
