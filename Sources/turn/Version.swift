/// The program's version, by SemVer; that of turnbook.
enum Version {
  static let text = "0.1.0"
}
