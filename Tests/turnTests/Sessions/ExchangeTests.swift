import Foundation
import JSON
import Testing

@Suite("Conversations in files")
struct ExchangeTests {
  @Test(
    "a conversation is written in each format",
    arguments: [
      ("text", "Tea\n\nUser:\nWhich tea?\n\nAssistant:\nThe green one."),
      ("markdown", "# Tea\n\n## User\n\nWhich tea?\n\n"), ("html", "<!doctype html>\n<html"),
      ("json", "{\n  \"format\": \"turnbook.session/1\""),
      ("svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox="),
      ("messages", "[\n  {\n    \"role\": \"user\",\n    \"content\": \"Which tea?\"\n  },"),
    ])
  func formats(name: String, beginning: String) throws {
    let desk = try Desk()
    let id = try desk.take(Talk.forked())
    let run = try desk.run("sessions", "export", id, "--format", name)
    #expect(run.status == 0 && run.output.hasPrefix(beginning), "\(run.output.prefix(200))")
    // Other ways are in what shows all of it.
    #expect(run.output.contains("How long?") == ["html", "svg", "json"].contains(name))
  }

  @Test(
    "what the file ends in says the format, unless a flag does",
    arguments: [
      ("a.md", "# Tea"), ("a.html", "<!doctype"), ("a.svg", "<svg "), ("a.json", "{"),
      ("a.txt", "Tea\n"),
      ("a", "Tea\n"),
    ])
  func endings(file: String, beginning: String) throws {
    let desk = try Desk()
    _ = try desk.take(Talk.forked())
    let run = try desk.run("sessions", "export", "last", "-o", file)
    #expect(run.status == 0 && run.output.isEmpty && run.errors == "Wrote \(file)\n")
    #expect(try #require(desk.text(file)).hasPrefix(beginning))
    try desk.run("sessions", "export", "-o", file, "-f", "messages")
    #expect(try #require(desk.text(file)).hasPrefix("[\n"))
  }

  @Test("an exported conversation goes on elsewhere where it stood, with its script and window")
  func script() throws {
    let desk = try Desk()
    _ = try desk.run(
      "chat", "code-review", "-v", "code=x", "--yes", "--window", "9000", "--goal", "All found",
      "--step", "Named", "--replay", try desk.answers("A fault."))
    let text = try desk.run("sessions", "export", "-f", "json").output
    let other = try Desk(patterns: nil)
    try other.write("talk.json", text)
    let id = try other.run("sessions", "import", "talk.json", "--title", "Taken in")
      .output.trimmingCharacters(in: .newlines)
    let run = try other.run(
      "sessions", "resume", id, "--yes", "--replay", try other.answers("Line one."))
    #expect(run.status == 0 && run.output.hasSuffix("Assistant:\nLine one.\n"), "\(run.errors)")
    let session = try other.run("sessions", "show", "--json").json()["session"]
    #expect(session?["window"] == 9000 && session?["title"] == "Taken in")
    #expect(session?["goal"]?["statement"] == "All found")
  }

  @Test(
    "another program's list is taken in, from a file or standard input",
    arguments: [
      #"[{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]"#,
      #"{"conversation_history": [{"role": "user", "content": "Hi"}, {"role": "model", "parts": [{"text": "Hello"}]}]}"#,
    ])
  func list(text: String) throws {
    let desk = try Desk()
    try desk.write("old talks.json", text)
    let run = try desk.run(
      "sessions", "import", "old talks.json", "--provider", "gemini", "--contact", "Ada")
    #expect(run.status == 0 && run.errors.contains("2 messages taken in"))
    let list = try desk.run("sessions", "list", "--json").json()[0]
    #expect(list?["title"] == "old talks" && list?["provider"] == "gemini")
    #expect(list?["contact"] == "Ada" && list?["last_words"] == "Hello")
    let piped = try desk.run(["sessions", "import", "-"], input: text)
    #expect(piped.status == 0)
    #expect(try desk.run("sessions", "list", "--json").json()[0]?["title"] == "Conversation")
    let resumed = try desk.run(
      ["sessions", "resume", "--replay", try desk.answers("Fine.")], input: "And?")
    #expect(resumed.output.hasSuffix("User:\nAnd?\n\nAssistant:\nFine.\n"), "\(resumed.errors)")
  }

  @Test("what is not kept of a list is told")
  func ignored() throws {
    let desk = try Desk()
    try desk.write("a.json", #"[{"role": "user", "content": "Hi", "name": "Ada"}]"#)
    let run = try desk.run("sessions", "import", "a.json")
    #expect(run.status == 0 && run.errors.hasPrefix("turn: note: not kept: /0/name\n"))
  }

  @Test(
    "what is no conversation is refused with its place, and nothing is stored",
    arguments: [
      ("[", "byte 1: the text ends inside an array"), ("[]", "a message at least is expected here"),
      (#"[{"role": "boss", "content": "Go"}]"#, "/0/role: \"boss\" is none of system"),
      (#"{"format": "turnbook.session/9"}"#, "\"turnbook.session/9\" is not known here"),
    ])
  func refused(text: String, words: String) throws {
    let desk = try Desk()
    try desk.write("a.json", text)
    let run = try desk.run("sessions", "import", "a.json")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("turn: a.json: ") && run.errors.contains(words), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: desk.store.path))
    #expect(try desk.run("sessions", "import", "none.json").status == 2)
  }

  @Test("a file does not decide where a key is sent")
  func address() throws {
    let desk = try Desk()
    try desk.write(
      "a.json",
      Desk.text(of: Talk.forked()).replacing(
        "\"fit\":", with: "\"base_url\":\"https://evil.example\",\"fit\":"))
    let run = try desk.run("sessions", "import", "a.json")
    #expect(run.status == 0 && run.errors.contains("https://evil.example is left out"))
    let session = try desk.run("sessions", "show", "--json").json()["session"]
    #expect(session?["base_url"] == .null)
  }
}
