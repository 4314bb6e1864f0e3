package import ByteText

/// Colours code at build time: HTML with `<span class="…">`, the classes being those of `Style`.
package enum Highlighter {
  /// Appends the code as HTML, escaped as `ByteBuffer.append(escaping:)` does.
  ///
  /// Without its tags the result is the code, byte for byte, whatever the bytes are. Every span
  /// begins and ends on one line, so the result can be split at line feeds. The cost is linear in
  /// the code's length.
  package static func highlight(
    _ code: UnsafeBufferPointer<UInt8>, as language: Language, into output: inout ByteBuffer
  ) {
    var painter = Painter(code, into: output)
    LanguageTable.entries[language.index].lex(&painter)
    output = painter.finish()
  }

  /// The code in a language looked up by name, only escaped if the name is not known.
  ///
  /// - Returns: whether the language is known.
  @discardableResult
  package static func highlight(
    _ code: UnsafeBufferPointer<UInt8>, named name: UnsafeBufferPointer<UInt8>,
    into output: inout ByteBuffer
  ) -> Bool {
    guard let language = Language(named: name) else {
      output.append(escaping: code)
      return false
    }
    highlight(code, as: language, into: &output)
    return true
  }

  /// The class of every span there may be, for a test that the theme has a colour for each.
  package static var classNames: [String] {
    Style.allCases.compactMap { style in
      let parts = String(describing: style.openingTag).split(separator: "\"")
      return parts.count == 3 ? String(parts[1]) : nil
    }
  }
}
