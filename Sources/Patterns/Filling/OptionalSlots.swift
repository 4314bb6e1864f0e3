/// Takes slots that stay empty out of a template, with what would be left of their lines.
enum OptionalSlots {
  /// A line of a template: its pieces, and how it ends.
  struct Line {
    var pieces: [Piece] = []
    var hasBreak = false
  }

  /// A slot whose line is else a label or a bullet, or nothing, takes the line with it; any other
  /// takes one space beside it, the one before where there are two.
  static func removed(
    from content: [Piece], where isEmpty: (String) -> Bool
  ) -> [Piece] {
    let isConcerned = content.contains {
      if case .variable(let name) = $0 { isEmpty(name) } else { false }
    }
    guard isConcerned else { return content }
    var kept: [Line] = []
    var lostEnd = false
    for line in lines(of: content) {
      guard let rest = taken(line, isEmpty) else {
        lostEnd = true
        continue
      }
      kept.append(rest)
      lostEnd = false
    }
    // When the last line goes, the break before it does.
    if lostEnd, let last = kept.indices.last { kept[last].hasBreak = false }
    return pieces(of: kept)
  }

  /// The line without its empty slots; nil when nothing of it is left.
  private static func taken(_ line: Line, _ isEmpty: (String) -> Bool) -> Line? {
    func isGone(_ piece: Piece) -> Bool {
      if case .variable(let name) = piece { isEmpty(name) } else { false }
    }
    guard line.pieces.contains(where: isGone) else { return line }
    let others = line.pieces.filter { !isGone($0) }
    let texts = others.compactMap { if case .text(let text) = $0 { text } else { nil } }
    if texts.count == others.count, LineFrame.isOnlyFrame(texts.joined()) { return nil }
    var rest = Line(hasBreak: line.hasBreak)
    var pending = false
    for piece in line.pieces {
      if isGone(piece) {
        // The space before, unless it is the indentation of the line.
        if case .text(let text)? = rest.pieces.last, text.utf8.last == 0x20,
          rest.pieces.count > 1 || text.utf8.contains(where: { $0 != 0x20 && $0 != 0x09 })
        {
          rest.pieces[rest.pieces.count - 1] = .text(String(Substring(text.utf8.dropLast())))
        } else {
          pending = true
        }
      } else if pending, case .text(let text) = piece, text.utf8.first == 0x20 {
        rest.pieces.append(.text(String(Substring(text.utf8.dropFirst()))))
        pending = false
      } else {
        rest.pieces.append(piece)
        pending = false
      }
    }
    return rest
  }

  static func lines(of content: [Piece]) -> [Line] {
    var lines = [Line()]
    for piece in content {
      guard case .text(let text) = piece else {
        lines[lines.count - 1].pieces.append(piece)
        continue
      }
      // By bytes: a CR and a LF are one Character, and a value's edge may fall between them.
      let parts = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 {
          lines[lines.count - 1].hasBreak = true
          lines.append(Line())
        }
        if !part.isEmpty { lines[lines.count - 1].pieces.append(.text(String(Substring(part)))) }
      }
    }
    return lines
  }

  private static func pieces(of lines: [Line]) -> [Piece] {
    var pieces: [Piece] = []
    func add(_ text: String) {
      guard !text.isEmpty else { return }
      if case .text(let before)? = pieces.last {
        pieces[pieces.count - 1] = .text(before + text)
      } else {
        pieces.append(.text(text))
      }
    }
    for line in lines {
      for piece in line.pieces {
        if case .text(let text) = piece { add(text) } else { pieces.append(piece) }
      }
      if line.hasBreak { add("\n") }
    }
    return pieces
  }
}
