import SVG

/// The outline of a node.
enum NodeShape: String, Sendable, CaseIterable {
  case rectangle, rounded, stadium, subroutine, cylinder, circle, doubleCircle, ellipse, diamond
  case hexagon, leanRight, leanLeft, trapezoid, invertedTrapezoid, flag, card, document, triangle
  case text, start, end, bar, note

  /// The size of a node that has room for a text of this size.
  /// - Parameter isHorizontal: whether the edges go from side to side.
  func size(around text: (width: Double, height: Double), isHorizontal: Bool) -> Size {
    let width = text.width
    let height = max(text.height, TextMeasure.lineHeight)
    switch self {
    case .rectangle, .rounded: return Size(max(width + 32, 44), height + 22)
    case .stadium: return Size(max(width + height + 26, 60), height + 22)
    case .subroutine: return Size(max(width + 48, 60), height + 22)
    case .cylinder: return Size(max(width + 32, 60), height + 38)
    case .circle, .doubleCircle:
      let gap = self == .circle ? 22.0 : 32.0
      let side = max((width * width + height * height).squareRoot() + gap, 46)
      return Size(side, side)
    case .ellipse: return Size(max(width * 1.3 + 28, 60), height * 1.4 + 20)
    case .diamond:
      let full = max(height * 2.3, 64)
      return Size(max(width / (1 - height / full) + 16, 64), full)
    case .hexagon: return Size(max(width + 52, 70), height + 24)
    case .leanRight, .leanLeft: return Size(max(width + 62, 80), height + 22)
    case .trapezoid, .invertedTrapezoid: return Size(max(width + 66, 84), height + 22)
    case .flag: return Size(max(width + 48, 60), height + 22)
    case .card: return Size(max(width + 40, 50), height + 24)
    case .document: return Size(max(width + 32, 50), height + 36)
    case .triangle:
      let full = max(height * 2.4, 60)
      return Size(max((width + 20) / (1 - height / full), 60), full)
    case .text: return Size(width + 10, height + 6)
    case .start: return Size(16, 16)
    case .end: return Size(20, 20)
    case .bar: return isHorizontal ? Size(8, 70) : Size(70, 8)
    case .note: return Size(width + 26, height + 18)
    }
  }

  /// The shape of Graphviz at whose outline edges end.
  var graphvizName: String {
    switch self {
    case .circle, .doubleCircle, .ellipse, .start, .end: "ellipse"
    case .diamond: "diamond"
    default: "box"
    }
  }

  /// Where edges end if not at the box around the node: corners in turn, around the middle.
  func corners(_ size: Size) -> [Point]? {
    let x = size.width / 2
    let y = size.height / 2
    let cut = min(size.height * 0.42, size.width * 0.3)
    switch self {
    case .hexagon:
      let side = min(18, size.width / 4)
      return [
        Point(-x, 0), Point(side - x, -y), Point(x - side, -y), Point(x, 0), Point(x - side, y),
        Point(side - x, y),
      ]
    case .leanRight: return [Point(cut - x, -y), Point(x, -y), Point(x - cut, y), Point(-x, y)]
    case .leanLeft: return [Point(-x, -y), Point(x - cut, -y), Point(x, y), Point(cut - x, y)]
    case .trapezoid: return [Point(cut - x, -y), Point(x - cut, -y), Point(x, y), Point(-x, y)]
    case .invertedTrapezoid:
      return [Point(-x, -y), Point(x, -y), Point(x - cut, y), Point(cut - x, y)]
    case .flag:
      return [Point(-x, -y), Point(x, -y), Point(x, y), Point(-x, y), Point(14 - x, 0)]
    case .card:
      return [Point(12 - x, -y), Point(x, -y), Point(x, y), Point(-x, y), Point(-x, 12 - y)]
    case .triangle: return [Point(0, -y), Point(x, y), Point(-x, y)]
    case .stadium:
      // Both half circles in steps that nobody sees.
      let side = (0...8).map { step -> Point in
        let across = Double(step) / 4 - 1
        return Point(x - y + y * (1 - across * across).squareRoot(), y * across)
      }
      return side + side.reversed().map { Point(-$0.x, $0.y) }
    default: return nil
    }
  }

  /// The name of newer Mermaid, `A@{ shape: name }`, to the shape that is drawn.
  static let names: [String: NodeShape] = {
    let table: [(NodeShape, String)] = [
      (.rectangle, "rect proc process rectangle lin-rect lin-proc lined-process shaded-process"),
      (.rectangle, "div-rect div-proc divided-process win-pane internal-storage window-pane"),
      (.rectangle, "processes procs st-rect stacked-rectangle tag-rect tag-proc tagged-process"),
      (.rounded, "rounded event"),
      (.stadium, "stadium pill terminal delay half-rounded-rectangle"),
      (.subroutine, "subproc fr-rect subprocess framed-rectangle subroutine"),
      (
        .cylinder,
        "cyl db database cylinder das h-cyl horizontal-cylinder disk lin-cyl lined-cylinder"
      ),
      (.circle, "circle circ cross-circ summary crossed-circle"),
      (.doubleCircle, "dbl-circ double-circle"),
      (.ellipse, "ellipse cloud"),
      (.diamond, "diam decision diamond question"),
      (.hexagon, "hex hexagon prepare curv-trap display curved-trapezoid"),
      (.leanRight, "lean-r in-out lean-right"),
      (.leanLeft, "lean-l out-in lean-left"),
      (.trapezoid, "trap-b priority trapezoid trapezoid-bottom"),
      (.invertedTrapezoid, "trap-t manual inv-trapezoid trapezoid-top sl-rect manual-input"),
      (.flag, "odd flag paper-tape bow-rect stored-data bow-tie-rectangle"),
      (.card, "notch-rect card notched-rectangle notch-pent loop-limit notched-pentagon"),
      (.document, "doc document docs documents st-doc stacked-document lin-doc lined-document"),
      (.document, "tag-doc tagged-document"),
      (.triangle, "tri extract triangle flip-tri flipped-triangle manual-file"),
      (.text, "text brace brace-l brace-r braces comment"),
      (.start, "sm-circ start small-circle f-circ junction filled-circle"),
      (.end, "fr-circ stop framed-circle"),
      (.bar, "fork join"),
      (.note, "note bolt com-link lightning-bolt hourglass collate"),
    ]
    var names: [String: NodeShape] = [:]
    for (shape, words) in table {
      for word in words.split(separator: " ") { names[String(word)] = shape }
    }
    return names
  }()
}
