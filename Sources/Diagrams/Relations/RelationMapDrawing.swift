package import ByteText
import SVG

/// Draws a map: a link for each thing, a line for each relation. Colours are the page's business;
/// without its style sheet there are words and lines.
package enum RelationMapDrawing {
  private static let fontSize = 14.0
  private static let lineHeight = 18.0
  /// Titles that are wider are broken.
  private static let widest = 150.0
  private static let mostLines = 3
  /// Of a map that is shown whole on a wide screen.
  private static let widestWhole = 1150.0
  private static let margin = 12.0
  private static let gap = Size(16, 14)

  /// Writes the map as SVG.
  /// - Parameters:
  ///   - id: Of the drawing; no other id of the page may begin so.
  ///   - title: What the drawing shows, for those who do not see it.
  ///   - description: The same at length.
  package static func write(
    _ map: RelationMap, id: String, title: String, description: String, into out: inout ByteBuffer
  ) {
    let labels = map.items.map { label(of: $0.title) }
    let sizes = labels.map { label in
      Size(
        (TextMeasure.width(of: label, size: fontSize) + 20).rounded(.up),
        Double(label.lines.count) * lineHeight + 12)
    }
    let wanted = StressLayout.places(
      groups: map.items.map(\.group), relations: map.relations.map { ($0.first, $0.second) })
    var places = BoxSpacing.spread(wanted, sizes, gap: gap)
    let low = zip(places, sizes).reduce(Point(.infinity, .infinity)) { low, box in
      Point(min(low.x, box.0.x - box.1.width / 2), min(low.y, box.0.y - box.1.height / 2))
    }
    places = places.map { place in
      let place = place - low + Point(margin, margin)
      // Whole points: shorter to write, and sharp.
      return Point(place.x.rounded(), place.y.rounded())
    }
    let high = zip(places, sizes).reduce(Point(0, 0)) { high, box in
      Point(max(high.x, box.0.x + box.1.width / 2), max(high.y, box.0.y + box.1.height / 2))
    }
    let (width, height) = ((high.x + margin).tenths, (high.y + margin).tenths)
    // A large one is moved under its frame rather than made too small to read.
    out.append(
      "<svg class=\"map\(high.x > widestWhole ? " map-wide" : "")\" id=\"\(id)\" role=\"group\" aria-labelledby=\"\(id).t\""
    )
    out.append(" aria-describedby=\"\(id).d\" viewBox=\"0 0 \(width) \(height)\"")
    out.append(" width=\"\(width)\" height=\"\(height)\" fill=\"none\" stroke=\"currentColor\"")
    out.append(" font-size=\"14\" text-anchor=\"middle\"><title id=\"\(id).t\">")
    out.append(escaping: title)
    out.append("</title><desc id=\"\(id).d\">")
    out.append(escaping: description)
    out.append("</desc>\n<g class=\"map-lines\">\n")
    for relation in map.relations { write(relation, places, into: &out) }
    out.append("</g>\n")
    for (index, item) in map.items.enumerated() {
      write(item, labels[index], places[index], sizes[index], into: &out)
    }
    out.append("</svg>\n")
  }

  private static func label(of title: String) -> Label {
    var label = Label(plain: title).wrapped(to: widest, size: fontSize)
    if label.lines.count > mostLines {
      label.lines = Array(label.lines.prefix(mostLines))
      label.lines[mostLines - 1].append(Label.Run(text: "…"))
    }
    return label
  }

  /// A line that is bent a little: where several pass one place, each can be followed.
  private static func write(
    _ relation: RelationMap.Relation, _ places: [Point], into out: inout ByteBuffer
  ) {
    let (from, to) = (places[relation.first], places[relation.second])
    let way = to - from
    let bend = (from + to) * 0.5 + Point(-way.y, way.x) * 0.08
    out.append("<path d=\"M\(from.x.tenths) \(from.y.tenths)Q")
    out.append("\(bend.x.rounded().tenths) \(bend.y.rounded().tenths) ")
    out.append("\(to.x.tenths) \(to.y.tenths)\" data-e=\"\(relation.first) \(relation.second)\"")
    if !relation.isMutual { out.append(" stroke-dasharray=\"4 4\"") }
    out.append("/>\n")
  }

  private static func write(
    _ item: RelationMap.Item, _ label: Label, _ place: Point, _ size: Size,
    into out: inout ByteBuffer
  ) {
    out.append("<a class=\"d\(item.group % 8)")
    if item.isUse { out.append(" map-use") }
    out.append("\" id=\"")
    out.append(escaping: item.id)
    out.append("\" href=\"")
    out.append(item.href)
    if !item.marks.isEmpty {
      out.append("\" data-marks=\"")
      out.append(escaping: item.marks.joined(separator: " "))
    }
    let corner = place - Point(size.width / 2, size.height / 2)
    out.append("\"><rect x=\"\(corner.x.tenths)\" y=\"\(corner.y.tenths)\"")
    out.append(" width=\"\(size.width.tenths)\" height=\"\(size.height.tenths)\"")
    out.append(" rx=\"\(item.isUse ? "4" : (min(size.height, 30) / 2).tenths)\"/>")
    // One text for all lines: it is the name of the link.
    out.append("<text fill=\"currentColor\" stroke=\"none\">")
    var y = place.y - Double(label.lines.count - 1) * lineHeight / 2 + fontSize * 0.35
    for (number, line) in label.lines.enumerated() {
      // For the name of the link; as wide as nothing, or the line before would not be in the middle.
      if number > 0 { out.append("<tspan font-size=\"0\"> </tspan>") }
      out.append("<tspan x=\"\(place.x.tenths)\" y=\"\(y.tenths)\">")
      for run in line { out.append(escaping: run.text) }
      out.append("</tspan>")
      y += lineHeight
    }
    out.append("</text></a>\n")
  }
}
