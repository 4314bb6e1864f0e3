import SVG

extension TextMeasure {
  static func width(of line: Label.Line, size: Double = size) -> Double {
    line.reduce(0) { $0 + width(of: Substring($1.text), isBold: $1.isBold, size: size) }
  }

  static func width(of label: Label, size: Double = size) -> Double {
    label.lines.reduce(0) { max($0, width(of: $1, size: size)) }
  }

  static func height(of label: Label) -> Double { Double(label.lines.count) * lineHeight }
}
