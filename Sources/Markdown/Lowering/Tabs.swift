/// `=== "Label"`: panels of one set, one after the other.
extension Lowering {
  struct TabMarker {
    var startsSet: Bool
    var isSelected: Bool
    var label: Range<Int>
  }

  func tab(at first: Int) -> TabMarker? {
    let end = line.end
    guard HTMLBlockSyntax.has("===", bytes, first, end) else { return nil }
    var index = first + 3
    var startsSet = false
    var isSelected = false
    while index < end, bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "+") {
      if bytes[index] == UInt8(ascii: "!") { startsSet = true } else { isSelected = true }
      index += 1
    }
    while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    guard index < end, bytes[index] == UInt8(ascii: "\"") else { return nil }
    var close = end - 1
    while close > index, bytes[close] == UInt8(ascii: " ") { close -= 1 }
    guard close > index + 1, bytes[close] == UInt8(ascii: "\"") else { return nil }
    return TabMarker(startsSet: startsSet, isSelected: isSelected, label: index + 1..<close)
  }

  mutating func lowersTab(_ ahead: (columns: Int, first: Int)) -> Bool {
    guard allowsIndent(ahead.columns), let marker = tab(at: ahead.first) else { return false }
    checkBody(below: ahead)
    openLowered(
      .tab(startsSet: marker.startsSet, isSelected: marker.isSelected), ahead, title: marker.label,
      container: Container(kind: .indented, width: ahead.columns + 4))
    return true
  }
}
