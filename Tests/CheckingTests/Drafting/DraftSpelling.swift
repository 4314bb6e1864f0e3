/// Ways to spell the target of a link.
enum DraftSpelling {
  /// Percent-encodes what must be, and now and then what need not be.
  static func encoded(_ path: String, _ chance: inout Chance, reserved: String) -> String {
    let encodesOthers = chance.isOnce(in: 3)
    var text = ""
    for scalar in path.unicodeScalars {
      let isOdd = !scalar.isASCII && encodesOthers
      let isWord = scalar.properties.isAlphabetic && scalar.isASCII
      if reserved.unicodeScalars.contains(scalar) || isOdd || isWord && chance.isOnce(in: 40) {
        for byte in String(scalar).utf8 {
          let digits = String(byte, radix: 16, uppercase: chance.isOnce(in: 2))
          text += "%" + (digits.count < 2 ? "0" : "") + digits
        }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  static let reservedInPath = " %?#:()<>\"'&|[]\\`{}"
  static let reservedInFragment = " %#()<>\"'&|[]\\`{}"

  /// The way from a page to a path of the content folder.
  static func relative(_ path: String, from page: String, _ chance: inout Chance) -> String {
    var here = page.split(separator: "/").dropLast().map(String.init)
    var there = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    // Now and then one goes up further than needed.
    let shared = chance.isOnce(in: 6) ? 0 : 99
    var dropped = 0
    while dropped < shared, let first = here.first, there.count > 1, first == there[0] {
      here.removeFirst()
      there.removeFirst()
      dropped += 1
    }
    let up = String(repeating: "../", count: here.count)
    let dot = up.isEmpty && chance.isOnce(in: 4) ? "./" : ""
    return dot + up + there.joined(separator: "/")
  }

  /// The same text with one letter of its path in another case, outside of escapes.
  static func withOtherCase(_ target: String, _ chance: inout Chance) -> String? {
    let end = target.firstIndex { $0 == "#" || $0 == "?" } ?? target.endIndex
    return flipped(target[..<end], &chance).map { $0 + target[end...] }
  }

  /// The same text with one letter of its fragment in another case.
  static func withOtherCase(fragmentOf target: String, _ chance: inout Chance) -> String? {
    guard let hash = target.firstIndex(of: "#") else { return nil }
    return flipped(target[hash...], &chance).map { target[..<hash] + $0 }
  }

  private static func flipped(_ text: Substring, _ chance: inout Chance) -> String? {
    var characters = Array(text)
    let letters = characters.indices.filter { index in
      let isEscape = (1...2).contains { index >= $0 && characters[index - $0] == "%" }
      return !isEscape && characters[index].isASCII && characters[index].isLetter
    }
    guard !letters.isEmpty else { return nil }
    let index = chance.of(letters)
    let letter = characters[index]
    let other = letter.isUppercase ? letter.lowercased() : letter.uppercased()
    characters.replaceSubrange(index...index, with: Array(other))
    return String(characters)
  }

  /// The same text with the name at the end of its path changed.
  static func broken(_ target: String) -> String {
    let end = target.firstIndex { $0 == "#" || $0 == "?" } ?? target.endIndex
    let path = target[..<end]
    let name = path.hasSuffix("/") ? path.dropLast() : path
    let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    return target[..<start] + "zzqq-" + target[start...]
  }
}
