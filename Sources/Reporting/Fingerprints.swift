import Diagnostics

/// What names a finding from run to run, although lines before it come and go: its code, its path,
/// the text of its line, and how many like it came before.
struct Fingerprints {
  /// The name and version of this way to make them.
  static let name = "findingHash/v1"

  private var seen: [UInt64: Int] = [:]

  /// The fingerprint of the next finding; each must be asked for once, in the order of the report.
  mutating func next(for diagnostic: Diagnostic, in lines: LineTable?) -> String {
    var hash = FNV1a()
    hash.add(diagnostic.code.id.utf8)
    hash.add((diagnostic.path ?? "").utf8)
    if let lines, let range = diagnostic.range {
      hash.add(Self.trimmed(lines.line(lines.position(of: range.start).line)))
    } else {
      hash.add(diagnostic.message.utf8)
    }
    let count = seen[hash.value, default: 0] + 1
    seen[hash.value] = count
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits + ":\(count)"
  }

  /// A line without the spaces around it, so that a block may move in or out.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    guard let last = line.lastIndex(where: { !isSpace($0) }) else { return [] }
    return line[...last].drop(while: isSpace)
  }
}

/// The 64-bit hash of Fowler, Noll and Vo, which is the same in every run and on every machine.
private struct FNV1a {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds a text and an end that no text contains.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
