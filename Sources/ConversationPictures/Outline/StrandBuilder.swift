import Conversation
import Patterns

/// Makes strands of a tree. The path under way is one; elsewhere the larger part of a fork goes on and
/// the smaller ones leave, so that strands leave each other at most as often as the number of messages
/// can be halved, however deep the tree is.
struct StrandBuilder {
  private let messages: [ChatMessage]
  private var children: [[Int]]
  private var roots: [Int] = []
  private var sizes: [Int]
  private var turns: [Int]
  private var summaries: [[ChatMessage]]
  private var topics: [Int: [String]] = [:]
  private var openTopics: [String] = []
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
    for aside in session.asides {
      let back = aside.back.flatMap { places[$0] }
      let start = back.map { back in path.firstIndex(of: back).map { $0 + 1 } ?? path.count } ?? 0
      if path.indices.contains(start) {
        topics[path[start], default: []].append(aside.topic)
      } else {
        openTopics.append(aside.topic)
      }
    }
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
          topics: topics[place] ?? []))
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
      // Of those that are as large, the one that was said last.
      let next = children[last].max(by: { (sizes[$0], $0) < (sizes[$1], $1) })
    {
      places.append(next)
    }
    return strand(of: places, depth: depth, among: [])
  }
}
