import SVG

/// A text of a diagram as it is drawn: lines of runs that share a style.
struct Label: Hashable, Sendable {
  struct Run: Hashable, Sendable {
    var text: String
    var isBold = false
    var isItalic = false
  }

  typealias Line = [Run]

  var lines: [Line] = []

  init() {}

  /// - Parameter text: Characters that XML cannot hold become spaces.
  init(plain text: String) {
    let isClean = text.unicodeScalars.allSatisfy(Self.isText)
    let clean =
      isClean
      ? text
      : String(String.UnicodeScalarView(text.unicodeScalars.map { Self.isText($0) ? $0 : " " }))
    lines = clean.isEmpty ? [] : [[Run(text: clean)]]
  }

  static func isText(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && scalar.value != 0x7F && scalar.value != 0xFFFE && scalar.value != 0xFFFF
  }

  var isEmpty: Bool { lines.allSatisfy { $0.allSatisfy(\.text.isEmpty) } }

  /// The same in bold.
  var bold: Label {
    var label = self
    for line in label.lines.indices {
      for run in label.lines[line].indices { label.lines[line][run].isBold = true }
    }
    return label
  }

  /// All of it in one line, for descriptions.
  var plain: String {
    lines.map { $0.map(\.text).joined() }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The same with its lines broken between words, so that none is wider than `limit` points. A word
  /// that is wider is broken where it has to be.
  func wrapped(to limit: Double, size: Double = TextMeasure.size) -> Label {
    var label = Label()
    for line in lines {
      guard TextMeasure.width(of: line, size: size) > limit else {
        label.lines.append(line)
        continue
      }
      label.lines.append(contentsOf: Self.broken(line, limit, size))
    }
    return label
  }

  private static func broken(_ line: Line, _ limit: Double, _ size: Double) -> [Line] {
    var lines: [Line] = []
    var current: Line = []
    var width = 0.0
    func add(_ text: Substring, like run: Run) {
      if let last = current.indices.last, current[last].isBold == run.isBold,
        current[last].isItalic == run.isItalic
      {
        current[last].text += text
      } else {
        current.append(Run(text: String(text), isBold: run.isBold, isItalic: run.isItalic))
      }
    }
    func endLine() {
      if let last = current.indices.last {
        while current[last].text.last == " " { current[last].text.removeLast() }
      }
      lines.append(current)
      current = []
      width = 0
    }
    for run in line {
      for word in LineBreaking.words(of: run.text) {
        let own = TextMeasure.width(of: word, isBold: run.isBold, size: size)
        let visible = word.last == " " ? own - TextMeasure.space(size) : own
        if width > 0, width + visible > limit { endLine() }
        guard visible > limit else {
          add(word, like: run)
          width += own
          continue
        }
        for character in word {
          let step = TextMeasure.width(
            of: Substring(String(character)), isBold: run.isBold, size: size)
          if width > 0, width + step > limit { endLine() }
          add(Substring(String(character)), like: run)
          width += step
        }
      }
    }
    if !current.isEmpty { endLine() }
    return lines
  }
}
