/// The program's version, by SemVer.
enum Version {
  static let text = "0.1.0"
}
