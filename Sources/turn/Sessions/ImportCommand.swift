import Commands
import Conversation
import ConversationStore
import Exporters
import FileTree
import JSON
import Terminal

/// `turn sessions import`: takes in a conversation that was exported, or another program's list.
struct ImportCommand {
  private let file: String
  private let provider: Provider?
  private let title: String?
  private let contact: String?
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    file = invocation.value("FILE") ?? ""
    provider = invocation.value("provider").flatMap(Provider.init(rawValue:))
    title = invocation.value("title")
    contact = invocation.value("contact")
    place = try ConversationPlace(invocation)
  }

  private static let limit = 1 << 28

  func run() throws(Refusal) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes =
        file == "-"
        ? try StandardInput.contents(limit: Self.limit)
        : try FileReader.read(file, limit: Self.limit)
    } catch {
      throw Refusal(error)
    }
    var (session, messages) = try conversation(bytes)
    session.title = title ?? session.title
    session.contact = contact ?? session.contact
    if let provider, provider != session.provider {
      session.provider = provider
      session.model = nil
    }
    session.changed = WallClock.now
    let store = try place.open()
    var random = SystemRandomNumberGenerator()
    let taken: StoredConversation
    do throws(StoreFailure) {
      taken = try store.take(session, messages, random: &random)
    } catch {
      throw Refusal(error)
    }
    let count = SessionWords.count(messages.count, "message")
    Notice.tell("\(count) taken in; go on with: turn sessions resume \(taken.session.id)")
    try Output.send(taken.session.id + "\n")
  }

  private func conversation(
    _ bytes: [UInt8]
  ) throws(Refusal) -> (Session, [ChatMessage]) {
    do throws(ListError) {
      let value = try? JSONValue(parsing: bytes)
      guard value?["format"] != nil || value?["session"] != nil else { return try list(bytes) }
      let file = try SessionFile(reading: bytes)
      var session = file.session
      if let address = session.baseURL {
        // Whoever wrote the file must not decide where a key is sent.
        session.baseURL = nil
        Notice.tell("its address \(address) is left out; --base-url with resume asks there")
      }
      return (session, file.tree.messages)
    } catch {
      throw Refusal(.content, "\(file): \(error.words)\n\(Refusal.sentence(error.help))")
    }
  }

  private func list(_ bytes: [UInt8]) throws(ListError) -> (Session, [ChatMessage]) {
    let list = try MessageList(reading: bytes)
    guard !list.entries.isEmpty else { throw ListError(.expected("a message at least")) }
    for pointer in list.ignored { Notice.tell("not kept: \(pointer)") }
    let messages = list.messages(time: WallClock.now)
    var session = Session(
      id: "", title: name, provider: provider ?? SessionDraft.provider(for: nil),
      created: WallClock.now)
    session.leaf = messages.last?.id
    return (session, messages)
  }

  /// What the file is called, without its folder and its ending.
  private var name: String {
    let last = file.split(separator: "/").last.map(String.init) ?? ""
    let name = last.split(separator: ".").first.map(String.init) ?? ""
    return name.isEmpty || file == "-" ? "Conversation" : name
  }
}
