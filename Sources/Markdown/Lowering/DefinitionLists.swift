/// Definition lists: a line of text, and below it `:   ` with the definition, whose further lines
/// are indented.
extension Lowering {
  /// Whether the paragraph that begins on the current line is a term, or several: a definition
  /// follows its lines.
  mutating func isTerm() -> Bool {
    // The terms above one definition are read one after the other; looking anew for each would take
    // quadratic time.
    if lineIndex < termsEnd, lastTermLine == lineIndex - 1 { return true }
    var index = lineIndex + 1
    while let text = text(ofLine: index) {
      if isDefinitionMark(text) {
        termsEnd = index
        return true
      }
      index += 1
    }
    guard isBlank(line: index), let text = text(ofLine: index + 1), isDefinitionMark(text)
    else { return false }
    termsEnd = index
    return true
  }

  /// Whether the current line alone is a term: what HTML comments stand for in guides that a hook
  /// fills in.
  func isLoneTerm() -> Bool {
    let next = isBlank(line: lineIndex + 1) ? lineIndex + 2 : lineIndex + 1
    guard let text = text(ofLine: next) else { return false }
    return isDefinitionMark(text)
  }

  private func isDefinitionMark(_ text: (file: Int, first: Int, end: Int, columns: Int)) -> Bool {
    guard text.columns < 4, text.first + 1 < text.end else { return false }
    let bytes = text.file == currentFile ? self.bytes : files[text.file]
    return bytes[text.first] == UInt8(ascii: ":")
      && (bytes[text.first + 1] == UInt8(ascii: " ") || bytes[text.first + 1] == UInt8(ascii: "\t"))
  }

  mutating func writeTerm(_ first: Int) {
    keepApart()
    startLine()
    writeMarker(Marker.Letter.term, 0)
    var end = line.end
    while end > first, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    writeText(first, end)
    endMarker()
    leaf = .none
    lastTermLine = lineIndex
  }

  mutating func lowersDefinition(_ ahead: (columns: Int, first: Int)) -> Bool {
    guard
      isDefinitionMark(
        (file: currentFile, first: ahead.first, end: line.end, columns: ahead.columns)),
      followsTerm()
    else { return false }
    lastTermLine = lineIndex
    openLowered(
      .definition, ahead, title: nil,
      container: Container(kind: .indented, width: 4, isDefinition: true))
    lowerBody(from: ahead.first + 1)
    return true
  }

  /// A definition belongs to a term or to another definition right above it.
  private func followsTerm() -> Bool {
    guard lastTermLine >= 0 else { return false }
    return lastTermLine >= lineIndex - 2 || closedDefinitionLine == lineIndex
  }
}
