import Diagnostics
import Patterns

/// All patterns that a command can choose from.
struct Collection {
  let sets: [PatternSet]

  init(_ sets: [PatternSet]) { self.sets = sets }

  /// Where two sets have a pattern of one id, the first counts.
  var entries: [PatternIndex.Entry] {
    get throws(Refusal) {
      var seen: Set<String> = []
      var entries: [PatternIndex.Entry] = []
      for set in sets {
        entries += try set.index.entries.filter { seen.insert($0.id).inserted }
      }
      return entries
    }
  }

  func pattern(_ id: String) throws(Refusal) -> Pattern {
    for set in sets {
      if let entry = try set.entry(id) { return try set.pattern(entry) }
    }
    throw Refusal(.usage, Self.unknown("pattern", id, among: try entries.map(\.id)))
  }

  /// What a person calls the place of a pattern; nil for one that there is not.
  func place(of id: String) throws(Refusal) -> String? {
    for set in sets where try set.entry(id) != nil { return set.place }
    return nil
  }

  /// The bytes of a pattern's file.
  func file(_ id: String) throws(Refusal) -> [UInt8] {
    for set in sets {
      if let entry = try set.entry(id) { return try set.bytes(of: entry) }
    }
    throw Refusal(.usage, Self.unknown("pattern", id, among: try entries.map(\.id)))
  }

  /// The Markdown of a pattern's page; nil where its site is not at hand.
  func page(_ id: String, _ pattern: Pattern) -> [UInt8]? {
    let set = sets.first { ((try? $0.entry(id)) ?? nil) != nil }
    return set?.page(pattern)
  }

  /// What to say of a name that there is not.
  static func unknown(_ what: String, _ name: String, among names: [String]) -> String {
    let hint: String
    if let nearest = NearMiss.best(for: name, among: names) {
      hint = "did you mean \"\(nearest)\"?"
    } else if let start = names.first(where: { $0.hasPrefix(name) || name.hasPrefix($0) }) {
      hint = "did you mean \"\(start)\"?"
    } else {
      hint =
        names.count > 12
        ? "'turn list --json' shows what there is" : "there is " + names.joined(separator: ", ")
    }
    return "there is no \(what) \"\(name)\"; \(hint)"
  }
}

extension Pattern {
  /// The variant of an id; the main one for none.
  func variant(_ id: String?) throws(Refusal) -> Variant {
    let found = variants.first { id == nil || $0.id == id }
    if let found { return found }
    throw Refusal(
      .usage, Collection.unknown("variant", id ?? "", among: variants.map(\.id)))
  }
}
