import SVG

/// Finds places for things of which some are related, so that those are near each other which few
/// relations lie between: stress majorization (Gansner, Koren and North, 2004), one thing after the
/// other. The same input has the same places.
struct StressLayout {
  /// How many rounds; more change nothing that is seen.
  private static let rounds = 90
  /// Points between two things that are related.
  private static let step = 130.0
  /// Things that nothing leads between are as far apart as this many relations.
  private static let apart = 4
  /// How much nearer things of one group are, and farther those of two.
  private static let within = 0.6
  private static let between = 1.2
  /// Titles are wider than high, so there is more room sideways.
  private static let stretch = 1.5

  private let groups: [Int]
  private var places: [Point]
  /// How far each should be from each, by rows.
  private var wishes: [Double] = []

  /// The middle of each thing.
  /// - Parameter groups: Of each thing its group; things of one group stand in a row.
  static func places(groups: [Int], relations: [(Int, Int)]) -> [Point] {
    guard groups.count > 1 else { return groups.map { _ in Point(0, 0) } }
    var layout = StressLayout(groups, relations)
    for _ in 0..<rounds { layout.improve() }
    return levelled(layout.places).map { Point($0.x * stretch, $0.y) }
  }

  private init(_ groups: [Int], _ relations: [(Int, Int)]) {
    self.groups = groups
    let radius = Self.step * Double(groups.count).squareRoot() / 2
    places = groups.indices.map { index in
      UnitCircle.point(Double(index) / Double(groups.count)) * radius
    }
    wishes = Self.wishes(groups, Self.neighbours(groups.count, relations))
  }

  private static func neighbours(_ count: Int, _ relations: [(Int, Int)]) -> [[Int]] {
    var neighbours = Array(repeating: [Int](), count: count)
    for (first, second) in relations where first != second {
      neighbours[first].append(second)
      neighbours[second].append(first)
    }
    return neighbours
  }

  private static func wishes(_ groups: [Int], _ neighbours: [[Int]]) -> [Double] {
    let count = groups.count
    var wishes = Array(repeating: 0.0, count: count * count)
    var steps = Array(repeating: 0, count: count)
    for start in 0..<count {
      for index in 0..<count { steps[index] = apart }
      steps[start] = 0
      var queue = [start]
      var next = 0
      while next < queue.count {
        let item = queue[next]
        next += 1
        guard steps[item] + 1 < apart else { continue }
        for other in neighbours[item] where steps[other] > steps[item] + 1 {
          steps[other] = steps[item] + 1
          queue.append(other)
        }
      }
      for index in 0..<count {
        let factor = groups[index] == groups[start] ? within : between
        wishes[start * count + index] = Double(steps[index]) * step * factor
      }
    }
    return wishes
  }

  /// Turned so that the whole is as wide and as low as it can be.
  private static func levelled(_ places: [Point]) -> [Point] {
    let middle = places.reduce(Point(0, 0), +) * (1 / Double(places.count))
    var (across, down, both) = (0.0, 0.0, 0.0)
    for way in places.map({ $0 - middle }) {
      across += way.x * way.x
      down += way.y * way.y
      both += way.x * way.y
    }
    let length = Point(across - down, 2 * both).length
    guard length > 0.001 else { return places }
    // Half of the angle whose cosine this is.
    let double = (across - down) / length
    let cosine = ((1 + double) / 2).squareRoot()
    let sine = ((1 - double) / 2).squareRoot() * (both < 0 ? -1 : 1)
    return places.map { Point($0.x * cosine + $0.y * sine, $0.y * cosine - $0.x * sine) }
  }

  /// Moves each to where those around it want it to be, the nearest of them most.
  private mutating func improve() {
    let count = places.count
    for index in 0..<count {
      var sum = Point(0, 0)
      var weights = 0.0
      let place = places[index]
      for other in 0..<count where other != index {
        let wish = wishes[index * count + other]
        let weight = 1 / (wish * wish)
        let way = place - places[other]
        let length = way.length
        let pull = length > 0.0001 ? wish / length : 0
        sum = sum + (places[other] + way * pull) * weight
        weights += weight
      }
      places[index] = sum * (1 / weights)
    }
  }
}
