import SVG

/// Moves boxes that lie on each other apart, each as little as will do.
enum BoxSpacing {
  private static let rounds = 60
  /// As often is everything drawn apart where moving single boxes does not end.
  private static let tries = 40

  /// The middles of the boxes, so that no two are nearer than `gap` both across and down.
  static func spread(_ middles: [Point], _ sizes: [Size], gap: Size) -> [Point] {
    var places = middles
    for _ in 0..<tries {
      for _ in 0..<rounds {
        if !move(&places, sizes, gap) { return places }
      }
      places = places.map { $0 * 1.1 }
    }
    return places
  }

  /// Returns whether any had to be moved.
  private static func move(_ places: inout [Point], _ sizes: [Size], _ gap: Size) -> Bool {
    var hasMoved = false
    for first in places.indices {
      for second in places.indices.dropFirst(first + 1) {
        let way = places[second] - places[first]
        let across = (sizes[first].width + sizes[second].width) / 2 + gap.width - abs(way.x)
        let down = (sizes[first].height + sizes[second].height) / 2 + gap.height - abs(way.y)
        // Less than can be seen is no overlap, or rounding would never let it end.
        guard across > 0.05, down > 0.05 else { continue }
        hasMoved = true
        let shift =
          down <= across
          ? Point(0, (way.y < 0 ? -down : down) / 2)
          : Point((way.x < 0 ? -across : across) / 2, 0)
        places[first] = places[first] - shift
        places[second] = places[second] + shift
      }
    }
    return hasMoved
  }
}
