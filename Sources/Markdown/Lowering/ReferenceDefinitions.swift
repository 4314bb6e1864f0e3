/// Where a definition stands, or what looks like one: its opening bracket.
struct DefinitionPlace {
  enum Kind {
    /// Of a reference link (CommonMark 0.30, section 4.7). Whether it is one libcmark decides.
    case link
    /// An index into the lowering's blocks.
    case footnote(Int)
  }

  var kind: Kind
  var file: Int
  var start: Int
}

extension Lowering {
  /// Whether a definition of a reference link begins with the bracket at `first`. libcmark reads it
  /// itself; here only its place is noted.
  mutating func readsReferenceDefinition(_ first: Int) -> Bool {
    var index = first + 1
    while index < line.end, bytes[index] != UInt8(ascii: "]") {
      if bytes[index] == UInt8(ascii: "[") { return false }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    let isColon = index + 1 < line.end && bytes[index + 1] == UInt8(ascii: ":")
    // A label may go on over further lines.
    guard index >= line.end || isColon else { return false }
    definitionPlaces.append(DefinitionPlace(kind: .link, file: currentFile, start: first))
    guard isColon, index > first + 1 else { return false }
    var start = index + 2
    var end = line.end
    if BlockSyntax.isBlank(bytes, start, end) {
      guard let next = text(ofLine: lineIndex + 1), next.file == currentFile else { return false }
      start = next.first
      end = next.end
    }
    while start < end, bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "\t") {
      start += 1
    }
    return LinkDestination.range(bytes, start, end) != nil
  }
}
