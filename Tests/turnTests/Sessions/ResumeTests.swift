import Foundation
import JSON
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Going on with a conversation")
struct ResumeTests {
  @Test("what broke off is asked again, and the rest of the pattern is run through")
  func rest() throws {
    let desk = try Desk()
    let begun = try desk.run(
      "chat", "code-review", "-v", "code=x", "--yes", "--replay", try desk.answers("A fault."))
    #expect(begun.status == 2 && begun.errors.contains("1 recorded answer"))
    let status = try desk.run("status", "--json")
    #expect(try status.json()["next"] == .null)
    let run = try desk.run(
      "sessions", "resume", "--yes", "--replay", try desk.answers("Line one."), "-f", "messages")
    #expect(run.status == 0, "\(run.errors)")
    let said = try #require(try run.json().array)
    #expect(said.map { $0["role"] } == ["system", "user", "assistant", "user", "assistant"])
    #expect(said.last?["content"] == "Line one.")
    #expect(said[3]["content"] == "Of your findings:\nA fault.\nwhich one is the worst?")
    let more = try desk.run(
      ["sessions", "resume", "--replay", try desk.answers("Fine.")], input: "And now?\n")
    #expect(more.output.hasSuffix("User:\nAnd now?\n\nAssistant:\nFine.\n"), "\(more.errors)")
  }

  @Test("without a pattern standard input is said")
  func ownWords() throws {
    let desk = try Desk()
    let id = try desk.talk("Hello", answer: "Good day.")
    let run = try desk.run(
      ["sessions", "resume", String(id.prefix(5)), "--replay", try desk.answers("Fine.")],
      input: "How are you?\n")
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("User:\nHow are you?\n\nAssistant:\nFine.\n"))
  }

  @Test("at a terminal it goes on where it stood")
  func terminal() throws {
    let desk = try Desk()
    let id = try desk.talk("Hello", answer: "Good day.")
    let session = try Terminal().run(
      ["sessions", "resume", "--replay", try desk.answers("Fine.")], at: desk,
      answers: [("> ", "How are you?\n"), ("> ", "/quit\n")])
    #expect(session.status == 0 && session.screen.contains("2 messages were said"))
    #expect(session.screen.contains("Fine.") && session.screen.contains("resume \(id)"))
    #expect(try desk.numbers(of: id).count == 4)
  }

  @Test("provider, model, window and channel hold from then on")
  func changes() throws {
    let desk = try Desk()
    let id = try desk.talk("Hello", "--model", "small")
    let run = try desk.run(
      [
        "sessions", "resume", id, "--provider", "ollama", "--window", "4096", "--fit", "strict",
        "--channel", "sms", "--replay", try desk.answers("Fine."),
      ], input: "And?")
    #expect(run.status == 0, "\(run.errors)")
    let file = try desk.run("sessions", "show", id, "--json").json()
    let session = try #require(file["session"])
    #expect(session["provider"] == "ollama" && session["model"] == .null)
    #expect(session["window"] == 4096 && session["fit"] == "strict" && session["channel"] == "sms")
    #expect(
      file["messages"]?.array?.map { $0["channel"]?.string } == ["cli", "cli", "sms", "sms"])
  }

  @Test("where nobody can be asked nothing is changed")
  func noKey() throws {
    let desk = try Desk()
    let id = try desk.talk("Hello")
    let before = try desk.run("sessions", "show", id, "--json").output
    let run = try desk.run("sessions", "resume", id, "--provider", "anthropic", "--channel", "sms")
    #expect(run.status == 2 && run.errors.contains("ANTHROPIC_API_KEY"))
    #expect(try desk.run("sessions", "show", id, "--json").output == before)
  }

  @Test("an answer that a killed program left is told once, and shown as broken off")
  func interrupted() throws {
    let desk = try Desk()
    let (socket, port) = try Self.silence()
    defer { close(socket) }
    let process = Process()
    process.executableURL = Desk.program
    process.arguments = [
      "chat", "--yes", "--provider", "ollama", "--base-url", "http://127.0.0.1:\(port)",
    ]
    process.environment = desk.environment
    process.currentDirectoryURL = desk.folder
    let words = Pipe()
    process.standardInput = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try words.fileHandleForWriting.write(contentsOf: Data("Are you there?".utf8))
    try words.fileHandleForWriting.close()
    var count: Int? = 0
    for _ in 0..<6000 where process.isRunning && count != 2 {
      usleep(10_000)
      let list = try? desk.run("sessions", "list", "--json").json()
      count = list?[0]?["messages"]?.integer
    }
    try #require(count == 2)
    let living = try desk.run("sessions", "show")
    #expect(living.errors.isEmpty && living.output.contains("· under-way"))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let first = try desk.run("sessions", "show")
    #expect(first.errors.contains("was interrupted: its program ended; nothing of it came"))
    #expect(first.output.contains("· failed\n"), "\(first.output)")
    let second = try desk.run("sessions", "show")
    #expect(second.errors.isEmpty && second.output.contains("broken off: the program ended"))
    let again = try desk.run("sessions", "resume", "--yes", "--replay", try desk.answers("Yes."))
    #expect(again.status == 0 && again.output.hasSuffix("Assistant:\nYes.\n"), "\(again.output)")
  }

  /// A port that takes connections and never says anything.
  private static func silence() throws -> (socket: Int32, port: UInt16) {
    #if canImport(Glibc)
      let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let listener = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(listener, generic, size) == 0 && listen(listener, 8) == 0
          && getsockname(listener, generic, &size) == 0
      }
    }
    try #require(isBound)
    return (listener, UInt16(bigEndian: address.sin_port))
  }
}
