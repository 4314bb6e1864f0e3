import ByteText
import JSON

/// The file of a pattern, `patterns/<id>.json`: the only thing that a guide and the programs that
/// use its patterns agree on.
package enum PatternFile {
  /// Of what this program writes. `1.x` may have more fields, and is read too.
  package static let format = "turnbook.pattern/1"

  /// The file's bytes: the same for the same pattern, a line break at the end.
  package static func encoded(_ pattern: Pattern) -> [UInt8] {
    var json = JSONWriter(layout: .indented)
    PatternEncoding.write(pattern, to: &json)
    var buffer = json.finish()
    buffer.append("\n")
    return buffer.array
  }

  /// What a file holds, and the paths of the fields that are not known here: those of a newer minor
  /// version, or mistakes.
  package struct Contents: Sendable, Hashable {
    package var pattern: Pattern
    package var ignored: [String]
  }

  package static func decoded(_ bytes: [UInt8]) throws(PatternFileError) -> Contents {
    let fields = try Fields(parsing: bytes, format: format)
    var decoding = PatternDecoding()
    let pattern = try decoding.pattern(fields)
    try PatternReferences(pattern).check()
    return Contents(pattern: pattern, ignored: decoding.ignored)
  }
}
