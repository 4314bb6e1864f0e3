/// What the info string of a fenced block says: `python title="x.py" linenums="1" hl_lines="2
/// 4-6"`, or the same in braces with classes: `{.python .annotate title="x.py"}`.
struct CodeBlockInfo {
  var language: [UInt8] = []
  var title: [UInt8]?
  var id: [UInt8]?
  /// What a block of patterns says that it is.
  var kind: [UInt8]?
  /// The number of the first line, when lines are to be numbered.
  var firstNumber: Int?
  var highlightedLines: [ClosedRange<Int>] = []
  var isAnnotated = false

  var marksLines: Bool { firstNumber != nil || !highlightedLines.isEmpty }

  init(_ info: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var isBraced = false
    while index < info.count {
      let byte = info[index]
      if PageRenderer.isSpace(byte) || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ",") {
        index += 1
      } else if byte == UInt8(ascii: "{") {
        isBraced = true
        index += 1
      } else {
        index = readEntry(info, index, isBraced)
      }
    }
  }

  func isHighlighted(_ line: Int) -> Bool { highlightedLines.contains { $0.contains(line) } }

  private mutating func readEntry(
    _ info: UnsafeBufferPointer<UInt8>, _ start: Int, _ isBraced: Bool
  ) -> Int {
    var index = start
    while index < info.count, !PageRenderer.isSpace(info[index]), info[index] != UInt8(ascii: "="),
      info[index] != UInt8(ascii: "}"), info[index] != UInt8(ascii: "{")
    {
      index += 1
    }
    let word = info[start..<index]
    if index < info.count, index > start, info[index] == UInt8(ascii: "=") {
      let (value, end) = Self.value(info, index + 1)
      set(String(decoding: word, as: UTF8.self), value)
      return end
    }
    if word.first == UInt8(ascii: "#"), word.count > 1 {
      id = Array(word.dropFirst())
    } else if word.first == UInt8(ascii: ".") {
      let name = Array(word.dropFirst())
      if name.elementsEqual("annotate".utf8) {
        isAnnotated = true
      } else if language.isEmpty {
        language = name
      }
    } else if start == 0 || (language.isEmpty && !isBraced) {
      language = Array(word)
    }
    return max(index, start + 1)
  }

  private static func value(
    _ info: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (value: [UInt8], end: Int) {
    guard start < info.count else { return ([], start) }
    let quote = info[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let close = info[(start + 1)...].firstIndex(of: quote) ?? info.count
      return (Array(info[(start + 1)..<close]), min(close + 1, info.count))
    }
    var end = start
    while end < info.count, !PageRenderer.isSpace(info[end]), info[end] != UInt8(ascii: "}") {
      end += 1
    }
    return (Array(info[start..<end]), end)
  }

  private mutating func set(_ name: String, _ value: [UInt8]) {
    let text = String(decoding: value, as: UTF8.self)
    switch name {
    case "title": title = value
    case "kind": kind = value
    case "linenums", "linenostart":
      // A second number is the step of Python-Markdown, which no theme of today shows.
      firstNumber = text.split(separator: " ").first.flatMap { Int($0) } ?? 1
    case "hl_lines":
      for part in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
        let ends = part.split(separator: "-").compactMap { Int($0) }
        if let first = ends.first, let last = ends.last, first <= last {
          highlightedLines.append(first...last)
        }
      }
    default: break
    }
  }
}
