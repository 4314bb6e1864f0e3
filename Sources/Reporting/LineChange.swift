import Diagnostics

/// Neighbouring lines of a file that edits change, before and after. Lines end with LF, which is
/// part of them; the last one may have none.
struct LineChange {
  /// The number of the first line changed, from 0 below the file's first: lines before it are as
  /// they were.
  private(set) var start: Int
  private(set) var old: [ArraySlice<UInt8>]
  private(set) var new: [ArraySlice<UInt8>]

  /// The most lines that are compared with each other; comparing takes time by the square.
  private static let mostCompared = 1000

  /// The number of the first old line, from 1.
  var firstLine: Int { start + 1 }

  /// The changes that edits make, by their place; at least one line that stays is between two.
  /// - Parameter edits: In the order of their places; no two overlap.
  static func all(_ edits: [Edit], in bytes: [UInt8]) -> [LineChange] {
    let lines = FileLines(bytes)
    var changes: [LineChange] = []
    var rest = edits[...]
    while let first = rest.first {
      let from = lines.line(of: first.range.start)
      var to = lines.line(of: first.range.end)
      var count = 1
      while count < rest.count {
        let next = rest[rest.startIndex + count].range
        guard lines.line(of: next.start) <= to else { break }
        to = max(to, lines.line(of: next.end))
        count += 1
      }
      let span = lines.start(of: from)..<lines.start(of: to + 1)
      let change = LineChange(
        start: from, old: split(bytes[span]),
        new: split(applying(rest.prefix(count), to: bytes, in: span)[...]))
      for change in change.trimmed.parts { append(change, to: &changes) }
      rest = rest.dropFirst(count)
    }
    return changes
  }

  /// Appends a change, or makes one of it and the last where no line stays between them.
  private static func append(_ change: LineChange, to changes: inout [LineChange]) {
    guard let last = changes.last, last.start + last.old.count == change.start else {
      return changes.append(change)
    }
    changes[changes.count - 1].old += change.old
    changes[changes.count - 1].new += change.new
  }

  /// The byte of a new line where it begins to differ from the old line in its place.
  func firstDifference(in line: ArraySlice<UInt8>, at index: Int) -> Int {
    guard index < old.count else { return line.startIndex }
    let same = zip(old[index], line).prefix { $0 == $1 }.count
    return line.startIndex + same
  }

  /// Without the lines at either end that are the same.
  private var trimmed: LineChange {
    var change = self
    let head = zip(old, new).prefix { $0 == $1 }.count
    change.start += head
    change.old.removeFirst(head)
    change.new.removeFirst(head)
    let tail = zip(change.old.reversed(), change.new.reversed()).prefix { $0 == $1 }.count
    change.old.removeLast(tail)
    change.new.removeLast(tail)
    return change
  }

  /// The changes that remain when lines in the middle are kept too; none where all lines are the
  /// same.
  private var parts: [LineChange] {
    guard !old.isEmpty, !new.isEmpty, old.count + new.count <= Self.mostCompared else {
      return old.isEmpty && new.isEmpty ? [] : [self]
    }
    var isRemoved = Array(repeating: false, count: old.count + 1)
    var isAdded = Array(repeating: false, count: new.count + 1)
    for step in new.difference(from: old) {
      switch step {
      case .remove(let offset, _, _): isRemoved[offset] = true
      case .insert(let offset, _, _): isAdded[offset] = true
      }
    }
    var parts: [LineChange] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if !isRemoved[left], !isAdded[right] {
        left += 1
        right += 1
        continue
      }
      let (start, first) = (left, right)
      while isRemoved[left] || isAdded[right] {
        if isRemoved[left] { left += 1 } else { right += 1 }
      }
      parts.append(
        LineChange(
          start: self.start + start, old: Array(old[start..<left]), new: Array(new[first..<right])))
    }
    return parts
  }

  /// A part of the bytes with the edits in it made.
  private static func applying(
    _ edits: some Sequence<Edit>, to bytes: [UInt8], in span: Range<Int>
  ) -> [UInt8] {
    var result: [UInt8] = []
    var place = span.lowerBound
    for edit in edits {
      result += bytes[place..<edit.range.start]
      result += edit.replacement.utf8
      place = edit.range.end
    }
    return result + bytes[place..<span.upperBound]
  }

  private static func split(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }
}
