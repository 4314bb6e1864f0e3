#if os(Linux)
  import Conversation
  import ConversationStore
  import Foundation
  import JSON
  import Testing

  @Suite(
    "turn on a system that fails", .enabled(if: Desk.canFail, "needs the library of faults"))
  struct FaultTests {
    @Test("a file that is written holds the old bytes or the new ones", arguments: Desk.faults)
    func output(fault: Desk.Fault) throws {
      let desk = try Desk()
      let words = ["fill", "code-review", "-v", "code=x", "-o", "out.txt"]
      try desk.run(words)
      let new = try #require(desk.text("out.txt"))
      try desk.fail(words, with: fault) {
        try desk.write("out.txt", "Old.\n")
      } judge: { run, words in
        let text = desk.text("out.txt")
        #expect(text == (run.status == 0 ? new : "Old.\n") || text == new, words)
        let left = try desk.files().map(\.lastPathComponent).filter { $0.contains("draft") }
        #expect(left.isEmpty, words)
      }
    }

    @Test("what is remembered is never lost", arguments: Desk.faults)
    func remembered(fault: Desk.Fault) throws {
      let desk = try Desk()
      let text = try #require(desk.text("patterns/code-review.json"))
      try desk.write("kept.json", text.replacing("\"turn\"", with: "\"always\""))
      let place = desk.home.appending(path: ".local/share/turnbook/remembered.json")
      func stored() throws -> [String: String] {
        let file = try JSONValue(parsing: Array(Data(contentsOf: place)))
        return Dictionary(
          uniqueKeysWithValues: (file["values"]?.object?.members ?? []).map {
            ($0.key, $0.value.string ?? "")
          })
      }
      try desk.run("fill", "code-review", "--from", "kept.json", "-v", "code=x", "-v=language=Go")
      let file = String(decoding: try Data(contentsOf: place), as: UTF8.self)
      let old = file.replacing("\"language\"", with: "\"tea\": \"green\",\n    \"language\"")
      try desk.fail(
        ["fill", "code-review", "--from", "kept.json", "-v", "code=x", "-v=language=Python"],
        with: fault
      ) {
        try Data(old.utf8).write(to: place)
      } judge: { run, words in
        let values = try stored()
        #expect(values["tea"] == "green", words)
        #expect(["Go", "Python"].contains(values["language"]), words)
        if run.status == 0, values["language"] == "Go" {
          #expect(run.errors.contains("remember"), words)
        }
      }
    }

    @Test("a damaged file of what is remembered is told and left alone")
    func damaged() throws {
      let desk = try Desk()
      let text = try #require(desk.text("patterns/code-review.json"))
      try desk.write("kept.json", text.replacing("\"turn\"", with: "\"always\""))
      let fill = ["fill", "code-review", "--from", "kept.json", "-v", "code=x", "-v=language=Go"]
      try desk.run(fill)
      let place = desk.home.appending(path: ".local/share/turnbook/remembered.json")
      let half = try Data(contentsOf: place).dropLast(3)
      try half.write(to: place)
      let run = try desk.run(fill)
      #expect(run.status == 0 && run.errors.contains("what is remembered cannot be read"))
      #expect(try Data(contentsOf: place) == half)
    }

    @Test("a store has a conversation as a whole or not at all", arguments: Desk.faults)
    func store(fault: Desk.Fault) throws {
      let desk = try Desk(patterns: nil)
      let first = try desk.take(Talk.forked(title: "First"))
      try desk.write("talk.json", Desk.text(of: Talk.forked(title: "Second")))
      let whole = try Data(contentsOf: desk.store)
      try desk.fail(["sessions", "import", "talk.json"], with: fault) {
        for ending in ["-wal", "-shm", "-journal"] {
          try? FileManager.default.removeItem(atPath: desk.store.path + ending)
        }
        try whole.write(to: desk.store)
      } judge: { run, words in
        let store = try ConversationStore(path: desk.store.path)
        let kept = try store.load(first)
        #expect(kept.tree.messages.count == 6, words)
        let sessions = try desk.run("sessions", "list", "--json").json().array ?? []
        let second = sessions.first { $0["title"] == "Second" }?["id"]?.string
        #expect(sessions.count == (second == nil ? 1 : 2), words)
        if run.status == 0 { #expect(second != nil, words) }
        if let second { #expect(try store.load(second).tree.messages.count == 6, words) }
      }
    }

    @Test("what is installed stays, or the new set is there as a whole", arguments: Desk.faults)
    func installed(fault: Desk.Fault) throws {
      let desk = try Desk(patterns: "guide/patterns")
      try desk.run("install", "guide")
      let index = try #require(desk.text("guide/patterns/index.json"))
      let file = try #require(desk.text("guide/patterns/code-review.json"))
      let place = desk.home.appending(path: ".local/share/turnbook/patterns")
      func titles() throws -> Set<String> {
        let list = try desk.run("list", "--json").json().array ?? []
        return Set(list.compactMap { $0["title"]?.string })
      }
      let old = try titles()
      let changed = index.replacing("Code Review", with: "Code Reading")
      let kept = try FileManager.default.contentsOfDirectory(atPath: place.path).filter {
        !$0.hasPrefix(".")
      }
      let new = Set(old.map { $0.replacing("Code Review", with: "Code Reading") })
      #expect(old != new && file.contains("Code Review"))
      try desk.fail(["update"], with: fault) {
        try desk.write("guide/patterns/index.json", index)
        #expect(try desk.run("update").status == 0)
        try desk.write("guide/patterns/index.json", changed)
      } judge: { run, words in
        let now = try titles()
        #expect(now == (run.status == 0 ? new : old) || now == new, words)
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
        #expect(names.filter { !$0.hasPrefix(".") } == kept, words)
        #expect(try desk.run("show", "multi-turn-conversation").status == 0, words)
      }
    }

    @Test("where the clock goes back, a conversation stays in its order and can be gone on with")
    func clock() throws {
      let desk = try Desk(patterns: nil)
      let back = ["LD_PRELOAD": Desk.shim.path, "FAULT_CLOCK": "3600"]
      let id = try desk.talk("One?")
      for words in ["Two?", "Three?"] {
        let run = try desk.run(
          ["sessions", "resume", id, "--replay", try desk.answers("Yes.")], input: words,
          environment: back)
        #expect(run.status == 0, "\(run.errors)")
      }
      let shown = try desk.run("sessions", "show", id, "--json", environment: back).json()
      let said = (shown["messages"]?.array ?? []).compactMap { $0["content"]?.string }
      #expect(said == ["One?", "Yes.", "Two?", "Yes.", "Three?", "Yes."])
      #expect(try desk.run("sessions", "list", environment: back).status == 0)
    }
  }
#endif
