import ByteText
import Diagrams
import Pages
import Templating

/// What the template of the map sees.
struct MapContexts {
  /// A larger map would take long to lay out, and nobody could read it.
  static let most = 150

  private let contexts: PageContexts
  private let base: [UInt8]
  private let graph: TechniqueGraph
  /// The nodes that are drawn, section after section.
  private let order: [Int]
  private let sections: [MapSections.Section]
  /// Whether there are more than could be drawn.
  private let isCut: Bool
  /// Where each node stands in `order`.
  private var places: [Int: Int] = [:]

  init(_ contexts: PageContexts, url: String) {
    self.contexts = contexts
    base = Array(url.utf8)
    let graph = contexts.site.graph
    self.graph = graph
    var sections = MapSections(
      Self.chosen(of: graph), graph, contexts.site.navigation, other: "Other pages"
    ).all
    for index in sections.indices {
      sections[index].nodes.sort {
        let (left, right) = (contexts.site.title(ofNode: $0), contexts.site.title(ofNode: $1))
        return (left.lowercased(), $0) < (right.lowercased(), $1)
      }
    }
    self.sections = sections
    isCut = graph.neighbours.count { !$0.isEmpty } > Self.most
    order = sections.flatMap(\.nodes)
    for (place, node) in order.enumerated() { places[node] = place }
  }

  /// Those that are related to others; where they are too many, those with the most relations.
  private static func chosen(of graph: TechniqueGraph) -> [Int] {
    let related = graph.nodes.indices.filter { !graph.neighbours[$0].isEmpty }
    guard related.count > most else { return related }
    return related.sorted {
      (graph.neighbours[$1].count, $0) < (graph.neighbours[$0].count, $1)
    }.prefix(most).sorted()
  }

  var value: TemplateValue {
    let marks = platforms
    var drawing = ByteBuffer(capacity: 1 << 15)
    let map = RelationMap(items: order.map(item), relations: relations)
    let uses = order.count { graph.nodes[$0].isUseCase }
    RelationMapDrawing.write(
      map, id: "Map", title: "Map of the techniques",
      description: "\(order.count) pages and \(map.relations.count) relations between them, "
        + "which the list below the map tells too.",
      into: &drawing)
    return [
      "drawing": .html(drawing.array), "count": .integer(order.count),
      "isCut": .bool(isCut),
      "hasUses": .bool(uses > 0 && uses < order.count),
      "isDirected": .bool(
        map.relations.contains { !$0.isMutual } && map.relations.contains(where: \.isMutual)),
      "platforms": PageContexts.group(
        marks.map { ["id": .string($0.id), "name": .string($0.name)] }),
      "items": .list(
        order.map {
          ["id": .string(contexts.site.mapID(ofNode: $0)), "title": .string(title(of: $0))]
        }),
      "sections": .list(
        sections.enumerated().map { number, section in
          [
            "name": .string(section.name), "number": .integer(number),
            "items": .list(section.nodes.map(entry)),
          ]
        }),
      "isDivided": .bool(sections.count > 1),
    ]
  }

  private var relations: [RelationMap.Relation] {
    order.enumerated().flatMap { place, node in
      graph.named[node].compactMap { other -> RelationMap.Relation? in
        guard let there = places[other] else { return nil }
        let isMutual = graph.named[other].contains(node)
        return isMutual && there < place ? nil : .init(place, there, isMutual: isMutual)
      }
    }
  }

  // MARK: Nodes

  private func title(of node: Int) -> String { contexts.site.title(ofNode: node) }

  private func href(to node: Int) -> String {
    contexts.href(contexts.site.catalog.urls[graph.nodes[node].page], from: base)
  }

  private func platforms(of node: Int) -> [String] {
    contexts.site.catalog.pages[graph.nodes[node].page].platforms
  }

  private func item(_ node: Int) -> RelationMap.Item {
    RelationMap.Item(
      title: title(of: node), href: href(to: node), id: contexts.site.mapID(ofNode: node),
      group: sections.firstIndex { $0.nodes.contains(node) } ?? 0,
      isUse: graph.nodes[node].isUseCase, marks: platforms(of: node))
  }

  /// Those that some of the pages name, by name.
  private var platforms: [(id: String, name: String)] {
    var known: [String: String] = [:]
    for node in order {
      let page = contexts.site.catalog.pages[graph.nodes[node].page]
      for (id, name) in zip(page.platforms, contexts.site.platformNames(of: page)) {
        known[id] = name
      }
    }
    return known.map { ($0.key, $0.value) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// An entry of the list that says the same.
  private func entry(_ node: Int) -> TemplateValue {
    func links(_ others: [Int]) -> TemplateValue {
      PageContexts.group(
        others.sorted { title(of: $0) < title(of: $1) }.map {
          ["title": .string(title(of: $0)), "href": .string(href(to: $0))]
        })
    }
    let named = graph.named[node]
    return [
      "id": .string(contexts.site.mapID(ofNode: node)), "title": .string(title(of: node)),
      "href": .string(href(to: node)), "related": links(named),
      "back": links(graph.neighbours[node].filter { !named.contains($0) }),
    ]
  }
}
