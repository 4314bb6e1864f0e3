import Conversation
import FileTree
import JSONSchema
import Patterns
import PromptTests

/// What one word of the command line has tested: a pattern's examples, or a script's cases.
struct TestTarget {
  /// The pattern's id, or the path of the script.
  let name: String
  let pattern: Pattern
  let cases: [TestCase]
  /// Where its answers are recorded without more.
  let recording: String
}

/// One conversation that is tested.
struct TestCase {
  let name: String
  let variant: Variant
  let conversation: FilledConversation
  let values: [RememberedValue]
  let say: [String]
  let expectations: [Expectation]
}

// A pattern's examples.
extension TestTarget {
  static let ending = ".replay.jsonl"

  /// The file of a pattern's recordings: in the folder `tests` beside the patterns.
  /// - Parameter place: Where the patterns are; those of an address are tested from the folder here.
  static func recording(of id: String, in place: String) -> String {
    var folder: String
    if place.contains("://") {
      folder = "."
    } else if place.hasSuffix(".json") {
      folder = Self.folder(of: place)
    } else {
      folder = place
      if lastPart(of: folder) == "patterns" {
        folder = Self.folder(of: folder)
        if lastPart(of: folder) == "site" { folder = Self.folder(of: folder) }
      }
    }
    if folder == "." || folder == Discovery.realPath(of: ".") { return "tests/\(id)\(ending)" }
    return (folder == "/" ? "" : folder) + "/tests/\(id)\(ending)"
  }

  private static func lastPart(of path: String) -> Substring {
    path.split(separator: "/").last ?? ""
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  init(_ pattern: Pattern, recording: String) {
    var cases: [TestCase] = []
    for variant in pattern.variants {
      for (number, example) in variant.filled.enumerated() {
        let count = variant.filled.count > 1 ? " \(number + 1)" : ""
        let title = example.title ?? "\(variant.title), filled in\(count)"
        cases.append(TestCase(example, called: title, variant, of: pattern))
      }
    }
    if let variant = pattern.variants.first {
      for example in pattern.examples {
        cases.append(TestCase(example.turns, called: example.title, variant))
      }
    }
    self.init(name: pattern.id, pattern: pattern, cases: cases, recording: recording)
  }
}

extension TestCase {
  fileprivate init(
    _ example: FilledExample, called name: String, _ variant: Variant, of pattern: Pattern
  ) {
    guard let values = example.values else {
      self.init(example.turns, called: name, variant)
      return
    }
    let given = GivenValues(values.map { .init($0.name, $0.value) }, isForThisPattern: false)
    let filling = Filling(pattern, variant)
    // An example that does not go into its template any longer is still what it is.
    guard let conversation = try? filling.conversation([given]) else {
      self.init(example.turns, called: name, variant)
      return
    }
    self.init(
      name: name, variant: variant, conversation: conversation,
      values: filling.remembered([given]), say: [],
      expectations: [Self.turnCount(of: conversation)])
  }

  /// An example as its page has it. What the other side says in it is left to the model.
  fileprivate init(_ turns: [Turn], called name: String, _ variant: Variant) {
    var conversation = FilledConversation(turns: [])
    var ids: [String: String] = [:]
    for turn in turns {
      var messages = turn.messages
      while messages.last?.role == .assistant { messages.removeLast() }
      guard !messages.isEmpty else { continue }
      let id = String(conversation.turns.count + 1)
      conversation.turns.append(
        FilledTurn(
          id: id, messages: messages.map { FilledMessage($0, answers: ids) },
          forkOf: turn.forkOf.flatMap { ids[$0] }))
      ids[turn.id] = id
    }
    self.init(
      name: name, variant: variant, conversation: conversation, values: [], say: [],
      expectations: [Self.turnCount(of: conversation)])
  }

  private static func turnCount(of conversation: FilledConversation) -> Expectation {
    Expectation(
      turn: .all, demand: .mostTurns(conversation.turns.count), entry: JSONPointer(),
      key: nil)
  }
}

extension FilledMessage {
  /// A message of an example, which has no slots left.
  /// - Parameter answers: What the turns before it are called in the conversation.
  fileprivate init(_ message: Message, answers: [String: String]) {
    self.init(
      role: message.role,
      content: message.content.map { piece in
        switch piece {
        case .text(let text), .variable(let text): .text(text)
        case .response(let id): answers[id].map { .response($0) } ?? .text("")
        }
      })
  }
}
