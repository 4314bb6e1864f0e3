/// The part of a body that `Range` asks for (RFC 9110, 14.2).
enum RequestedRange: Equatable {
  /// All of it: nothing was asked that is understood, or several parts were.
  case whole
  /// In bytes, not empty.
  case part(Range<Int>)
  /// The part begins past the end.
  case outside

  /// - Parameter size: Bytes of the whole.
  init(_ header: String?, of size: Int) {
    let unit = "bytes="
    guard let header, header.lowercased().hasPrefix(unit) else {
      self = .whole
      return
    }
    let ends = header.dropFirst(unit.count)
      .split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.trimming { $0 == " " || $0 == "\t" } }
    guard ends.count == 2, ends.contains(where: { !$0.isEmpty }),
      ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else {
      self = .whole
      return
    }
    // A number that is too large for the machine is too large for any body.
    let (first, last) = (Int(ends[0]) ?? Int.max, Int(ends[1]) ?? Int.max)
    if ends[0].isEmpty {
      self = last == 0 || size == 0 ? .outside : .part(max(0, size - last)..<size)
    } else if !ends[1].isEmpty, last < first {
      self = .whole
    } else if first >= size {
      self = .outside
    } else {
      self = .part(first..<(ends[1].isEmpty ? size : min(last, size - 1) + 1))
    }
  }
}
