/// Things that are related to each other and belong to groups: what a map is drawn of.
package struct RelationMap: Sendable, Hashable {
  package struct Item: Sendable, Hashable {
    package var title: String
    /// What leads there, escaped as an address.
    package var href: String
    /// The id of its box in the page that shows the map.
    package var id: String
    /// Its place among the groups.
    package var group: Int
    /// Whether it is drawn as one of the other kind: a use of what the map is about.
    package var isUse: Bool
    /// The words that a reader can filter by, safe in an attribute and without spaces.
    package var marks: [String]

    package init(
      title: String, href: String, id: String, group: Int, isUse: Bool = false, marks: [String] = []
    ) {
      self.title = title
      self.href = href
      self.id = id
      self.group = group
      self.isUse = isUse
      self.marks = marks
    }
  }

  /// One line, however many of its ends name the other.
  package struct Relation: Sendable, Hashable {
    /// Places among the items; the first is the one that names the other.
    package var first: Int
    package var second: Int
    package var isMutual: Bool

    package init(_ first: Int, _ second: Int, isMutual: Bool = true) {
      self.first = first
      self.second = second
      self.isMutual = isMutual
    }
  }

  package var items: [Item]
  package var relations: [Relation]

  package init(items: [Item], relations: [Relation]) {
    self.items = items
    self.relations = relations
  }
}
