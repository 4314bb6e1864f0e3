import Commands
import JSON
import Patterns
import Terminal

/// `turn list`: the patterns there are.
struct ListCommand {
  private let words: [String]
  private let platforms: [String]
  private let tags: [String]
  private let isJSON: Bool
  private let from: String?

  init(_ invocation: Invocation) {
    words = invocation.values("WORD")
    platforms = invocation.values("platform")
    tags = invocation.values("tag")
    isJSON = invocation.isOn("json")
    from = invocation.value("from")
  }

  func run() throws(Refusal) {
    let all = try PatternSearch.collection(from: from).entries
    let found = all.filter(isWanted)
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
