import Diagnostics

/// Says in plain words what libyaml could not read, and what to write instead.
struct SyntaxExplanation {
  let problem: SyntaxProblem
  let source: SourceLines

  func diagnostic(path: String?) -> Diagnostic {
    var found = problem.isEncoding ? encoding : grammar
    found.path = path
    return found
  }

  private var encoding: Diagnostic {
    if problem.problem.hasPrefix("control") {
      return finding(
        .undecodableYAML, "there is a control character here, which YAML does not allow",
        help: "remove it; in a text in double quotes it can be written as \\x and two digits")
    }
    return finding(
      .undecodableYAML, "this byte is not UTF-8", from: firstUndecodable,
      help: "save the file with the encoding UTF-8")
  }

  /// libyaml blames the byte that does not continue a character; the one that began it is the wrong
  /// one.
  private var firstUndecodable: Int {
    guard problem.problem.hasPrefix("invalid trailing") else { return problem.offset }
    var start = problem.offset - 1
    while start > 0, source.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return max(0, start)
  }

  private var grammar: Diagnostic {
    if byte == UInt8(ascii: "\t") || problem.problem.contains("found a tab character") {
      return finding(
        .tabInYAML, "a tab stands here where YAML wants spaces",
        help: "replace the tab by spaces, two for each level")
    }
    switch problem.problem {
    case "mapping values are not allowed in this context": return strayColon
    case "found character that cannot start any token":
      return malformed(
        "a value cannot begin with \"\(character)\"", help: "write \(Self.quoted(restOfLine))")
    case "could not find expected ':'":
      return malformed(
        "this line is no \"key: value\"", from: problem.contextOffset, toEndOfLine: true,
        help: "write a colon and a space after the key; indent the line if it goes on with the "
          + "text above")
    case "did not find expected key": return strayText
    case "did not find expected '-' indicator":
      return malformed(
        "this line does not go on with the list above", toEndOfLine: true,
        help: "begin an entry of the list with \"- \", in the column of the others")
    case "did not find expected ',' or ']'":
      return unclosed("the list that begins here is not closed", "]")
    case "did not find expected ',' or '}'":
      return unclosed("the mapping that begins here is not closed", "}")
    case "found unexpected end of stream", "found unexpected document indicator":
      return malformed(
        "the text in quotes that begins here has no closing quote", from: problem.contextOffset,
        toEndOfLine: true, help: "write the closing quote")
    case "found unknown escape character":
      return malformed(
        "\"\(restOfLine.prefix(2))\" means nothing in double quotes",
        help: "write two backslashes, or use single quotes, where a backslash is only itself")
    case "did not find expected alphabetic or numeric character":
      return malformed(
        "\"*\" and \"&\" at the start of a value must be followed by a name",
        from: problem.contextOffset, help: "put the value in quotes if it is no alias or anchor")
    case "block sequence entries are not allowed in this context":
      return malformed(
        "a list cannot begin here", help: "begin it on a line of its own, or write [one, two]")
    case "did not find expected node content": return malformed("a value is missing here")
    case "did not find expected <document start>":
      return malformed(
        "this line does not belong to the YAML above", toEndOfLine: true,
        help: "begin all keys in the same column")
    default:
      let context = problem.context.map { " \($0)" } ?? ""
      return malformed("this is not YAML: \(problem.problem)\(context)")
    }
  }

  /// A colon inside an unquoted value, or a value below a key that already has one.
  private var strayColon: Diagnostic {
    let line = source.range(around: problem.offset)
    let text = source.text(line)
    let before = source.text(line.lowerBound..<problem.offset)
    guard let colon = before.range(ofFirst: ": ") else {
      guard text.first?.isWhitespace == true else { return lineWithoutColon(above: line) }
      return malformed(
        "this line is indented deeper than the one above, which has a value already",
        from: line.lowerBound, toEndOfLine: true,
        help: "give both lines the same indentation")
    }
    return finding(
      .colonInPlainValue, "a value that contains a colon and a space must stand in quotes",
      help: "write \(text[..<colon.lowerBound].trimmed): \(Self.quoted(text[colon.upperBound...]))"
    )
  }

  /// The first line that is no entry makes libyaml stumble over the colon of the next.
  private func lineWithoutColon(above line: Range<Int>) -> Diagnostic {
    var above = line
    repeat {
      above = source.range(around: above.lowerBound - 1)
    } while above.lowerBound > 0 && source.text(above).trimmed.isEmpty
    return malformed(
      "this line is no \"key: value\"", from: above.lowerBound, toEndOfLine: true,
      help: "write a colon and a space after the key")
  }

  /// A value in whichever quotes need the fewer escapes.
  private static func quoted(_ value: some StringProtocol) -> String {
    let value = value.trimmed
    guard value.contains(where: { $0 == "\"" || $0 == "\\" }) else { return "\"\(value)\"" }
    guard value.contains("'") else { return "'\(value)'" }
    return "\"" + value.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""
  }

  /// Something where a mapping wants its next key: mostly text after a closing quote, or a wrong
  /// indentation.
  private var strayText: Diagnostic {
    let line = source.range(around: problem.offset)
    if !source.text(line.lowerBound..<problem.offset).trimmed.isEmpty {
      return malformed(
        "text follows the end of the value", toEndOfLine: true,
        help: "put the whole value in quotes; a quote inside it is written \\\"")
    }
    return malformed(
      "this line does not fit the indentation of the lines above", toEndOfLine: true,
      help: "begin it in the column of the keys or entries that it belongs to")
  }

  private func unclosed(_ message: String, _ bracket: String) -> Diagnostic {
    malformed(
      message, from: problem.contextOffset,
      notes: ["line \(source.number(of: problem.offset)) is not part of it any more"],
      help: "close it with \"\(bracket)\", and put commas between the entries")
  }

  private func malformed(
    _ message: String, from start: Int? = nil, toEndOfLine: Bool = false, notes: [String] = [],
    help: String? = nil
  ) -> Diagnostic {
    finding(
      .malformedYAML, message, from: start, toEndOfLine: toEndOfLine, notes: notes, help: help)
  }

  private func finding(
    _ code: Code, _ message: String, from start: Int? = nil, toEndOfLine: Bool = false,
    notes: [String] = [], help: String?
  ) -> Diagnostic {
    let start = min(start ?? problem.offset, source.bytes.count)
    var end = min(start + 1, source.bytes.count)
    while end < source.bytes.count, source.bytes[end] & 0xC0 == 0x80, !problem.isEncoding {
      end += 1
    }
    if toEndOfLine { end = max(end, source.range(around: start).upperBound) }
    return Diagnostic(
      code, .error, message, range: ByteRange(start, end), notes: notes, help: help)
  }

  private var byte: UInt8? {
    source.bytes.indices.contains(problem.offset) ? source.bytes[problem.offset] : nil
  }

  private var character: String { restOfLine.first.map(String.init) ?? "" }

  private var restOfLine: String {
    source.text(problem.offset..<source.range(around: problem.offset).upperBound)
  }
}

extension StringProtocol {
  fileprivate var trimmed: SubSequence {
    let isSpace = { (character: Character) in character.isWhitespace }
    guard let first = firstIndex(where: { !isSpace($0) }),
      let last = lastIndex(where: { !isSpace($0) })
    else { return self[endIndex...] }
    return self[first...last]
  }

  fileprivate func range(ofFirst sign: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(sign) {
        return index..<self.index(index, offsetBy: sign.count)
      }
      formIndex(after: &index)
    }
    return nil
  }
}
