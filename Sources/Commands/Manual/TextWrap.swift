/// Breaks text into lines at spaces.
enum TextWrap {
  /// Lines of at most `width` characters; a longer word has a line of its own. From the second line
  /// on, lines begin with `hanging` spaces, which count.
  static func lines(_ text: String, width: Int, hanging: Int = 0) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: hanging) + word
      } else {
        line += line.isEmpty ? "" : " "
        line += word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
