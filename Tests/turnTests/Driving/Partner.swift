import Conversation
import ConversationStore
import Foundation
import JSON
import ProviderServer

/// A model to talk to, and the environment in which the program finds it.
final class Partner: Sendable {
  let server: ProviderServer

  static let key = "sk-test-7f3a9-secret"

  init(_ answer: @escaping @Sendable (ProviderServer.Request, Int) -> ServerAnswer) throws {
    server = try ProviderServer(answer)
  }

  /// Answers "answer 1", "answer 2" and so on, whatever is asked.
  convenience init() throws {
    try self.init { _, number in Speech.openai.says(["answer ", "\(number + 1)"]) }
  }

  deinit { server.stop() }

  var environment: [String: String] {
    [
      "OPENAI_API_KEY": Self.key, "OPENAI_BASE_URL": server.url + "/v1", "LC_ALL": "C.UTF-8",
    ]
  }

  /// Role and content of what the server was asked, a line a message.
  func asked(_ number: Int) throws -> [String] {
    let body = try JSONValue(parsing: server.requests[number].body)
    return (body["messages"]?.array ?? body["input"]?.array ?? []).map {
      ($0["role"]?.string ?? "?") + ": " + ($0["content"]?.string ?? "?")
    }
  }
}

extension Desk {
  /// What a store of this desk has; one conversation is in it.
  func conversation(_ store: String = "store.db") throws -> StoredConversation {
    let store = try ConversationStore(path: folder.appending(path: store).path)
    return try store.load(try store.find("last"))
  }

  /// Every file below the desk and its home.
  func files() throws -> [URL] {
    let folders = [folder, home]
    return folders.flatMap { folder -> [URL] in
      let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      return (found?.allObjects as? [URL] ?? []).filter { !$0.hasDirectoryPath }
    }
  }
}
