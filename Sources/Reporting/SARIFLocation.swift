import ByteText
import Diagnostics
import JSON

/// A place in a file as SARIF tells it.
struct SARIFLocation {
  private let path: String
  private let range: ByteRange?
  private let lines: LineTable?

  /// What stands for the folder that relative paths are seen from; readers know it by this name.
  static let base = "%SRCROOT%"

  /// - Parameters:
  ///   - range: nil for the file as a whole.
  ///   - lines: nil when the file cannot be read: then a region has bytes, but no lines.
  init(_ path: String, _ range: ByteRange?, in lines: LineTable?) {
    self.path = path
    self.range = range
    self.lines = lines
  }

  func writePhysical(to json: inout JSONWriter) {
    json.object("physicalLocation") { json in
      writeArtifact(to: &json)
      if range != nil { json.object("region") { json in writeRegion(to: &json) } }
    }
  }

  func writeArtifact(to json: inout JSONWriter) {
    json.object("artifactLocation") { json in
      if path.hasPrefix("/") {
        json.member("uri", "file://" + Self.encoded(path))
        return
      }
      var relative = path[...]
      while relative.hasPrefix("./") { relative = relative.dropFirst(2) }
      json.member("uri", Self.encoded(String(relative)))
      // A path that leaves the folder is not one below it.
      if !relative.hasPrefix("../") { json.member("uriBaseId", Self.base) }
    }
  }

  /// The members of a region.
  func writeRegion(to json: inout JSONWriter) {
    guard let range else { return }
    if let lines {
      let start = lines.position(of: range.start)
      let end = lines.position(of: range.end)
      json.member("startLine", start.line)
      json.member("startColumn", start.column)
      json.member("endLine", end.line)
      json.member("endColumn", end.column)
    }
    json.member("byteOffset", range.start)
    json.member("byteLength", range.count)
  }

  /// A path as part of a URI. A colon is encoded, so that none is taken for the end of a scheme.
  private static func encoded(_ path: String) -> String {
    var buffer = ByteBuffer(capacity: path.utf8.count * 3)
    var isFirst = true
    for part in path.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) {
      if !isFirst { buffer.append("%3A") }
      isFirst = false
      buffer.append(escapingPath: Array(part))
    }
    return String(decoding: buffer.array, as: UTF8.self)
  }
}
