import Commands
import JSON
import Patterns
import Reporting
import Terminal

/// `turn list`: the patterns there are.
struct ListCommand {
  private let words: [String]
  private let platforms: [String]
  private let tags: [String]
  private let isJSON: Bool
  private let names: Names?
  private let from: String?

  init(_ invocation: Invocation) {
    words = invocation.values("WORD")
    platforms = invocation.values("platform")
    tags = invocation.values("tag")
    isJSON = invocation.isOn("json")
    names = invocation.value("names").flatMap(Names.init(rawValue:))
    from = invocation.value("from")
  }

  func run() throws(Refusal) {
    let all = try PatternSearch.collection(from: from).entries
    let found = all.filter(isWanted)
    if let names { return try Output.send(names.lines(of: found)) }
    if isJSON {
      try Output.sendJSON { json in
        json.array { json in for entry in found { Self.write(entry, to: &json) } }
      }
    } else if !found.isEmpty {
      let width = StandardStream.output.isTerminal ? StandardStream.output.columns : 100
      try Output.send(
        Prose.table(
          found.map { [$0.id, $0.description.isEmpty ? $0.title : $0.description] },
          width: width, indentation: 0))
    }
    if found.isEmpty { throw Refusal(.content, nothing(among: all)) }
  }

  /// What a shell completes; each name once, that of a variable ready for its value.
  enum Names: String, CaseIterable {
    case ids, variants, variables

    func lines(of entries: [PatternIndex.Entry]) -> String {
      var seen: Set<String> = []
      return entries.flatMap { entry in
        switch self {
        case .ids: [entry.id]
        case .variants: entry.variants
        case .variables: entry.variables.map { $0 + "=" }
        }
      }.filter { seen.insert($0).inserted }.map { VisibleText.of($0) + "\n" }.joined()
    }
  }

  private func isWanted(_ entry: PatternIndex.Entry) -> Bool {
    let text = ([entry.id, entry.title, entry.description] + entry.tags).joined(separator: "\n")
      .lowercased()
    return words.allSatisfy { text.contains($0.lowercased()) }
      && platforms.allSatisfy(entry.platforms.contains) && tags.allSatisfy(entry.tags.contains)
  }

  private func nothing(among all: [PatternIndex.Entry]) -> String {
    for (what, names, known) in [
      ("platform", platforms, all.flatMap(\.platforms)), ("tag", tags, all.flatMap(\.tags)),
    ] {
      if let name = names.first(where: { !known.contains($0) }) {
        var seen: Set<String> = []
        return Collection.unknown(what, name, among: known.filter { seen.insert($0).inserted })
      }
    }
    return "no pattern fits"
  }

  private static func write(_ entry: PatternIndex.Entry, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", entry.id)
      json.member("title", entry.title)
      json.member("description", entry.description)
      for (key, texts) in [
        ("platforms", entry.platforms), ("tags", entry.tags), ("variables", entry.variables),
        ("variants", entry.variants),
      ] {
        json.array(key) { json in for text in texts { json.value(text) } }
      }
    }
  }
}
