import Diagnostics

/// The lines of the file asked for last. Findings come sorted by file, so one is enough.
struct SourceLines {
  private var path: String?
  private var lines: LineTable?

  mutating func of(_ path: String?, _ source: (String) -> [UInt8]?) -> LineTable? {
    guard let path else { return nil }
    if self.path != path {
      self.path = path
      lines = source(path).map { LineTable($0) }
    }
    return lines
  }
}
