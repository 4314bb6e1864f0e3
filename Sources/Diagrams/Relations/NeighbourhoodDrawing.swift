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
    // What is small enough is made smaller on a narrow screen, the rest is moved under it.
    out.append(width > 500 ? "<svg class=\"dg dg-1\"" : "<svg class=\"dg\"")
    out.append(" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\"")
    out.append(" fill=\"currentColor\" font-size=\"14\">")
    let middle = height / 2
    out.append("<path class=\"de\" fill=\"none\" d=\"")
    for place in rows.indices {
      out.append("M\(own + 1) \(middle)c\(way / 2) 0 \(way / 2) ")
      out.append("\(y(place) - middle) \(way) \(y(place) - middle)")
    }
    for arc in arcs.sorted(by: <) {
      let depth = bulge(arc)
      out.append("M\(right) \(y(arc.0))c\(depth) 0 \(depth) \(y(arc.1) - y(arc.0)) 0 ")
      out.append("\(y(arc.1) - y(arc.0))")
    }
    out.append("\"/><rect class=\"dc\" x=\"1\" y=\"\(middle - boxHeight / 2)\" width=\"\(own)\"")
    out.append(" height=\"\(boxHeight)\" rx=\"13\"/>")
    out.append("<text x=\"12\" y=\"\(middle + 5)\">")
    out.append(escaping: centre)
    out.append("</text>")
    for (place, neighbour) in order.enumerated() {
      out.append("<a href=\"")
      out.append(neighbours[neighbour].href)
      out.append("\"><rect class=\"dn\" x=\"\(left)\" y=\"\(y(place) - boxHeight / 2)\"")
      out.append(" width=\"\(others)\" height=\"\(boxHeight)\" rx=\"13\"/>")
      out.append("<text x=\"\(left + 11)\" y=\"\(y(place) + 5)\">")
      out.append(escaping: titles[neighbour])
      out.append("</text></a>")
    }
    out.append("</svg>")
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
    var rows = order
    func cost() -> Int { pairs.reduce(0) { $0 + abs(rows[$1.0] - rows[$1.1]) } }
    guard count > 2, !pairs.isEmpty else { return order }
    var best = cost()
    for _ in 0..<count {
      var isBetter = false
      for first in 0..<count - 1 {
        for second in first + 1..<count {
          order.swapAt(first, second)
          rows[order[first]] = first
          rows[order[second]] = second
          let new = cost()
          if new < best {
            best = new
            isBetter = true
          } else {
            order.swapAt(first, second)
            rows[order[first]] = first
            rows[order[second]] = second
          }
        }
      }
      if !isBetter { break }
    }
    return order
  }
}
