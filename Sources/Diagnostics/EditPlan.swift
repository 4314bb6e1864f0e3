/// Which of many fixes for one file are made together, and what becomes of its bytes.
///
/// A fix is made whole or not at all. One that overlaps a fix before it is left out: it was thought
/// up for bytes that are then no longer there, and the next run finds it again where it is still
/// needed. The same edit in two fixes is made once.
///
/// To mend a file: make a plan from the fixes and the bytes that the findings came from; show
/// `edits` as a `UnifiedDiff`, or hand `result` and those bytes to `SourceRewrite`, which refuses
/// when the file is no longer what the plan was made from.
package struct EditPlan: Sendable {
  /// The changes to make, by their place; no two overlap.
  package private(set) var edits: [Edit] = []
  /// The places in the given list of the fixes that are made, ascending.
  package private(set) var applied: [Int] = []
  /// Those of the fixes that are not, ascending.
  package private(set) var leftOut: [Int] = []
  /// The file's bytes with all changes made.
  package let result: [UInt8]

  /// - Parameters:
  ///   - fixes: In the order in which they count; one with an edit in another file, or beyond the
  ///     bytes, is left out.
  ///   - path: The file as edits name it.
  package init(_ fixes: [Fix], for path: String, in bytes: [UInt8]) {
    var accepted = Accepted()
    for (index, fix) in fixes.enumerated() {
      let fits = fix.edits.allSatisfy { $0.path == path && Self.lies($0.range, in: bytes) }
      if fits, !fix.edits.isEmpty, accepted.add(fix.edits) {
        applied.append(index)
      } else {
        leftOut.append(index)
      }
    }
    edits = accepted.edits
    result = Self.applying(edits, to: bytes)
  }

  /// The bytes with some edits made; these stand in the order of their places and do not overlap.
  package static func applying(_ edits: some Sequence<Edit>, to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    for edit in edits {
      result += bytes[place..<edit.range.start]
      result += edit.replacement.utf8
      place = edit.range.end
    }
    result += bytes[place...]
    return result
  }

  private static func lies(_ range: ByteRange, in bytes: [UInt8]) -> Bool {
    range.start >= 0 && range.end <= bytes.count
  }
}

/// Edits by their place, none of which overlap.
private struct Accepted {
  private(set) var edits: [Edit] = []

  /// Takes all of some edits, or none and returns false.
  mutating func add(_ more: [Edit]) -> Bool {
    let before = edits
    for edit in more where !add(edit) {
      edits = before
      return false
    }
    return true
  }

  private mutating func add(_ edit: Edit) -> Bool {
    let place = firstPlace { !Self.stands($0.range, before: edit.range) }
    if place < edits.count {
      if edits[place] == edit { return true }
      // Two texts for the same spot: which is to come first, nobody has said.
      if edits[place].range == edit.range { return false }
      if edit.range.end > edits[place].range.start { return false }
    }
    if place > 0, edits[place - 1].range.end > edit.range.start { return false }
    edits.insert(edit, at: place)
    return true
  }

  private static func stands(_ left: ByteRange, before right: ByteRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }

  /// The first place from which on `isFound` holds.
  private func firstPlace(where isFound: (Edit) -> Bool) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if isFound(edits[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
