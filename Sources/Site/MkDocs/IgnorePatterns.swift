import Checking
import Diagnostics
import YAML

/// Patterns as in a `.gitignore`, one a line, which mkdocs has for pages that are left out.
enum IgnorePatterns {
  /// The same as globs of paths in the content folder, in their order; an exclamation mark before one
  /// stays there.
  static func globs(_ value: YAMLNode) -> [Located<String>] {
    (value.text ?? "").split(separator: "\n").compactMap { line in
      var pattern = line.drop { $0 == " " || $0 == "\t" }
      while let last = pattern.last, last == " " || last == "\t" || last == "\r" {
        pattern = pattern.dropLast()
      }
      guard !pattern.isEmpty, !pattern.hasPrefix("#") else { return nil }
      let takesBack = pattern.hasPrefix("!")
      if takesBack { pattern = pattern.dropFirst() }
      let glob = glob(String(pattern))
      return glob.isEmpty ? nil : Located((takesBack ? "!" : "") + glob, value.range)
    }
  }

  private static func glob(_ pattern: String) -> String {
    // A pattern with a slash before its end is seen from the top, any other from every folder.
    let isRooted = pattern.dropLast().contains("/")
    let path = String(pattern.drop { $0 == "/" })
    guard !path.isEmpty else { return "" }
    let glob = isRooted || pattern.hasPrefix("**/") ? path : "**/" + path
    let name = path.split(separator: "/").last ?? ""
    // A name may be a folder's, and then means everything in it.
    return path.hasSuffix("/") || path.hasSuffix("**") || name.dropFirst().contains(".")
      ? glob : glob + "/**"
  }
}

extension MkDocsConfigReading {
  /// Pages that nobody misses in the navigation.
  mutating func takeUnlisted(_ value: YAMLNode) {
    for glob in IgnorePatterns.globs(value) {
      var exception = CheckSettings.Exception()
      exception.codes = ["TB-S020"]
      let takesBack = glob.value.hasPrefix("!")
      exception.paths = [takesBack ? String(glob.value.dropFirst()) : glob.value]
      exception.level = takesBack ? .note : .off
      config.check.exceptions.append(exception)
    }
  }

  /// The levels of mkdocs for kinds of findings, as those of the rules here that find the same. What
  /// it does not say stays as this program has it.
  mutating func takeValidation(_ value: YAMLNode) {
    for (group, name, codes) in Self.validations {
      let word = value[key: group]?[key: name]?.text ?? value[key: name]?.text
      let level: CheckSettings.Level
      switch word {
      case "warn": level = .warning
      case "info": level = .note
      case "ignore": level = .off
      default: continue
      }
      for code in codes { config.check.levels[code] = level }
    }
  }

  private static let validations: [(group: String, name: String, codes: [String])] = [
    ("nav", "omitted_files", ["TB-S020"]),
    ("nav", "not_found", ["TB-S011", "TB-S021"]),
    ("links", "not_found", ["TB-L001", "TB-L006", "TB-L007", "TB-L009", "TB-L010"]),
    ("links", "anchors", ["TB-L002"]),
    ("links", "absolute_links", ["TB-L011"]),
    ("links", "unrecognized_links", ["TB-L003", "TB-L004", "TB-L005", "TB-L008", "TB-L013"]),
  ]
}
