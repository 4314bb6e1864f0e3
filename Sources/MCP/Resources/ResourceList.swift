import JSON
import Patterns

/// `resources/list` and `resources/templates/list`: of each technique its page, where the site is at
/// hand, and its pattern file.
struct ResourceList {
  private let shelf: PatternShelf

  init(_ shelf: PatternShelf) { self.shelf = shelf }

  func result(_ parameters: JSONObject, _ terms: Terms) throws(RPCError) -> JSONObject {
    let entries: [PatternIndex.Entry]
    do throws(ShelfFault) { entries = try shelf.entries() } catch { throw RPCError(error) }
    let page = try ListCursor.page(of: entries, called: "resources", from: parameters, id: \.id)
    var resources: [JSONValue] = []
    for (entry, pattern) in shelf.patterns(of: page.elements) {
      if let text = shelf.page(entry, pattern) {
        resources.append(Self.resource(.page, entry, size: text.count, terms))
      }
      resources.append(Self.resource(.pattern, entry, size: nil, terms))
    }
    var result: JSONObject = ["resources": .array(resources)]
    result["nextCursor"] = page.next.map { .string($0) }
    return result
  }

  private static func resource(
    _ kind: ResourceAddress.Kind, _ entry: PatternIndex.Entry, size: Int?, _ terms: Terms
  ) -> JSONValue {
    var resource: JSONObject = [
      "uri": .string(ResourceAddress(kind, entry.id).text),
      "name": .string(entry.id + kind.suffix),
    ]
    if terms.revision.hasTitles { resource["title"] = .string(kind.title(entry.title)) }
    if !entry.description.isEmpty { resource["description"] = .string(entry.description) }
    resource["mimeType"] = .string(kind.type)
    resource["size"] = size.map { .integer(Int64($0)) }
    return .object(resource)
  }

  static func templates(_ terms: Terms) -> JSONObject {
    let templates: [JSONValue] = ResourceAddress.Kind.allCases.map { kind in
      var template: JSONObject = [
        "uriTemplate": .string(ResourceAddress.template(kind)), "name": .string(kind.rawValue),
      ]
      if terms.revision.hasTitles { template["title"] = .string(kind.title("Technique")) }
      template["description"] = .string(kind.summary)
      template["mimeType"] = .string(kind.type)
      return .object(template)
    }
    return ["resourceTemplates": .array(templates)]
  }
}

extension ResourceAddress.Kind {
  var type: String {
    switch self {
    case .page: "text/markdown"
    case .pattern: "application/json"
    }
  }

  fileprivate var suffix: String {
    switch self {
    case .page: ".md"
    case .pattern: ".json"
    }
  }

  fileprivate var summary: String {
    switch self {
    case .page: "The page of the guide that teaches the technique, by the technique's id"
    case .pattern: "The pattern file of the technique, by the technique's id"
    }
  }

  fileprivate func title(_ technique: String) -> String {
    switch self {
    case .page: technique
    case .pattern: technique + " (pattern)"
    }
  }
}
