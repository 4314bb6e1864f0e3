import Pages

/// The parts that a map is coloured by: the sections of the navigation that its pages stand in.
struct MapSections {
  struct Section {
    var name: String
    /// Places among the nodes.
    var nodes: [Int]
  }

  /// There are as many colours.
  private static let most = 8

  /// In the order of the navigation; what stands in none comes last. More than there are colours are
  /// told by what is around them.
  private(set) var all: [Section] = []

  init(_ nodes: [Int], _ graph: TechniqueGraph, _ navigation: Navigation, other: String) {
    let paths = nodes.map { node in
      navigation.nodeOfPage[graph.nodes[node].page].map { navigation.ancestors(of: $0) } ?? []
    }
    let deepest = paths.map(\.count).max() ?? 0
    for depth in stride(from: deepest, through: 0, by: -1) {
      all = Self.sections(nodes, paths.map { $0.prefix(depth).last }, navigation, other)
      if all.count <= Self.most { break }
    }
    guard all.count > Self.most else { return }
    // Navigations can have many roots.
    let rest = all[(Self.most - 1)...].flatMap(\.nodes)
    all = all.prefix(Self.most - 1) + [Section(name: other, nodes: rest)]
  }

  private static func sections(
    _ nodes: [Int], _ parts: [Int?], _ navigation: Navigation, _ other: String
  ) -> [Section] {
    var places: [Int: Int] = [:]
    var sections: [Section] = []
    let order = nodes.indices.sorted {
      (parts[$0] ?? Int.max, $0) < (parts[$1] ?? Int.max, $1)
    }
    for index in order {
      let key = parts[index] ?? -1
      let place = places[key] ?? sections.count
      if place == sections.count {
        places[key] = place
        sections.append(
          Section(name: parts[index].map { navigation.nodes[$0].title } ?? other, nodes: []))
      }
      sections[place].nodes.append(nodes[index])
    }
    return sections
  }
}
