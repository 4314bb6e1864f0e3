/// A link reference definition (CommonMark 0.30, section 4.7), remembered to find what a reference
/// link means.
struct ReferenceDefinition {
  /// Lower case, white space collapsed.
  var label: [UInt8]
  var file: Int
  var labelRange: Range<Int>
  var destinationRange: Range<Int>
}

extension Lowering {
  /// Notes the definition that begins with the bracket at `first`. libcmark reads it itself; here
  /// only its place matters.
  mutating func readsReferenceDefinition(_ first: Int) -> Bool {
    var index = first + 1
    while index < line.end, bytes[index] != UInt8(ascii: "]") {
      if bytes[index] == UInt8(ascii: "[") { return false }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index + 1 < line.end, index > first + 1, bytes[index + 1] == UInt8(ascii: ":") else {
      return false
    }
    let labelRange = first + 1..<index
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
    guard let destination = LinkDestination.range(bytes, start, end) else { return false }
    definitions.append(
      ReferenceDefinition(
        label: LinkDestination.normalized(label: bytes[labelRange]), file: currentFile,
        labelRange: labelRange, destinationRange: destination))
    return true
  }
}
