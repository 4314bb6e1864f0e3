/// A pattern for paths: `*` is any run within a name, `**` any run of folders, `?` one character.
package struct Glob: Sendable {
  private let parts: [[Character]]

  package init(_ pattern: String) {
    var parts = pattern.split(separator: "/").map(Array.init)
    // A folder means everything in it.
    if pattern.hasSuffix("/") { parts.append(["*", "*"]) }
    self.parts = parts
  }

  package func matches(_ path: String) -> Bool {
    Self.matches(parts[...], path.split(separator: "/").map(Array.init)[...])
  }

  private static func matches(
    _ pattern: ArraySlice<[Character]>, _ path: ArraySlice<[Character]>
  ) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    if first == ["*", "*"] {
      return (path.startIndex...path.endIndex).contains {
        matches(pattern.dropFirst(), path[$0...])
      }
    }
    guard let name = path.first, matchesName(first, name) else { return false }
    return matches(pattern.dropFirst(), path.dropFirst())
  }

  /// One name; on a mismatch the last `*` takes one character more, so the time is at most the
  /// product of the lengths.
  private static func matchesName(_ pattern: [Character], _ name: [Character]) -> Bool {
    var place = 0
    var index = 0
    var star: (place: Int, index: Int)?
    while index < name.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, index)
        place += 1
      } else if place < pattern.count, pattern[place] == "?" || pattern[place] == name[index] {
        place += 1
        index += 1
      } else if let last = star {
        star = (last.place, last.index + 1)
        place = last.place + 1
        index = last.index + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}
