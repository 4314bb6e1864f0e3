import Conversation
import ConversationStore
import Exporters
import Foundation
import Patterns

/// A folder for stores, gone when the test is over.
final class Place: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "conversations-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String = "store.db") -> String { folder.appending(path: name).path }

  func open(
    _ name: String = "store.db", _ options: StoreOptions = StoreOptions()
  ) throws -> ConversationStore {
    try ConversationStore(path: path(name), options: options)
  }

  func bytes(_ name: String = "store.db") throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  /// The permissions of a file or folder.
  func mode(_ name: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}

/// The same numbers in every run.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64 = 1) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

extension ConversationStore {
  /// A session of which a test wants no more than that it is there.
  func begin(_ title: String = "Talk", at time: Int64 = 0, seed: UInt64 = 1) throws -> Session {
    var dice = Dice(seed)
    return try create(
      Session(id: "", title: title, provider: .openai, created: time), random: &dice)
  }

  /// Appends what user and assistant say in turns.
  @discardableResult
  func say(
    _ texts: String..., in session: Session, after: ChatMessage.ID? = nil, at time: Int64 = 1
  )
    throws -> [ChatMessage]
  {
    var parent = after
    var said: [ChatMessage] = []
    for (index, text) in texts.enumerated() {
      let message = try append(
        ChatMessage(
          id: 0, parent: parent, role: index % 2 == 0 ? .user : .assistant, content: text,
          time: time + Int64(index)), to: session.id)
      parent = message.id
      said.append(message)
    }
    return said
  }
}
