import ByteText

/// What the line around a slot says about it: the label before it, and whether it stands in list
/// items that are alike.
enum SlotLines {
  /// One line of a template: what stands in it, and where its slots are in the pieces.
  private struct Line {
    /// The text, with a NUL in the place of each slot.
    var text: [UInt8] = []
    /// Indices into the pieces.
    var slots: [Int] = []
  }

  static func annotated(_ pieces: [SlotParser.Piece]) -> [SlotParser.Piece] {
    var pieces = pieces
    let lines = lines(of: pieces)
    for line in lines {
      guard line.slots.count == 1, let slot = line.slots.first, let label = label(line.text),
        case .slot(var labelled) = pieces[slot]
      else { continue }
      labelled.lineLabel = label
      pieces[slot] = .slot(labelled)
    }
    for group in groups(lines) { number(group, in: &pieces) }
    return pieces
  }

  private static func lines(of pieces: [SlotParser.Piece]) -> [Line] {
    var lines = [Line()]
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text):
        for byte in text.bytes {
          if byte == 0x0A { lines.append(Line()) } else { lines[lines.count - 1].text.append(byte) }
        }
      case .slot:
        lines[lines.count - 1].text.append(0)
        lines[lines.count - 1].slots.append(index)
      case .response:
        // It is nobody's to fill in, so it is a part of the line like any other.
        lines[lines.count - 1].text.append(1)
      }
    }
    return lines
  }

  /// The label of a line whose only slot stands alone behind it.
  private static func label(_ line: [UInt8]) -> String? {
    guard let slot = line.firstIndex(of: 0), line[(slot + 1)...].allSatisfy(MappedText.isSpace)
    else { return nil }
    let start = itemStart(line) ?? 0
    var label = String(decoding: line[start..<slot], as: UTF8.self)
    label = label.withoutEnds
    // Bold or not, with the colon on either side.
    while label.hasSuffix("*") { label.removeLast() }
    label = label.withoutEnds
    guard label.hasSuffix(":") else { return nil }
    label.removeLast()
    while label.hasSuffix("*") { label.removeLast() }
    while label.hasPrefix("*") || label.hasPrefix("#") { label.removeFirst() }
    label = label.withoutEnds
    guard !label.isEmpty, !label.contains(":"), !label.contains(". "),
      label.split(separator: " ").count <= maximumWords, !TurnLabel.isLabel(label)
    else { return nil }
    return label
  }

  /// A longer text before a colon is a sentence that leads up to the slot.
  private static let maximumWords = 4

  /// Where the text of a list item begins; nil for a line that is none.
  private static func itemStart(_ line: [UInt8]) -> Int? {
    var index = 0
    while index < line.count, MappedText.isSpace(line[index]) { index += 1 }
    let mark = index
    while index < line.count, (0x30...0x39).contains(line[index]) { index += 1 }
    if index > mark {
      guard index < line.count, line[index] == UInt8(ascii: ".") || line[index] == 0x29 else {
        return nil
      }
      index += 1
    } else if line[index...].starts(with: "•".utf8) {
      index += 3
    } else if index < line.count, "-*+".utf8.contains(line[index]) {
      index += 1
    } else {
      return nil
    }
    guard index < line.count, MappedText.isSpace(line[index]) else { return nil }
    while index < line.count, MappedText.isSpace(line[index]) { index += 1 }
    return index
  }

  /// Rows of items that are alike but for their slots; blank lines may stand between them.
  private static func groups(_ lines: [Line]) -> [[Line]] {
    var groups: [[Line]] = []
    var form: ArraySlice<UInt8>?
    for line in lines where !line.text.allSatisfy(MappedText.isSpace) {
      guard !line.slots.isEmpty, let start = itemStart(line.text) else {
        form = nil
        continue
      }
      let own = line.text[start...]
      if let form, form.elementsEqual(own) {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
        form = own
      }
    }
    return groups.filter { $0.count > 1 }
  }

  private static func number(_ group: [Line], in pieces: inout [SlotParser.Piece]) {
    var counts: [String: Int] = [:]
    let texts = group.map { line in
      line.slots.map { index -> String in
        if case .slot(let slot) = pieces[index] { return slot.text }
        return ""
      }
    }
    for row in texts { for text in Set(row) { counts[text, default: 0] += 1 } }
    for (number, line) in group.enumerated() {
      for index in line.slots {
        guard case .slot(var slot) = pieces[index], counts[slot.text, default: 0] > 1 else {
          continue
        }
        slot.item = SlotParser.Slot.Item(number: number + 1, first: texts[number].first ?? "")
        pieces[index] = .slot(slot)
      }
    }
  }
}
