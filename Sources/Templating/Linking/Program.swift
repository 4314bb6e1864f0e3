/// All templates of a library as one run of instructions with its tables. Immutable, shared by
/// every thread.
struct Program: Sendable {
  var instructions: [Instruction] = []
  /// The literal text of all templates.
  var text: [UInt8] = []
  /// The first instruction of each template.
  var entries: [Int32] = []
  var names: [UsedName] = []
  /// The parts of all used names, one after the other.
  var parts: [NamePart] = []
  var indentations: [[UInt8]] = []
  /// The blocks of each parent tag that has some.
  var arguments: [[Argument]] = []
  /// The printed path of each template.
  var paths: [String] = []
  /// The tags of includes and blocks by instruction, for diagnostics.
  var includeRanges: [Int: Range<Int>] = [:]
  /// Templates by name, for dynamic names; of two with one name the last.
  var templates: [String: Int32] = [:]

  /// A name as one tag uses it. Each tag has its own entry, so that findings are counted by tag.
  struct UsedName: Sendable {
    var template: Int32
    var range: Range<Int>
    /// In `Program.parts`; empty for `{{.}}`.
    var parts: Range<Int32>
  }

  /// A block given inside a parent tag.
  struct Argument: Sendable {
    /// The block's name as a number that all templates share.
    var name: Int32
    var entry: Int32
  }
}

extension Program {
  /// The name of a tag as written, and the parts of it up to the one at `last`.
  func text(of name: UsedName, upTo last: Int? = nil) -> String {
    if name.parts.isEmpty { return "." }
    let parts = parts[Int(name.parts.lowerBound)..<Int(name.parts.upperBound)]
    return parts.prefix(last ?? parts.count).map(\.name).joined(separator: ".")
  }
}
