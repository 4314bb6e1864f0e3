import SVG

/// Parts of a whole.
struct PieChart: Sendable {
  struct Slice: Sendable {
    var label: Label
    var value: Double
    /// As it was written.
    var number: String
  }

  var title = Label()
  var slices: [Slice] = []
  var showsNumbers = false

  var sum: Double { slices.reduce(0) { $0 + $1.value } }
}

/// Reads `pie`.
enum PieReader {
  static func read(_ preamble: Preamble) throws(SyntaxFault) -> PieChart {
    var chart = PieChart()
    var isHead = true
    for line in SourceLine.all(preamble.bytes, from: preamble.kind.upperBound) {
      var line = line
      if isHead, line.word.elementsEqual("showData".utf8) {
        chart.showsNumbers = true
        line.bytes = line.rest
        if line.bytes.isEmpty { continue }
      }
      isHead = false
      if line.word.elementsEqual("title".utf8) {
        chart.title = LabelReader.read(line.rest).wrapped(to: 460)
      } else {
        try read(line, into: &chart)
      }
    }
    guard !chart.slices.isEmpty else {
      throw SyntaxFault("the chart has no slices", preamble.kind, help: "write \"name\" : 42")
    }
    guard chart.sum > 0, chart.sum.isFinite else {
      throw SyntaxFault("all slices of the chart are zero", preamble.kind)
    }
    return chart
  }

  private static func read(_ line: SourceLine, into chart: inout PieChart) throws(SyntaxFault) {
    let bytes = line.bytes
    guard let mark = bytes.first, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else {
      throw SyntaxFault(
        "a slice begins with its name in quotes", line.range, help: "write \"name\" : 42")
    }
    let name = bytes.dropFirst().prefix { $0 != mark }
    guard name.endIndex < bytes.endIndex else {
      throw SyntaxFault(
        "the quotes that are opened here are not closed", bytes.startIndex..<bytes.startIndex + 1,
        help: "write \"")
    }
    let rest = bytes[(name.endIndex + 1)...].trimmed
    guard rest.first == UInt8(ascii: ":") else {
      throw SyntaxFault(
        "a slice needs a colon and a number", name.endIndex..<name.endIndex + 1,
        help: "write \"name\" : 42")
    }
    let number = rest.dropFirst().trimmed
    guard let value = Double(number.text), value.isFinite, value >= 0, value < 1e15,
      number.first?.isNamePart == true
    else {
      throw SyntaxFault(
        "\"\(number.text)\" is no number", rest.startIndex..<rest.endIndex,
        help: "write a number that is not negative")
    }
    guard chart.slices.count < Limits.slices else {
      throw SyntaxFault("the chart has more than \(Limits.slices) slices", line.range)
    }
    chart.slices.append(
      .init(
        label: LabelReader.read(name).wrapped(to: 260), value: value, number: number.text))
  }
}
