import Pages

/// Which paths of the content folder are others after a move.
struct MovedPaths: Sendable {
  let from: String
  let to: String
  let isFolder: Bool

  /// The path that a file or folder has afterwards.
  func new(_ path: String) -> String {
    guard let rest = rest(of: path) else { return path }
    return to + rest
  }

  func new(_ path: [UInt8]) -> [UInt8] {
    let text = String(decoding: path, as: UTF8.self)
    return moves(text) ? Array(new(text).utf8) : path
  }

  func moves(_ path: String) -> Bool { rest(of: path) != nil }

  /// What follows the moved path in this one; nil where it does not lie in it.
  private func rest(of path: String) -> Substring? {
    let (bytes, start) = (path.utf8, from.utf8)
    guard bytes.starts(with: start) else { return nil }
    if bytes.count == start.count { return "" }
    let rest = path[bytes.index(bytes.startIndex, offsetBy: start.count)...]
    return isFolder && rest.utf8.first == UInt8(ascii: "/") ? rest : nil
  }
}
