/// One step of a compiled template. Numbers are indices into the tables of the `Program`; `exit`
/// and `body` are indices of instructions.
enum Instruction: Sendable {
  /// Copies a run of text.
  case text(start: Int32, end: Int32, startsLine: Bool)
  /// Indentation, before a tag that begins a line and does not vanish with it.
  case lineStart
  case value(name: Int32, isEscaped: Bool)
  case section(name: Int32, exit: Int32)
  case inverted(name: Int32, exit: Int32)
  /// The end of a section's body: the next element, or on.
  case next(body: Int32)
  case include(template: Int32, Inclusion)
  case dynamicInclude(name: Int32, Inclusion)
  /// Default content follows, up to `exit`; `startsLine`: the block's indentation is printed before
  /// it.
  case block(name: Int32, indentation: Int32, exit: Int32, isWithinLine: Bool, startsLine: Bool)
  case finish

  /// How another template is included; -1 stands for none.
  struct Inclusion: Sendable {
    /// None for a tag within a line: the other template's lines then get no indentation at all.
    var indentation: Int32
    var arguments: Int32
  }
}
