import Conversation
import Exporters

/// How a session stands in its row, its contact by key. Lists are in tables of their own.
enum SessionColumns {
  /// Each column with what a session has there, without key, contact and the lists.
  static func values(of session: Session) -> [(name: String, value: SQLValue)] {
    [
      ("id", .text(session.id)), ("title", .text(session.title)),
      ("pattern", SQLValue(session.pattern?.id)),
      ("pattern_variant", SQLValue(session.pattern?.variant)),
      ("pattern_sha256", SQLValue(session.pattern?.sha256)),
      ("script", SQLValue(session.script)),
      ("system", SQLValue(session.system)), ("goal", SQLValue(session.goal?.statement)),
      ("turn_limit", SQLValue(session.turnLimit)),
      ("anchor_every", SQLValue(session.anchorEvery)),
      ("provider", .text(session.provider.rawValue)), ("model", SQLValue(session.model)),
      ("base_url", SQLValue(session.baseURL)), ("fit", .text(session.fit.rawValue)),
      ("window", SQLValue(session.window)),
      ("channel", .text(session.channel.rawValue)), ("leaf", SQLValue(session.leaf)),
      ("created", .number(session.created)), ("changed", .number(session.changed)),
    ]
  }

  /// In the order in which `session(from:)` reads them; `sessions` and `contacts` must be joined.
  static let selected = """
    sessions.key, sessions.id, title, pattern, pattern_variant, pattern_sha256, script, system,
    goal, turn_limit, anchor_every, provider, model, base_url, fit, window, channel, contacts.name, leaf,
    sessions.created, changed
    """

  static let joined = "sessions LEFT JOIN contacts ON contacts.key = sessions.contact"

  static func session(from row: inout Row) throws(StoreFailure) -> (key: Int64, session: Session) {
    let key = row.number()
    let id = row.text()
    let title = row.text()
    let pattern = row.optionalText()
    let variant = row.text()
    let sha256 = row.text()
    let script = row.optionalText()
    let system = row.optionalText()
    let goal = row.optionalText()
    let limit = row.optionalNumber()
    let anchor = row.optionalNumber()
    let provider = try word(row.text(), as: Provider.self, in: "provider")
    var session = Session(id: id, title: title, provider: provider, created: 0)
    session.pattern = pattern.map { .init(id: $0, variant: variant, sha256: sha256) }
    session.script = script
    session.system = system
    session.goal = goal.map { Goal(statement: $0) }
    session.turnLimit = limit.map(Int.init(clamping:))
    session.anchorEvery = anchor.map(Int.init(clamping:))
    session.model = row.optionalText()
    session.baseURL = row.optionalText()
    session.fit = try word(row.text(), as: FitPolicy.self, in: "fit")
    session.window = row.optionalNumber().map(Int.init(clamping:))
    session.channel = try word(row.text(), as: Channel.self, in: "channel")
    session.contact = row.optionalText()
    session.leaf = row.optionalNumber()
    session.created = row.number()
    session.changed = row.number()
    return (key, session)
  }

  /// A word of a fixed set; any other is damage, because a later version is refused before.
  static func word<Word: RawRepresentable>(
    _ text: String, as type: Word.Type, in column: String
  ) throws(StoreFailure) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: text) else {
      throw .corrupt("\"\(text)\" is no \(column)")
    }
    return word
  }
}
