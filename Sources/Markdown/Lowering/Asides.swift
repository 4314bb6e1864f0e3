import ByteText

/// Starlight asides (`:::tip[Title]` … `:::`) and GitHub alerts (`> [!NOTE]`): admonitions in other
/// spellings.
extension Lowering {
  func asideColons(at first: Int) -> Int {
    var index = first
    while index < line.end, bytes[index] == UInt8(ascii: ":") { index += 1 }
    return index - first
  }

  mutating func lowersAside(_ ahead: (columns: Int, first: Int)) -> Bool {
    let colons = asideColons(at: ahead.first)
    guard colons >= 3, ahead.columns < 4 else { return false }
    var index = ahead.first + colons
    if BlockSyntax.isBlank(bytes, index, line.end) { return closesAside(colons) }
    let nameStart = index
    while index < line.end, HTMLBlockSyntax.isLetter(bytes[index]) { index += 1 }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self)
    guard let type = AdmonitionType.named(name.lowercased()) else { return false }
    var title: Range<Int>?
    if index < line.end, bytes[index] == UInt8(ascii: "[") {
      guard let close = bytes[index..<line.end].lastIndex(of: UInt8(ascii: "]")) else {
        return false
      }
      title = index + 1..<close
      index = close + 1
    }
    // Starlight allows an attribute list here; what it says (an icon) has no place in this guide.
    if index < line.end, bytes[index] == UInt8(ascii: "{") {
      guard let close = bytes[index..<line.end].lastIndex(of: UInt8(ascii: "}")) else {
        return false
      }
      index = close + 1
    }
    guard BlockSyntax.isBlank(bytes, index, line.end) else { return false }
    openLowered(
      .admonition(type: type, classes: []), ahead, title: title,
      defaultTitle: title == nil ? Self.capitalized(name) : "",
      container: Container(kind: .aside(colons: colons)))
    return true
  }

  /// Ends the innermost aside that was opened with as many colons.
  private mutating func closesAside(_ colons: Int) -> Bool {
    let open = stack.lastIndex { container in
      if case .aside(let count) = container.kind { count == colons } else { false }
    }
    guard let open else { return false }
    matched = open
    dropContainers(to: open)
    writeEnd(inside: matched)
    return true
  }

  /// A block quote that was just opened and begins with `[!TYPE]` is an alert.
  mutating func lowersAlert() -> Bool {
    guard dialect.alerts else { return false }
    let ahead = cursor.whiteSpace(in: bytes, end: line.end)
    guard HTMLBlockSyntax.has("[!", bytes, ahead.first, line.end),
      let close = bytes[ahead.first..<line.end].firstIndex(of: UInt8(ascii: "]")),
      BlockSyntax.isBlank(bytes, close + 1, line.end)
    else { return false }
    let name = String(decoding: bytes[ahead.first + 2..<close], as: UTF8.self).lowercased()
    guard ["note", "tip", "important", "warning", "caution"].contains(name),
      let type = AdmonitionType.named(name)
    else { return false }
    cursor.skip(to: ahead.first, columns: ahead.columns)
    startLine()
    writeMarker(Marker.Letter.block, blocks.count)
    blocks.append(
      LoweredBlock(
        kind: .admonition(type: type, classes: name == type ? [] : [name]), hasTitle: true,
        file: currentFile, start: ahead.first, end: close + 1))
    out.append(Self.capitalized(name))
    endMarker()
    leaf = .none
    return true
  }
}
