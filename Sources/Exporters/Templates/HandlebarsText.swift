/// Handlebars while it is written, so that no tag takes the white space beside it away.
///
/// A line on which there is nothing but blocks and white space is removed by readers as a whole; such
/// a line gets an expression that gives nothing.
struct HandlebarsText {
  private(set) var text = ""
  private var line = Line.blank

  private enum Line { case blank, tagged, said }

  private static let nothing = "{{\"\"}}"

  /// Text that is escaped already.
  mutating func add(_ escaped: String) {
    guard !escaped.isEmpty else { return }
    let lines = escaped.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let isBlank = lines.map { $0.allSatisfy { [0x09, 0x0D, 0x20].contains($0) } }
    if line == .tagged, lines.count > 1, isBlank[0] { text += Self.nothing }
    text += escaped
    if lines.count > 1 { line = .blank }
    if isBlank.last == false { line = .said }
  }

  /// A block's begin, middle or end, or a remark.
  mutating func add(tag: String) {
    text += tag
    if line == .blank { line = .tagged }
  }

  mutating func add(expression: String) {
    text += "{{\(expression)}}"
    line = .said
  }

  /// What is said where one of several values is not empty. Handlebars knows no "or".
  mutating func add<Failure: Error>(
    whereOneOf values: ArraySlice<String>, strips: Bool = false,
    _ write: (inout HandlebarsText) throws(Failure) -> Void
  ) throws(Failure) {
    guard let value = values.first else { return }
    add(tag: (strips ? "{{~#if " : "{{#if ") + value + "}}")
    try write(&self)
    if values.count > 1 {
      add(tag: "{{else}}")
      try add(whereOneOf: values.dropFirst(), write)
    }
    add(tag: "{{/if}}")
  }

  /// The end of a file is trimmed.
  mutating func end() {
    if line == .tagged || text.last?.isWhitespace == true { text += Self.nothing }
    text += "\n"
  }
}
