/// The theme's own style sheets and scripts without what only their authors read: comments, white
/// space. Tests hold the rules of the one and the syntax tree of the other to what was written.
enum LeanText {
  static func of(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    if name.hasSuffix(".js") { return LeanScript.of(bytes) }
    if name.hasSuffix(".css") { return LeanStyle.of(bytes) }
    return bytes
  }
}
