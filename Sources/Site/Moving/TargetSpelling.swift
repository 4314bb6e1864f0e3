import ByteText
import Links

/// How the path of a target is written: from where it is seen, and with which marks. Another path is
/// written the same way.
struct TargetSpelling {
  /// What the path names.
  enum Form: Hashable {
    /// A file, its whole path given.
    case file
    /// A page by the folder whose index it is.
    case folder
    /// A page without its extension.
    case withoutExtension
    /// The address of the published page, seen from the address of this one.
    case published
  }

  /// The path as it stands in the source, without query and fragment.
  private let written: [UInt8]
  private let isAbsolute: Bool
  private let hasDot: Bool
  /// Steps up besides those that are needed, as from one who always begins at the top.
  private let extraSteps: Int
  private let isBracketed: Bool
  /// Each part as its author encoded it.
  private let parts: [[UInt8]: [UInt8]]

  private static let slash = UInt8(ascii: "/")

  /// - Parameters:
  ///   - written: the path as it stands in the source.
  ///   - isPlain: whether nothing but percent signs is escaped in it.
  ///   - base: the path or address from which it is seen.
  ///   - target: the path or address that it names.
  init(
    _ written: [UInt8], isPlain: Bool, isBracketed: Bool, from base: [UInt8], to target: [UInt8]
  ) {
    self.written = written
    self.isBracketed = isBracketed
    isAbsolute = written.first == Self.slash
    var rest = written[...]
    hasDot = written.starts(with: "./".utf8) && written.count > 2
    if hasDot { rest = rest.dropFirst(2) }
    let segments = rest.split(separator: Self.slash, omittingEmptySubsequences: false)
    let steps = segments.prefix { $0.elementsEqual("..".utf8) }.count
    let needed = Self.steps(from: base, to: target)
    extraSteps = isAbsolute ? 0 : max(0, steps - needed)
    var parts: [[UInt8]: [UInt8]] = [:]
    if isPlain {
      for segment in segments where !segment.isEmpty {
        parts[PercentEncoding.decoded(segment)] = Array(segment)
      }
    }
    self.parts = parts
  }

  /// The path of a target, seen from `base`; both are paths, or both addresses.
  func path(from base: [UInt8], to target: [UInt8]) -> [UInt8] {
    var target = target
    // With or without a slash at the end, as it was.
    if target.last == Self.slash, written.last != Self.slash, !written.isEmpty,
      !Self.endsWithDots(written)
    {
      target.removeLast()
    }
    let wanted = Self.segments(target)
    if isAbsolute { return [Self.slash] + joined(wanted) }
    let folders = Self.segments(base).dropLast()
    let steps = min(Self.steps(from: base, to: target) + extraSteps, folders.count)
    var path = joined(
      [[UInt8]](repeating: Array("..".utf8), count: steps)
        + wanted.dropFirst(folders.count - steps))
    if path.isEmpty { path = Array("./".utf8) }
    let needsDot =
      path.firstIndex(of: UInt8(ascii: ":")).map { !path[..<$0].contains(Self.slash) } ?? false
    return hasDot && path != Array("./".utf8) || needsDot ? Array("./".utf8) + path : path
  }

  /// How many folders must be left on the way.
  private static func steps(from base: [UInt8], to target: [UInt8]) -> Int {
    let folders = segments(base).dropLast()
    let wanted = segments(target).dropLast()
    return folders.count - zip(folders, wanted).prefix { $0 == $1 }.count
  }

  private static func segments(_ path: [UInt8]) -> [[UInt8]] {
    path.split(separator: slash, omittingEmptySubsequences: false).map { Array($0) }
  }

  private static func endsWithDots(_ path: [UInt8]) -> Bool {
    path.split(separator: slash).last.map { $0.allSatisfy { $0 == UInt8(ascii: ".") } } ?? true
  }

  private func joined(_ segments: [[UInt8]]) -> [UInt8] {
    Array(segments.map { parts[$0] ?? encoded($0) }.joined(separator: [Self.slash]))
  }

  /// A part that its author has not written yet. What would end the target or mean something else is
  /// percent-encoded, and letters beyond ASCII where others of them are.
  func encoded(_ part: [UInt8]) -> [UInt8] {
    let encodesLetters = Self.hasEncodedLetters(written)
    var encoded: [UInt8] = []
    let keepsParentheses = Self.areBalanced(part)
    for byte in part {
      let isKept =
        byte == 0x20 && isBracketed
        || keepsParentheses && (byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")"))
      if isKept {
        encoded.append(byte)
      } else if byte <= 0x20 || byte == 0x7F || #"()<>%?#&|\"'"#.utf8.contains(byte)
        || (byte >= 0x80 && encodesLetters)
      {
        let digits = Array(String(byte, radix: 16, uppercase: true).utf8)
        encoded += [UInt8(ascii: "%")] + (digits.count < 2 ? [UInt8(ascii: "0")] : []) + digits
      } else {
        encoded.append(byte)
      }
    }
    return encoded
  }

  /// Whether the parentheses of a part close each other, so that they do not end a link.
  private static func areBalanced(_ part: [UInt8]) -> Bool {
    var depth = 0
    for byte in part where depth >= 0 {
      if byte == UInt8(ascii: "(") { depth += 1 } else if byte == UInt8(ascii: ")") { depth -= 1 }
    }
    return depth == 0
  }

  private static func hasEncodedLetters(_ path: [UInt8]) -> Bool {
    path.indices.contains { index in
      path[index] == UInt8(ascii: "%") && index + 1 < path.count
        && "89ABCDEFabcdef".utf8.contains(path[index + 1])
    }
  }
}
