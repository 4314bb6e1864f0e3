/// Elements of raw HTML that are open while a page is rendered: each is closed where it was opened,
/// so that no page can close or swallow what stands around it.
struct OpenElements {
  struct Entry {
    var element: SafeElement
    /// The node whose end ends the element at the latest.
    var scope: Node
    /// A container of Markdown, which only its own end closes.
    var isContainer = false
  }

  private(set) var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }

  mutating func removeAll() {
    if !entries.isEmpty { entries.removeAll(keepingCapacity: true) }
  }

  /// Makes room for an element: ends what ends by itself before it. Returns the names that were
  /// closed, the innermost first; nil where the element may not stand there.
  mutating func makeRoom(for element: SafeElement, in scope: Node) -> [String]? {
    guard element.parents.isEmpty else { return makeRoom(insideOf: element.parents, scope) }
    guard !element.isPhrasing,
      let paragraph = entries.lastIndex(where: { $0.element.name == "p" }),
      entries[paragraph...].allSatisfy({ $0.scope == scope && !$0.isContainer }),
      entries[(paragraph + 1)...].allSatisfy(\.element.isPhrasing)
    else { return [] }
    return pop(to: paragraph)
  }

  private mutating func makeRoom(insideOf parents: [String], _ scope: Node) -> [String]? {
    var index = entries.count - 1
    while index >= 0, entries[index].scope == scope {
      let entry = entries[index]
      if parents.contains(entry.element.name) { return pop(to: index + 1) }
      guard entry.element.endsByItself, !entry.isContainer else { return nil }
      index -= 1
    }
    return nil
  }

  mutating func push(_ element: SafeElement, scope: Node, isContainer: Bool = false) {
    entries.append(Entry(element: element, scope: scope, isContainer: isContainer))
  }

  /// Closes the innermost element of that name in `scope`, and all inside it: their names, the
  /// innermost first. None where no such element is open there.
  mutating func close(_ name: String, in scope: Node) -> [String] {
    var index = entries.count - 1
    while index >= 0, entries[index].scope == scope, !entries[index].isContainer {
      if entries[index].element.name == name { return pop(to: index) }
      index -= 1
    }
    return []
  }

  /// Closes all that `scope` ends: their names, the innermost first.
  mutating func end(_ scope: Node) -> [String] {
    var first = entries.count
    while first > 0, entries[first - 1].scope == scope { first -= 1 }
    return pop(to: first)
  }

  /// Closes the paragraph that an HTML block left open, where nothing is open in it.
  mutating func endParagraph(in scope: Node) -> [String] {
    guard let last = entries.last, last.scope == scope, !last.isContainer,
      last.element.name == "p"
    else { return [] }
    return pop(to: entries.count - 1)
  }

  private mutating func pop(to count: Int) -> [String] {
    let names = entries[count...].reversed().map(\.element.name)
    entries.removeLast(entries.count - count)
    return names
  }
}

/// Which start tags among the HTML blocks of one container are never closed there: they are text,
/// since browsers would close them only where the page ends.
struct UnclosedTags {
  let scope: Node
  /// By their place in the order of all start tags of the list that are no void elements.
  private(set) var ordinals: Set<Int> = []
  /// The place of the next tag that is written.
  var next = 0

  init(in scope: Node, _ literal: (Node) -> [UInt8]) {
    self.scope = scope
    var open: [(name: String, ordinal: Int)] = []
    var count = 0
    var child = scope.firstChild
    while let node = child {
      child = node.next
      guard node.kind == .htmlBlock else { continue }
      let html = literal(node)
      for piece in MarkupPieces(html) {
        guard case .tag(let tag) = piece else { continue }
        let name = tag.lowerName(in: html)
        guard let element = SafeElement.named(name), !element.isVoid else { continue }
        if !tag.isEnd {
          if !element.endsByItself { open.append((name, count)) }
          count += 1
        } else if let match = open.lastIndex(where: { $0.name == name }) {
          open.removeSubrange(match...)
        }
      }
    }
    ordinals = Set(open.map(\.ordinal))
  }

  /// Whether the tag that is written now is closed.
  mutating func closesNext() -> Bool {
    defer { next += 1 }
    return !ordinals.contains(next)
  }
}
