/// Simple strings, as the data formats have them.
extension Painter {
  /// Paints the string that begins at the position, with its escapes.
  ///
  /// - Parameter length: how many delimiters begin and end it.
  /// - Parameter escapes: whether a backslash escapes; if not, a doubled delimiter stands for
  ///   itself.
  /// - Parameter isMultiline: if not, the string ends with its line even without a delimiter.
  mutating func paintString(
    _ style: Style = .string, length: Int = 1, escapes: Bool = true, isMultiline: Bool = false
  ) {
    let delimiter = peek()
    var index = min(position &+ length, end)
    while index < end {
      let byte = bytes[index]
      if byte == delimiter {
        let run = length == 1 ? 1 : count(of: delimiter, from: index, atMost: length)
        index &+= run
        if run == length {
          if escapes || length > 1 || self.byte(at: index) != delimiter { break }
          index &+= 1
        }
      } else if byte == .newline, !isMultiline {
        break
      } else if byte == .backslash, escapes {
        paint(style, to: index)
        index = escapeEnd(from: index &+ 1)
        paint(.escape, to: index)
      } else {
        index &+= 1
      }
    }
    paint(style, to: index)
  }

  /// The end of such a string within its line or, if it may have several, anywhere.
  func stringEnd(escapes: Bool = true, isMultiline: Bool = false) -> Int {
    let delimiter = peek()
    var index = position &+ 1
    while index < end {
      let byte = bytes[index]
      if byte == delimiter {
        index &+= 1
        if escapes || self.byte(at: index) != delimiter { return index }
      } else if byte == .newline, !isMultiline {
        return index
      } else if byte == .backslash, escapes, self.byte(at: index &+ 1) != .newline {
        index &+= 1
      }
      index &+= 1
    }
    return end
  }
}
