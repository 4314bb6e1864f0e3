import ByteText
import Diagrams
import Pages
import Templating

/// What the template of the map sees.
struct MapContexts {
  private let contexts: PageContexts
  private let base: [UInt8]
  private let graph: TechniqueGraph
  /// The nodes that are drawn, section after section.
  private let order: [Int]
  private let sections: [MapSections.Section]
  /// Where each node stands in `order`.
  private var places: [Int: Int] = [:]

  init(_ contexts: PageContexts, url: String) {
    self.contexts = contexts
    base = Array(url.utf8)
    let graph = contexts.site.graph
    self.graph = graph
    var sections = MapSections(
      graph.nodes.indices.filter { graph.isOnMap[$0] }, graph, contexts.site.navigation,
      other: "Other pages"
    ).all
    for index in sections.indices {
      sections[index].nodes.sort {
        let (left, right) = (contexts.site.title(ofNode: $0), contexts.site.title(ofNode: $1))
        return (left.lowercased(), $0) < (right.lowercased(), $1)
      }
    }
    self.sections = sections
    order = sections.flatMap(\.nodes)
    for (place, node) in order.enumerated() { places[node] = place }
  }

  var value: TemplateValue {
    let marks = platforms
    var drawing = ByteBuffer(capacity: 1 << 15)
    let map = RelationMap(items: order.map(item), relations: relations)
    let isDivided = sections.count > 1
    let hasUses = sections.contains { section in
      !isOfUses(section) && section.nodes.contains { graph.nodes[$0].isUseCase }
    }
    let isDirected =
      map.relations.contains { !$0.isMutual } && map.relations.contains(where: \.isMutual)
    RelationMapDrawing.write(
      map, id: "Map", title: "Map of the techniques",
      description: "\(order.count) pages and \(map.relations.count) relations between them, "
        + "which the list below the map tells too.",
      into: &drawing)
    return [
      "drawing": .html(drawing.array), "count": .integer(order.count),
      "isCut": .bool(graph.isCut),
      "hasUses": .bool(hasUses), "isDirected": .bool(isDirected), "isDivided": .bool(isDivided),
      "hasKey": .bool(isDivided || hasUses || isDirected),
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
            "uses": .bool(isOfUses(section)),
            "items": .list(section.nodes.map(entry)),
          ]
        }),
    ]
  }

  private func isOfUses(_ section: MapSections.Section) -> Bool {
    section.nodes.allSatisfy { graph.nodes[$0].isUseCase }
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
      title: title(of: node), href: href(to: node),
      id: "technique:" + contexts.site.mapID(ofNode: node),
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
