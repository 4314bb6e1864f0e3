package import ByteText
import SVG

/// Draws what one thing is related to: lines lead from it to a column of its neighbours, arcs join
/// those of them that are related to each other. It takes microseconds, since each page has one.
package enum NeighbourhoodDrawing {
  package struct Neighbour: Sendable, Hashable {
    package var title: String
    /// Escaped as an address.
    package var href: String

    package init(title: String, href: String) {
      self.title = title
      self.href = href
    }
  }

  private static let row = 32
  private static let boxHeight = 26
  /// Between the two columns.
  private static let way = 68
  private static let widest = 230.0

  /// Writes a figure's drawing as SVG; what the figure is called stands beside it.
  /// - Parameter pairs: Places of neighbours that are related to each other.
  package static func write(
    around title: String, _ neighbours: [Neighbour], pairs: [(Int, Int)],
    into out: inout ByteBuffer
  ) {
    let order = order(of: neighbours.count, pairs)
    var rows = Array(repeating: 0, count: neighbours.count)
    for (place, neighbour) in order.enumerated() { rows[neighbour] = place }
    let titles = neighbours.map { shortened($0.title) }
    let centre = shortened(title)
    let own = width(of: [centre])
    let left = own + way
    let others = width(of: titles)
    let arcs = pairs.map { (min(rows[$0.0], rows[$0.1]), max(rows[$0.0], rows[$0.1])) }
    let reach = arcs.map { bulge($0) * 3 / 4 }.max() ?? 0
    let right = left + others
    let height = neighbours.count * row
    let width = right + reach + 4
    let middle = height / 2
    // What is small enough is made smaller on a narrow screen, the rest is moved under it.
    out.append(
      width > 500 ? "<svg class=\"dg dg-1\" viewBox=\"0 0 " : "<svg class=\"dg\" viewBox=\"0 0 ")
    append("", width, " ", height, into: &out)
    append("\" width=\"", width, "\" height=\"", height, into: &out)
    out.append("\" fill=\"currentColor\" font-size=\"14\"><path class=\"de\" fill=\"none\" d=\"")
    for place in rows.indices {
      let rise = y(place) - middle
      append("M", own + 1, " ", middle, into: &out)
      append("c", way / 2, " 0 ", way / 2, into: &out)
      append(" ", rise, " ", way, into: &out)
      out.append(" ")
      out.append(decimal: rise)
    }
    for arc in arcs.sorted(by: <) {
      let depth = bulge(arc)
      let fall = y(arc.1) - y(arc.0)
      append("M", right, " ", y(arc.0), into: &out)
      append("c", depth, " 0 ", depth, into: &out)
      append(" ", fall, " 0 ", fall, into: &out)
    }
    append(
      "\"/><rect class=\"dc\" x=\"1\" y=\"", middle - boxHeight / 2, "\" width=\"", own, into: &out)
    append("\" height=\"", boxHeight, "\" rx=\"13\"/><text x=\"12\" y=\"", middle + 5, into: &out)
    out.append("\">")
    out.append(escaping: centre)
    out.append("</text>")
    for (place, neighbour) in order.enumerated() {
      out.append("<a href=\"")
      out.append(neighbours[neighbour].href)
      append("\"><rect class=\"dn\" x=\"", left, "\" y=\"", y(place) - boxHeight / 2, into: &out)
      append("\" width=\"", others, "\" height=\"", boxHeight, into: &out)
      append("\" rx=\"13\"/><text x=\"", left + 11, "\" y=\"", y(place) + 5, into: &out)
      out.append("\">")
      out.append(escaping: titles[neighbour])
      out.append("</text></a>")
    }
    out.append("</svg>")
  }

  /// Without a text in between: this is written for each page.
  private static func append(
    _ before: StaticString, _ first: Int, _ between: StaticString, _ second: Int,
    into out: inout ByteBuffer
  ) {
    out.append(before)
    out.append(decimal: first)
    out.append(between)
    out.append(decimal: second)
  }

  private static func y(_ place: Int) -> Int { place * row + row / 2 }

  /// How far an arc leads out; three quarters of it are seen.
  private static func bulge(_ arc: (Int, Int)) -> Int { 12 + 12 * (arc.1 - arc.0) }

  private static func width(of titles: [String]) -> Int {
    Int(titles.reduce(0) { max($0, TextMeasure.width(of: Substring($1), size: 14)) }) + 22
  }

  /// Cut where it would be wider than its column.
  private static func shortened(_ title: String) -> String {
    guard TextMeasure.width(of: Substring(title), size: 14) > widest else { return title }
    var short = title
    while !short.isEmpty, TextMeasure.width(of: Substring(short), size: 14) > widest - 12 {
      short.removeLast()
    }
    return short + "…"
  }

  /// The order in which arcs are short: neighbours change places as long as that helps.
  static func order(of count: Int, _ pairs: [(Int, Int)]) -> [Int] {
    var order = Array(0..<count)
    guard count > 2, !pairs.isEmpty else { return order }
    var rows = order
    var partners = Array(repeating: [Int](), count: count)
    for (first, second) in pairs {
      partners[first].append(second)
      partners[second].append(first)
    }
    /// The length of all arcs of two neighbours, that between them aside.
    func length(_ first: Int, _ second: Int) -> Int {
      var sum = 0
      for other in partners[first] where other != second { sum += abs(rows[other] - rows[first]) }
      for other in partners[second] where other != first { sum += abs(rows[other] - rows[second]) }
      return sum
    }
    for _ in 0..<count {
      var isBetter = false
      for place in 0..<count - 1 {
        for other in place + 1..<count {
          let (first, second) = (order[place], order[other])
          guard !partners[first].isEmpty || !partners[second].isEmpty else { continue }
          let before = length(first, second)
          rows.swapAt(first, second)
          if length(first, second) < before {
            order.swapAt(place, other)
            isBetter = true
          } else {
            rows.swapAt(first, second)
          }
        }
      }
      if !isBetter { break }
    }
    return order
  }
}
