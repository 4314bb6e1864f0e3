import Conversation
import ConversationStore
import Exporters
import Foundation
import JSON
import Patterns
import ProviderServer
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("A conversation without a person")
struct ChatRunTests {
  private static let review = [
    "chat", "code-review", "-v", "code=x", "-v", "question=why", "-v", "reason=so", "--no-ask",
  ]

  @Test("a dry run shows each request, sends nothing and leaves nothing behind")
  func dryRun() throws {
    let desk = try Desk()
    let partner = try Partner()
    let before = try desk.files().count
    var environment = partner.environment
    environment["OPENAI_API_KEY"] = nil
    let run = try desk.run(
      Self.review + ["--provider", "openai", "--dry-run", "--record", "r.jsonl"],
      environment: environment)
    #expect(run.status == 0, "\(run.errors)")
    #expect(partner.server.requests.isEmpty)
    #expect(try desk.files().count == before)
    let requests = run.output.components(separatedBy: "\n}\n").dropLast()
    #expect(requests.count == 3)
    let last = try JSONValue(parsing: Array((requests[2] + "}").utf8))
    #expect(last["url"]?.string == partner.server.url + "/v1/chat/completions")
    #expect(last["body"]?["messages"]?.array?.count == 6)
  }

  @Test("a dry run knows what is remembered, and does not touch a byte of it")
  func dryRunWithStore() throws {
    let desk = try Desk()
    let partner = try Partner()
    let path = desk.folder.appending(path: "store.db").path
    do {
      let store = try ConversationStore(path: path)
      try store.keep(
        KeptValue(owner: .contact("Ada"), name: "language", value: "Go", told: 1))
    }
    let before = try Data(contentsOf: URL(filePath: path))
    let run = try desk.run(
      Self.review + ["--dry-run", "--contact", "Ada", "--store", "store.db"],
      environment: partner.environment)
    #expect(run.output.contains("You review Go code"), "\(run.errors)")
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test("what was recorded is answered again without a network, byte for byte")
  func replay() throws {
    let desk = try Desk()
    let partner = try Partner()
    let words = Self.review + ["--format", "markdown"]
    let live = try desk.run(
      words + ["--record", "r.jsonl", "--store", "a.db"], environment: partner.environment)
    #expect(live.status == 0 && partner.server.requests.count == 3, "\(live.errors)")
    partner.server.stop()
    var environment = partner.environment
    environment["OPENAI_API_KEY"] = nil
    let again = try desk.run(
      words + ["--replay", "r.jsonl", "--store", "b.db"], environment: environment)
    #expect(again.status == 0 && again.output == live.output, "\(again.errors)")
    let other = try desk.run(
      words + ["--replay", "r.jsonl", "--store", "c.db", "-v", "code=other"],
      environment: environment)
    #expect(other.status == 2)
    #expect(other.errors.contains("there is no recorded answer to this request"))
  }

  @Test("no byte of a key is in the store, a recording, the output or an error")
  func secret() throws {
    let desk = try Desk()
    let partner = try Partner { request, number in
      let told = request.headers["authorization"] ?? ""
      return number == 2
        ? Speech.openai.fails(401, kind: "x", code: "invalid_api_key", "Incorrect key: \(told)")
        : Speech.openai.says(["you said ", told])
    }
    let run = try desk.run(
      Self.review + ["--record", "r.jsonl", "--store", "store.db", "--format", "json"],
      environment: partner.environment)
    #expect(run.status == 2 && partner.server.requests.count == 3)
    #expect(partner.server.requests[0].headers["authorization"] == "Bearer \(Partner.key)")
    #expect(!run.errors.contains(Partner.key))
    let secret = Data(Partner.key.utf8)
    let recording = try Data(contentsOf: desk.folder.appending(path: "r.jsonl"))
    #expect(recording.range(of: secret) == nil && !recording.isEmpty)
    #expect(try desk.conversation().tree.messages.last?.origin?.error?.contains("(key)") == true)
  }

  @Test("words from standard input are said where no pattern is named; without any it is refused")
  func input() throws {
    let desk = try Desk()
    let partner = try Partner()
    let run = try desk.run(
      "chat", "--store", "store.db", "--format", "messages", input: "Hello\nthere\n",
      environment: partner.environment)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try MessageList(reading: Array(run.output.utf8)).entries.map(\.content)
        == ["Hello\nthere", "answer 1"])
    let empty = try desk.run(
      "chat", "--store", "other.db", input: " \n", environment: partner.environment)
    #expect(empty.status == 64 && empty.errors.hasPrefix("turn: there is nothing to say\n"))
    #expect(empty.output.isEmpty && desk.text("other.db") == nil)
  }

  @Test("what was said before a failure is printed, and the code tells how it ended")
  func codes() throws {
    let desk = try Desk()
    let partner = try Partner { _, number in
      number % 2 == 0 ? Speech.openai.says(["fine"]) : Speech.openai.fails(400, kind: "x", "odd")
    }
    let failed = try desk.run(
      Self.review + ["--store", "a.db"], environment: partner.environment)
    #expect(failed.status == 2 && failed.output.contains("fine"), "\(failed.errors)")
    #expect(failed.errors.hasPrefix("turn: OpenAI does not understand the request (400): odd\n"))
    let limited = try desk.run(
      Self.review + ["--turns", "1", "--store", "b.db"], environment: partner.environment)
    #expect(limited.status == 1 && limited.output.contains("fine"))
    #expect(limited.errors.contains("the one turn that was allowed is said"))
    #expect(!limited.errors.contains("/limit"), "\(limited.errors)")
    let keyless = try desk.run(
      Self.review + ["--provider", "anthropic", "--store", "c.db"], environment: partner.environment
    )
    #expect(keyless.status == 2 && keyless.errors.contains("ANTHROPIC_API_KEY"))
    let unused = try ConversationStore(path: desk.folder.appending(path: "c.db").path)
    #expect(try unused.sessions().isEmpty, "nothing is begun that nobody can answer")
    for (words, code) in [
      (["chat", "nowhere"], 64), (["chat", "--provider", "nobody"], 64),
      (["chat", "--api", "responses", "--provider", "gemini"], 64),
      (["chat", "--step", "one", "--yes"], 64),
      (["chat", "code-review"], 1),
    ] as [([String], Int32)] {
      let run = try desk.run(words, input: "x", environment: partner.environment)
      #expect(run.status == code, "\(words) \(run.errors)")
    }
  }

  @Test("kill -9 at any moment: the store opens, all that was sent is there, the answer is marked")
  func killed() throws {
    let desk = try Desk()
    let partner = try Partner { _, _ in
      let answer = Speech.openai.says(["a", "b", "c", "d"])
      var slow = answer
      slow.pieces = answer.pieces.flatMap { [$0, .pause(0.01)] }
      return slow
    }
    let path = desk.folder.appending(path: "store.db").path
    var random = SystemRandomNumberGenerator()
    var underWay = 0
    for round in 0..<24 {
      let asked = partner.server.requests.count
      let process = Process()
      process.executableURL = Desk.program
      process.arguments = Self.review + ["--yes", "--store", path, "--title", "round \(round)"]
      process.currentDirectoryURL = desk.folder
      process.environment = desk.environment.merging(partner.environment) { $1 }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(.random(in: 0...500_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let store = try ConversationStore(path: path)
      let requests = try (asked..<partner.server.requests.count).map { try partner.asked($0) }
      guard let name = try store.sessions().first, name.session.title == "round \(round)" else {
        #expect(requests.isEmpty, "something was sent that was not stored")
        continue
      }
      let id = name.session.id
      let before = try store.load(id)
      let ended = try store.sweep(id)
      let stored = try store.load(id)
      #expect(ended.count <= 1 && before.tree.messages.count == stored.tree.messages.count)
      #expect(ended.allSatisfy { $0.state == .failed && $0.origin?.error != nil })
      #expect(!stored.tree.messages.contains { $0.state == .underWay })
      let said = Set(stored.tree.messages.map { "\($0.role.rawValue): \($0.content)" })
      for line in requests.joined() where !line.contains("goal of") {
        #expect(said.contains(line), "sent and not stored: \(line)")
      }
      // What was answered whole is there, as the next request had it.
      let whole = stored.tree.messages.filter { $0.role == .assistant && $0.state == .whole }
      #expect(whole.allSatisfy { $0.content == "abcd" })
      #expect(whole.count >= requests.count - 1)
      underWay += ended.count
    }
    #expect(partner.server.requests.count > 0 && underWay > 0)
  }

  @Test("two chats on one store at once: both end well, and nothing of either is lost")
  func two() throws {
    let desk = try Desk()
    let partner = try Partner { _, _ in
      var slow = Speech.openai.says(["a", "b"])
      slow.pieces = slow.pieces.flatMap { [$0, .pause(0.005)] }
      return slow
    }
    let processes = try (0..<4).map { number in
      let process = Process()
      process.executableURL = Desk.program
      process.arguments = Self.review + ["--yes", "--store", "store.db", "--title", "\(number)"]
      process.currentDirectoryURL = desk.folder
      process.environment = desk.environment.merging(partner.environment) { $1 }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let store = try ConversationStore(path: desk.folder.appending(path: "store.db").path)
    let listed = try store.sessions()
    #expect(Set(listed.map(\.session.title)) == ["0", "1", "2", "3"])
    for each in listed {
      let conversation = try store.load(each.session.id)
      #expect(conversation.tree.messages.map(\.state) == Array(repeating: .whole, count: 7))
    }
  }

  @Test("a store of a newer version is refused and left as it is")
  func newer() throws {
    let desk = try Desk()
    let partner = try Partner()
    let words = Self.review + ["--yes", "--store", "store.db"]
    #expect(try desk.run(words, environment: partner.environment).status == 0)
    let file = desk.folder.appending(path: "store.db")
    var bytes = try Data(contentsOf: file)
    // The version that a program gives its schema is at byte 60 of the header, big-endian.
    bytes.replaceSubrange(60..<64, with: [0, 0, 3, 0xE7])
    try bytes.write(to: file)
    let asked = partner.server.requests.count
    let run = try desk.run(words, environment: partner.environment)
    #expect(run.status == 2 && run.errors.contains("the store has version 999"), "\(run.errors)")
    #expect(try Data(contentsOf: file) == bytes && partner.server.requests.count == asked)
  }
}
