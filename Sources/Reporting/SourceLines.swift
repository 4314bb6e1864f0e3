import Diagnostics

/// The lines of the files that a report needs: the finding's own, and those of its other places.
///
/// Findings come sorted by file, so that the last file is what is asked for most. A few others are
/// kept beside it.
struct SourceLines {
  private let read: (String) -> [UInt8]?
  private var path: String?
  private var lines: LineTable?
  private var others: [String: LineTable?] = [:]

  /// The most files kept beside the last one.
  private static let room = 32

  init(_ read: @escaping (String) -> [UInt8]?) { self.read = read }

  /// The lines of a finding's file; nil when there is none, or when it cannot be read.
  mutating func own(_ path: String?) -> LineTable? {
    guard let path else { return nil }
    if self.path != path {
      let next = other(path)
      others[path] = nil
      if let last = self.path { keep(lines, of: last) }
      self.path = path
      lines = next
    }
    return lines
  }

  /// The lines of a file that a finding refers to.
  mutating func other(_ path: String) -> LineTable? {
    if path == self.path { return lines }
    if let known = others[path] { return known }
    let lines = read(path).map { LineTable($0) }
    keep(lines, of: path)
    return lines
  }

  private mutating func keep(_ lines: LineTable?, of path: String) {
    if others.count >= Self.room { others.removeAll() }
    others[path] = .some(lines)
  }
}
