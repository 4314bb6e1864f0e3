import Conversation
import Patterns

/// Makes strands of a tree. The path under way is one; elsewhere the larger part of a fork goes on and
/// the smaller ones leave, so that strands leave each other hardly more often than the number of
/// messages can be halved, however deep the tree is.
struct StrandBuilder {
  private let messages: [ChatMessage]
  private var children: [[Int]]
  private var roots: [Int] = []
  private var sizes: [Int]
  private var turns: [Int]
  private var summaries: [[ChatMessage]]
  private var topics: [[Strand.Topic]]
  private var openTopics: [Strand.Topic] = []
  private let path: [Int]

  /// The path under way with everything that leaves it.
  static func path(of session: Session, in tree: MessageTree) -> Strand {
    let builder = StrandBuilder(session, tree)
    var path = builder.strand(of: builder.path, depth: 0, among: builder.roots)
    path.openTopics = builder.openTopics
    return path
  }

  private init(_ session: Session, _ tree: MessageTree) {
    let said = tree.messages.filter { $0.kind == .said }
    var places: [ChatMessage.ID: Int] = [:]
    for (place, message) in said.enumerated() { places[message.id] = place }
    let parents = said.map { message in message.parent.flatMap { places[$0] } }
    messages = said
    path = tree.path(to: session.leaf).compactMap { places[$0.id] }
    children = Array(repeating: [], count: said.count)
    sizes = Array(repeating: 1, count: said.count)
    turns = Array(repeating: 0, count: said.count)
    summaries = Array(repeating: [], count: said.count)
    topics = Array(repeating: [], count: said.count)
    for (place, parent) in parents.enumerated() {
      turns[place] = said[place].role == .user ? 1 : 0
      guard let parent else {
        roots.append(place)
        continue
      }
      children[parent].append(place)
      turns[place] += turns[parent]
    }
    for (place, parent) in parents.enumerated().reversed() {
      if let parent { sizes[parent] += sizes[place] }
    }
    for message in tree.messages where message.kind != .said {
      if let parent = message.parent.flatMap({ places[$0] }) { summaries[parent].append(message) }
    }
    addTopics(session, tree)
  }

  private mutating func addTopics(_ session: Session, _ tree: MessageTree) {
    let asides = tree.openAsides(of: session, movedTo: session.leaf)
    let open = Set(asides)
    let unnamed = tree.unnamedAsides(of: session)
    for (place, message) in messages.enumerated() {
      topics[place] = (message.asides + (unnamed[message.id] ?? [])).map { name in
        let aside = Session.Aside(topic: name, back: message.parent)
        return Strand.Topic(name: name, isOpen: open.contains(aside))
      }
    }
    let begun = Set(
      path.flatMap { place in
        topics[place].map { Session.Aside(topic: $0.name, back: messages[place].parent) }
      })
    openTopics = asides.filter { !begun.contains($0) }
      .map { Strand.Topic(name: $0.topic, isOpen: true) }
  }

  /// - Parameter siblings: Where the first of them stands, with what is said there besides.
  private func strand(of places: [Int], depth: Int, among siblings: [Int]) -> Strand {
    var strand = Strand(depth: depth, size: 0)
    strand.beginnings = ways(siblings, but: places.first, depth)
    for (number, place) in places.enumerated() {
      let next = places.indices.contains(number + 1) ? places[number + 1] : nil
      let message = messages[place]
      // A pattern's system text belongs to the turn that it is said before.
      let isBefore = message.role == .system && message.turn != nil
      strand.entries.append(
        Strand.Entry(
          message: message, turn: turns[place] + (isBefore ? 1 : 0),
          ways: ways(children[place], but: next, depth), summaries: summaries[place],
          topics: topics[place]))
    }
    strand.size =
      strand.entries.reduce(strand.beginnings.reduce(0) { $0 + $1.size }) { sum, entry in
        entry.ways.reduce(sum + 1) { $0 + $1.size }
      }
    return strand
  }

  private func ways(_ places: [Int], but next: Int?, _ depth: Int) -> [Strand] {
    places.filter { $0 != next }.map { way(from: $0, depth + 1) }
  }

  private func way(from start: Int, _ depth: Int) -> Strand {
    var places = [start]
    while let last = places.last,
      let next = children[last].max(by: { rank($0, depth) < rank($1, depth) })
    {
      places.append(next)
    }
    return strand(of: places, depth: depth, among: [])
  }

  /// What goes on where a way forks: the larger part, and of those that are as large the one that was
  /// said last. A topic in between leaves rather, unless strands lie in each other too deep for that.
  private func rank(_ place: Int, _ depth: Int) -> (Int, Int, Int) {
    (topics[place].isEmpty && depth <= Self.depthOfAsides ? 1 : 0, sizes[place], place)
  }

  private static let depthOfAsides = 6
}
