import JSON

extension MCPServer {
  /// What comes of a request.
  enum Outcome {
    /// - Parameter isKept: Whether the client may use it again for a while.
    case result(JSONObject, isKept: Bool)
    /// The person has to be asked first.
    case question(PromptFilling)
  }

  /// One row for each method of the protocol that is answered.
  func outcome(of request: Request, _ terms: Terms) throws(RPCError) -> Outcome {
    let parameters = request.parameters
    switch request.method {
    case "server/discover" where terms.revision.isStateless:
      return .result(discovery(terms), isKept: true)
    case "prompts/list":
      return .result(try PromptList(shelf).result(parameters, terms), isKept: true)
    case "prompts/get":
      var filling = try PromptFilling(shelf, parameters)
      if let responses = parameters["inputResponses"] {
        try filling.hear(all: responses, parameters)
      }
      if terms.canAsk, filling.canBeAsked { return .question(filling) }
      return .result(try filling.result(terms), isKept: false)
    case "resources/list":
      return .result(try ResourceList(shelf).result(parameters, terms), isKept: true)
    case "resources/templates/list":
      try Self.refuseCursor(parameters)
      return .result(ResourceList.templates(terms), isKept: true)
    case "resources/read":
      return .result(try ResourceText(shelf).result(parameters, terms), isKept: true)
    case "tools/list":
      try Self.refuseCursor(parameters)
      return .result(["tools": .array(Tool.allCases.map { $0.json(terms) })], isKept: true)
    case "tools/call":
      return .result(try ToolCall(shelf, parameters).result(terms), isKept: false)
    case "completion/complete":
      return .result(try Completion(shelf).result(parameters), isKept: false)
    default:
      throw RPCError(.unknownMethod, "there is no method \"\(request.method)\"")
    }
  }

  /// What has one page has no other.
  private static func refuseCursor(_ parameters: JSONObject) throws(RPCError) {
    guard !parameters.contains("cursor") else {
      throw RPCError(.invalidParameters, "the cursor is not one of this list")
    }
  }

  private func discovery(_ terms: Terms) -> JSONObject {
    [
      "supportedVersions": .array(Revision.names.map { .string($0) }),
      "capabilities": .object(Self.capabilities(terms)), "instructions": .string(Self.instructions),
    ]
  }

  static func capabilities(_ terms: Terms) -> JSONObject {
    var all: JSONObject = ["prompts": [:], "resources": [:], "tools": [:]]
    if terms.revision.hasToolHints { all["completions"] = [:] }
    return all
  }

  func serverInfo(_ terms: Terms) -> JSONObject {
    var info: JSONObject = ["name": "turnbook"]
    if terms.revision.hasTitles { info["title"] = "Turnbook" }
    info["version"] = .string(version)
    return info
  }

  static let instructions = """
    Prompt techniques of a guide, as templates with slots. search_techniques finds one, \
    get_technique says when to use it and what it needs, fill_pattern puts values into its slots, \
    and check_prompt looks a finished prompt over. Each prompt is one technique; a prompt of \
    several turns is said one turn at a time, with the answers in between.
    """
}
