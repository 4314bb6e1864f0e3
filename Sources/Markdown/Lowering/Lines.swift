import ByteText
import Diagnostics

/// The files that a page may include, by the names that its snippet lines use.
package struct SnippetSet: Sendable {
  package struct File: Sendable {
    /// The printed path.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  package var files: [String: File]
  /// Why a name has no file, in plain words.
  package var failures: [String: String]

  package init(files: [String: File] = [:], failures: [String: String] = [:]) {
    self.files = files
    self.failures = failures
  }
}

/// Splitting the page into lines, with the lines of snippets in the place of the lines that name
/// them.
extension Lowering {
  /// Reads the lines of a page without lowering them.
  mutating func readLines(
    ofPage page: [UInt8], from start: Int, path: String, snippets: SnippetSet
  ) {
    reset()
    files.append(page)
    paths.append(path)
    bytes = page
    readLines(from: start, snippets: snippets)
  }

  mutating func readLines(from start: Int, snippets: SnippetSet) {
    var including: [String] = []
    readLines(
      of: 0, from: start, to: bytes.count, indent: 0, snippets: snippets, including: &including)
  }

  /// Reads the lines of `files[file]`. `including` holds the names of the snippets under way, to
  /// find cycles.
  private mutating func readLines(
    of file: Int, from start: Int, to limit: Int, indent: Int, snippets: SnippetSet,
    including: inout [String]
  ) {
    let bytes = files[file]
    var index = start
    var block: Int?
    let mayInclude = dialect.snippets && SnippetReference.mayInclude(bytes)
    while index < limit {
      let (end, next) = Self.lineEnd(bytes, index, limit)
      let line = Line(file: file, start: index, end: end, next: next, indent: indent)
      index = next
      if mayInclude, let marker = Self.snippetMarker(bytes, line.start, end) {
        if marker.isEscaped {
          lines.append(
            Line(
              file: file, start: marker.start, end: end, next: next, indent: indent + marker.indent)
          )
        } else if let name = marker.name {
          if block == nil {
            include(
              name, in: line, indent: marker.indent, snippets: snippets, including: &including)
          }
        } else {
          block = block == nil ? line.start : nil
        }
        continue
      }
      if block != nil {
        let name = Self.trimmedName(bytes, line.start, end)
        if let name {
          include(name, in: line, indent: 0, snippets: snippets, including: &including)
        }
        continue
      }
      if !hasDefinitions, dialect.definitionLists {
        hasDefinitions = Self.looksLikeDefinition(bytes, line.start, end)
      }
      lines.append(line)
    }
    if let block {
      reportSnippet(
        Line(file: file, start: block, end: min(block + 5, limit), next: limit, indent: 0),
        "this snippet block is never closed", help: "end it with a line `--8<--`")
    }
  }

  static func lineEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> (end: Int, next: Int) {
    let index = bytes.withUnsafeBufferPointer {
      ByteScan.lineEnd(in: $0, from: start, to: limit)
    }
    guard index < limit else { return (index, index) }
    if bytes[index] == 0x0D, index + 1 < limit, bytes[index + 1] == 0x0A {
      return (index, index + 2)
    }
    return (index, index + 1)
  }

  private static func looksLikeDefinition(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: ">") {
      index += 1
    }
    return index + 1 < end && bytes[index] == UInt8(ascii: ":")
      && (bytes[index + 1] == UInt8(ascii: " ") || bytes[index + 1] == UInt8(ascii: "\t"))
  }

  private mutating func include(
    _ reference: String, in line: Line, indent: Int, snippets: SnippetSet,
    including: inout [String]
  ) {
    let request = SnippetReference(reference)
    guard let file = snippets.files[request.file] else {
      let reason = snippets.failures[request.file] ?? "there is no such file"
      return reportSnippet(
        line, "the snippet \"\(request.file)\" cannot be included: \(reason)",
        help: "give the path of a file inside the content folder")
    }
    guard !including.contains(file.path) else {
      return reportSnippet(
        line, "the snippet \"\(request.file)\" includes itself",
        help: "take the line out of one of: \((including + [file.path]).joined(separator: " → "))")
    }
    if includesTooMuch { return }
    includedBytes += file.bytes.count
    guard including.count < 32, lines.count < 1_000_000, files.count <= 10_000,
      includedBytes <= 64 << 20
    else {
      includesTooMuch = true
      return reportSnippet(
        line, "snippets are nested too deep or grow too large here",
        help: "include fewer files, or shorter ones")
    }
    guard let range = request.range(in: file.bytes) else {
      return reportSnippet(
        line, "the snippet \"\(request.file)\" has no section \"\(request.section ?? "")\"",
        help: "mark it with `--8<-- [start:\(request.section ?? "name")]` and `[end:…]`")
    }
    let number = files.count
    files.append(file.bytes)
    paths.append(file.path)
    including.append(file.path)
    readLines(
      of: number, from: range.lowerBound, to: range.upperBound, indent: line.indent + indent,
      snippets: snippets, including: &including)
    including.removeLast()
  }

  private mutating func reportSnippet(_ line: Line, _ message: String, help: String) {
    diagnostics.append(
      Diagnostic(
        .snippet, .error, message, path: paths[line.file], range: ByteRange(line.start, line.end),
        help: help))
  }
}
