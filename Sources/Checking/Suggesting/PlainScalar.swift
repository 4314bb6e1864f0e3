/// Text that a fix writes into YAML.
enum PlainScalar {
  /// Whether a path is YAML text as it stands, between the brackets of a list too.
  static func holds(_ path: String) -> Bool {
    guard let first = path.unicodeScalars.first, first != "%", first != "#" else { return false }
    return path.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_./%#".unicodeScalars.contains(scalar)
    }
  }
}
