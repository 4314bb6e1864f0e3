import JSON

/// What a model can do here. None of it changes anything.
enum Tool: String, CaseIterable {
  case searchTechniques = "search_techniques"
  case getTechnique = "get_technique"
  case fillPattern = "fill_pattern"
  case checkPrompt = "check_prompt"

  func json(_ terms: Terms) -> JSONValue {
    var tool: JSONObject = ["name": .string(rawValue)]
    if terms.revision.hasTitles { tool["title"] = .string(title) }
    tool["description"] = .string(summary)
    tool["inputSchema"] = inputSchema
    if terms.revision.hasTitles { tool["outputSchema"] = outputSchema }
    if terms.revision.hasToolHints {
      tool["annotations"] = [
        "title": .string(title), "readOnlyHint": true, "idempotentHint": true,
        "openWorldHint": false,
      ]
    }
    return .object(tool)
  }

  private var title: String {
    switch self {
    case .searchTechniques: "Search techniques"
    case .getTechnique: "Get a technique"
    case .fillPattern: "Fill in a pattern"
    case .checkPrompt: "Check a prompt"
    }
  }

  private var summary: String {
    switch self {
    case .searchTechniques:
      "Finds prompt techniques whose id, title, description or tags have all the words of the query."
    case .getTechnique:
      "Tells all about one technique: when to use it, its variables, the turns of each variant, "
        + "pitfalls, and what it is related to."
    case .fillPattern:
      "Puts values into the slots of a technique's pattern and gives the conversation, turn by turn. "
        + "Everything that is missing or wrong is told at once."
    case .checkPrompt:
      "Looks a finished prompt over: slots that nobody filled, turns that are missing or twice, and "
        + "whether it fits into a platform's window."
    }
  }
}
