import Diagnostics
import YAML

extension FrontMatter {
  /// Takes what has the right shape; the rest has been reported.
  init(_ entries: [YAMLEntry]) {
    self.init()
    for entry in entries where !take(entry.value, for: entry.key) { meta.append(entry) }
  }

  /// False where the key is none of ours.
  private mutating func take(_ value: YAMLNode, for key: String) -> Bool {
    switch key {
    case "title": title = value.locatedText
    case "description": description = value.locatedText
    case "id": id = value.locatedText(as: .plainName)
    case "kind": kind = value.locatedWord()
    case "platforms": platforms = value.locatedTexts
    case "pitfalls": pitfalls = (value.items ?? []).compactMap(Pitfall.init)
    case "related": related = (value.items ?? []).compactMap(Related.init)
    case "variables": variables = (value.entries ?? []).map(Variable.init)
    case "goal": goal = Goal(value)
    case "pattern": extractsPattern = value.bool ?? true
    case "slug": slug = value.locatedText(as: .pathSegment)
    case "tags": tags = value.locatedTexts ?? []
    case "date":
      date = value.locatedDate ?? value[key: "created"]?.locatedDate
      updated = updated ?? value[key: "updated"]?.locatedDate
    case "updated": updated = value.locatedDate ?? updated
    case "authors": authors = value.locatedTexts ?? []
    case "draft": isDraft = value.bool ?? false
    case "order": order = value.integer
    case "redirect_from":
      redirectFrom = (value.items ?? [value]).compactMap { $0.locatedText(as: .formerPath) }
    case "search": search = Search(value)
    case "template": template = value.locatedText(as: .plainName)
    case "image": image = value.locatedText
    case "hide": hide = value.locatedTexts ?? []
    default: return false
    }
    return true
  }
}

extension FrontMatter.Pitfall {
  fileprivate init?(_ node: YAMLNode) {
    guard let title = node[key: "title"]?.locatedText else { return nil }
    self.init(
      title: title, problem: node[key: "problem"]?.locatedText,
      fix: node[key: "fix"]?.locatedText, severity: node[key: "severity"]?.locatedText,
      range: node.range)
  }
}

extension FrontMatter.Related {
  fileprivate init?(_ node: YAMLNode) {
    guard let page = node.locatedText ?? node[key: "page"]?.locatedText else { return nil }
    self.init(page: page, note: node[key: "note"]?.locatedText)
  }
}

extension FrontMatter.Goal {
  fileprivate init?(_ node: YAMLNode) {
    guard let statement = node.locatedText ?? node[key: "statement"]?.locatedText else {
      return nil
    }
    self.init(statement: statement, doneWhen: node[key: "done_when"]?.locatedTexts ?? [])
  }
}

extension FrontMatter.Search {
  fileprivate init(_ node: YAMLNode) {
    self.init(
      isExcluded: node[key: "exclude"]?.bool ?? false, boost: node[key: "boost"]?.number)
  }
}

extension YAMLNode {
  /// The text, where it has the format.
  fileprivate func locatedText(as format: TextFormat) -> Located<String>? {
    guard let text = locatedText, format.problem(text.value) == nil else { return nil }
    return text
  }
}
