/// The short name of a session: easy to say and to type, a letter first.
enum SessionID {
  /// Five bits each. Without l, o, 0 and 1, which are taken for one another.
  private static let signs = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)
  private static let letters = 24
  static let length = 6

  static func make(from random: inout some RandomNumberGenerator) -> String {
    var id = [signs[Int.random(in: 0..<letters, using: &random)]]
    while id.count < length { id.append(signs[Int.random(in: signs.indices, using: &random)]) }
    return String(decoding: id, as: UTF8.self)
  }
}
