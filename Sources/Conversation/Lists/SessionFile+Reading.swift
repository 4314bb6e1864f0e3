import Exporters
import JSON
import Patterns

extension SessionFile {
  /// Reads what `encoded` wrote; keys that are not known are passed over.
  package init(reading bytes: [UInt8]) throws(ListError) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw ListError(.notJSON(error))
    }
    let file = try ListFields(value, at: "")
    guard let format = try file.optionalText("format") else { throw ListError(.otherFormat(nil)) }
    guard format == Self.format || format.hasPrefix(Self.format + ".") else {
      throw ListError(.otherFormat(format), at: "/format")
    }
    tree = MessageTree()
    for fields in try file.objects("messages") { try Self.append(fields, to: &tree) }
    session = try Self.session(try file.object("session"), tree)
  }

  private static func append(
    _ fields: ListFields, to tree: inout MessageTree
  ) throws(ListError) {
    let id = try fields.number("id")
    if let last = tree.messages.last, last.id >= Int64(id) {
      throw ListError(.idsNotGrowing(id), at: fields.place("id"))
    }
    let parent = try fields.message("parent", in: tree)
    let from = try fields.message("summary_from", in: tree)
    tree.append(
      ChatMessage(
        id: Int64(id), parent: parent, kind: from.map { .summary(from: $0) } ?? .said,
        role: try fields.word("role", Message.Role.self), content: try fields.text("content"),
        turn: try fields.optionalText("turn"), channel: try fields.word("channel", Channel.self),
        time: Int64(try fields.number("time")),
        state: try fields.word("state", ChatMessage.State.self),
        origin: try fields.optionalObject("origin").map(origin),
        asides: try fields.texts("asides")))
  }

  private static func origin(_ fields: ListFields) throws(ListError) -> ChatMessage.Origin {
    ChatMessage.Origin(
      provider: try fields.text("provider"), model: try fields.text("model"),
      usage: try fields.optionalObject("usage").map(usage),
      responseID: try fields.optionalText("response_id"),
      finishReason: try fields.optionalText("finish_reason"),
      error: try fields.optionalText("error"))
  }

  private static func usage(_ fields: ListFields) throws(ListError) -> TokenUsage {
    TokenUsage(
      input: try fields.number("input"), output: try fields.number("output"),
      cached: try fields.optionalNumber("cached"))
  }

  private static func session(
    _ fields: ListFields, _ tree: MessageTree
  ) throws(ListError) -> Session {
    var session = Session(
      id: try fields.text("id"), title: try fields.text("title"),
      provider: try fields.word("provider", Provider.self),
      created: Int64(try fields.number("created")))
    session.changed = Int64(try fields.number("changed"))
    session.pattern = try fields.optionalObject("pattern").map { fields throws(ListError) in
      Session.PatternReference(
        id: try fields.text("id"), variant: try fields.text("variant"),
        sha256: try fields.text("sha256"))
    }
    session.script = try fields.optionalText("script")
    for value in try fields.objects("values") {
      session.values.append(
        RememberedValue(name: try value.text("name"), value: try value.text("value")))
    }
    session.system = try fields.optionalText("system")
    if let goal = try fields.optionalObject("goal") {
      var steps: [Goal.Step] = []
      for step in try goal.objects("steps") {
        steps.append(Goal.Step(text: try step.text("text"), isDone: try step.bool("done")))
      }
      session.goal = Goal(statement: try goal.text("statement"), steps: steps)
    }
    session.turnLimit = try fields.optionalNumber("turn_limit")
    session.anchorEvery = try fields.optionalNumber("anchor_every")
    session.model = try fields.optionalText("model")
    session.baseURL = try fields.optionalText("base_url")
    session.fit = try fields.word("fit", FitPolicy.self)
    session.window = try fields.optionalNumber("window")
    session.channel = try fields.word("channel", Channel.self)
    session.contact = try fields.optionalText("contact")
    session.leaf = try fields.message("leaf", in: tree)
    for aside in try fields.objects("asides") {
      session.asides.append(
        Session.Aside(topic: try aside.text("topic"), back: try aside.message("back", in: tree)))
    }
    return session
  }
}
