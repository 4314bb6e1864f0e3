package import ByteText
package import Diagnostics

/// What edits change in a file, as `diff -u` shows it: three lines of context, and bytes as they are,
/// so that `patch -p1` and `git apply` make the same change.
package struct UnifiedDiff {
  private let path: String
  /// Where the file is afterwards; nil where it stays.
  private let newPath: String?
  private let lines: FileLines
  private let hunks: [[LineChange]]

  /// The lines shown around a change.
  private static let context = 3

  /// - Parameters:
  ///   - path: The file's name, which the diff prefixes with `a/` and `b/`.
  ///   - newPath: Its name afterwards, where it is renamed; only `git apply` makes that change too.
  ///   - old: The file's bytes.
  ///   - edits: In the order of their places; no two overlap. `EditPlan.edits` are such.
  package init(path: String, newPath: String? = nil, old: [UInt8], edits: [Edit]) {
    self.path = path
    self.newPath = newPath
    lines = FileLines(old)
    var hunks: [[LineChange]] = []
    var end = 0
    for change in LineChange.all(edits, in: old) {
      if hunks.isEmpty || change.start - end > 2 * Self.context {
        hunks.append([change])
      } else {
        hunks[hunks.count - 1].append(change)
      }
      end = change.start + change.old.count
    }
    self.hunks = hunks
  }

  /// Whether nothing changes.
  package var isEmpty: Bool { hunks.isEmpty && newPath == nil }

  /// Appends the diff; nothing when nothing changes.
  /// - Parameter color: Whether it is for a terminal: coloured, and with signs instead of what a
  ///   terminal would obey. Such a diff is for eyes only.
  package func write(color: Bool = false, into output: inout ByteBuffer) {
    guard !isEmpty else { return }
    var writer = DiffWriter(color: color, output: output)
    if let newPath { writer.rename(path, newPath) }
    if !hunks.isEmpty {
      writer.header("--- ", "a/" + path)
      writer.header("+++ ", "b/" + (newPath ?? path))
    }
    var shift = 0
    for hunk in hunks { write(hunk, shift: &shift, to: &writer) }
    output = writer.finish()
  }

  private func write(_ hunk: [LineChange], shift: inout Int, to writer: inout DiffWriter) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let start = max(0, first.start - Self.context)
    let end = min(lines.count, last.start + last.old.count + Self.context)
    let growth = hunk.reduce(0) { $0 + $1.new.count - $1.old.count }
    writer.place(
      old: start..<end, new: (start + shift)..<(end + shift + growth))
    shift += growth
    var next = start
    for change in hunk {
      for line in next..<change.start { writer.line(" ", lines[line]) }
      for line in change.old { writer.line("-", line) }
      for line in change.new { writer.line("+", line) }
      next = change.start + change.old.count
    }
    for line in next..<end { writer.line(" ", lines[line]) }
  }
}

/// Writes the lines of a diff, plain or for a terminal.
private struct DiffWriter: ~Copyable {
  private let style: TerminalStyle
  private var output: ByteBuffer

  init(color: Bool, output: consuming ByteBuffer) {
    style = TerminalStyle(color: color)
    self.output = output
  }

  consuming func finish() -> ByteBuffer { output }

  /// The lines that say under which name the file is found from now on.
  mutating func rename(_ old: String, _ new: String) {
    if style.color {
      let words = "rename \(VisibleText.of(old)) to \(VisibleText.of(new))"
      output.append(style(words, as: .place) + "\n")
      return
    }
    output.append("diff --git \(Self.escaped("a/" + old)) \(Self.escaped("b/" + new))\n")
    output.append("rename from \(Self.escaped(old))\nrename to \(Self.escaped(new))\n")
  }

  mutating func header(_ sign: String, _ name: String) {
    if style.color {
      output.append(style(sign + VisibleText.of(name), as: .place) + "\n")
    } else {
      output.append(sign + Self.quoted(name) + "\n")
    }
  }

  /// The line that says where a hunk belongs.
  mutating func place(old: Range<Int>, new: Range<Int>) {
    let place = "@@ -\(Self.words(old)) +\(Self.words(new)) @@"
    output.append(style(place, as: .note) + "\n")
  }

  mutating func line(_ sign: String, _ line: ArraySlice<UInt8>) {
    let hasEnding = line.last == 0x0A
    if style.color {
      let text = VisibleText.ofLine(line)
      let part: TerminalStyle.Part? =
        switch sign {
        case "-": .severity(.error)
        case "+": .help
        default: nil
        }
      output.append((part.map { style(sign + text, as: $0) } ?? sign + text) + "\n")
    } else {
      output.append(sign)
      output.append(line)
      if !hasEnding { output.append("\n") }
    }
    if !hasEnding { output.append("\\ No newline at end of file\n") }
  }

  /// Lines as a hunk's head counts them: from 1, and an empty range by the line before it.
  private static func words(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }

  /// A file's name as `patch` and `git` read it: quoted with the escapes of C where it must be; a
  /// tab ends one with spaces.
  private static func quoted(_ name: String) -> String {
    let escaped = escaped(name)
    return escaped == name && name.contains(" ") ? name + "\t" : escaped
  }

  private static func escaped(_ name: String) -> String {
    func isSpecial(_ byte: UInt8) -> Bool {
      byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }
    guard name.utf8.contains(where: isSpecial) else { return name }
    var quoted = "\""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case let scalar where scalar.isASCII && isSpecial(UInt8(scalar.value)):
        let digits = String(scalar.value, radix: 8)
        quoted += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
