import Diagnostics

/// A source in which `«` and `»` mark the places where findings are expected.
struct MarkedSource {
  /// Without the marks.
  let text: String
  /// In their order.
  let ranges: [ByteRange]

  init(_ marked: String) {
    var text = ""
    var ranges: [ByteRange] = []
    var starts: [Int] = []
    for character in marked {
      switch character {
      case "«": starts.append(text.utf8.count)
      case "»": ranges.append(ByteRange(starts.removeLast(), text.utf8.count))
      default: text.append(character)
      }
    }
    self.text = text
    self.ranges = ranges.sorted { $0.start < $1.start }
  }
}
