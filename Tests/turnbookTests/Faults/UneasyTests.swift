#if os(Linux)
  import Foundation
  import Synchronization
  import Testing
  import WireClient

  @Suite("A world that does not stand still")
  struct UneasyTests {
    /// A page that another program writes, removes and writes again until it is told to stop.
    private final class Writer: Sendable {
      private let isDone = Mutex(false)
      private let group = DispatchGroup()

      init(_ guide: Guide) {
        DispatchQueue.global().async(group: group) { [self] in
          var round = 0
          while !isDone.withLock({ $0 }) {
            let text = String(repeating: round % 2 == 0 ? "black " : "white ", count: 2000)
            try? guide.write("content/draft", "# Tea\n\n\(text)\n\n--8<-- \"part.txt\"\n")
            _ = rename(guide.at("content/draft").path, guide.at("content/tea.md").path)
            try? guide.write("content/part.txt", round % 2 == 0 ? "Part.\n" : "")
            if round % 3 == 0 { try? guide.remove("content/tea.md") }
            if round % 5 == 0 { try? guide.remove("content/part.txt") }
            round += 1
          }
        }
      }

      func stop() {
        isDone.withLock { $0 = true }
        group.wait()
      }
    }

    @Test("pages that change and vanish while they are read are there as they once were, or not")
    func changing() throws {
      let guide = try Guide(["content/index.md": "# Home\n", "turnbook.yml": "name: Guide\n"])
      try guide.run("build")
      let writer = Writer(guide)
      for round in 0..<20 {
        let before = try guide.tree()
        let run = try guide.run("build", "--fresh")
        let words: Comment = "build \(round): \(run.status) \(run.output) \(run.errors)"
        #expect((0...2).contains(run.status), words)
        #expect(guide.text("site/index.html")?.contains("Home") == true, words)
        if let page = guide.text("site/tea/index.html") {
          #expect(page.contains("black black") != page.contains("white white"), words)
          #expect(page.hasSuffix("</html>\n"), words)
        }
        if run.status == 2 { #expect(try guide.tree() == before, words) }
      }
      writer.stop()
      try guide.write("content/tea.md", "# Tea\n\nGreen.\n")
      #expect(try guide.run("build").status == 0)
      #expect(guide.text("site/tea/index.html")?.contains("Green.") == true)
    }

    @Test(
      "a clock that goes back a day at each look hides no edit from the next build",
      .enabled(if: FailingSystem.isPossible, "needs the library of faults"))
    func clock() throws {
      let guide = try Guide(["content/index.md": "# Home\n", "turnbook.yml": "name: Guide\n"])
      for word in ["one", "two", "three"] {
        try guide.write("content/index.md", "# Home\n\n\(word)\n")
        for _ in 0..<2 {
          let run = try guide.run("build", environment: FailingSystem.clockGoingBack)
          #expect(run.status == 0, "\(run.errors)")
          #expect(guide.text("site/index.html")?.contains("<p>\(word)</p>") == true)
        }
      }
    }

    @Test("two builds into one folder at once: each ends well, and the site is that of one")
    func together() throws {
      let guides = try ["old", "new"].map { word in
        try Guide([
          "content/index.md": "# Home\n\n\(word)\n", "content/\(word).md": "# \(word)\n",
          "turnbook.yml": "name: Guide\n",
        ])
      }
      let output = try Guide()
      let words = ["build", "--fresh", "--output", output.at("site").path]
      let sites = try guides.map { guide in
        try guide.run(words)
        return try output.tree()
      }
      for _ in 0..<10 {
        let runs = Mutex<[Run]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { index in
          if let run = try? guides[index].run(words) { runs.withLock { $0.append(run) } }
        }
        #expect(runs.withLock { $0.map(\.status) } == [0, 0])
        #expect(sites.contains(try output.tree()))
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: output.folder.path)
      #expect(left == ["site"])
    }
  }

  @Suite(
    "A server on a system that fails",
    .enabled(if: FailingSystem.isPossible, "needs the library of faults"))
  struct ServeFaultTests {
    private static let step =
      ProcessInfo.processInfo.environment["TURNBOOK_SOAK"] == nil ? 31 : 1

    @Test(
      "it says why it cannot serve, or serves, and shows what is edited afterwards",
      arguments: [.error(EIO), .error(EMFILE), .half] as [FailingSystem.Fault])
    func serve(fault: FailingSystem.Fault) throws {
      let guide = try Guide([
        "content/index.md": "# Home\n", "content/a.md": "# A\n", "turnbook.yml": "name: Guide\n",
      ])
      var number = 5
      while true {
        let told = guide.at("told").path
        let environment = FailingSystem.environment(failing: number, with: fault, told: told)
        do {
          let program = try ServingProgram(in: guide, environment: environment)
          guard guide.has("told") else { break }
          let call = guide.text("told") ?? ""
          try guide.write("content/.a.md", "# A\n\nEdit \(number).\n")
          #expect(rename(guide.at("content/.a.md").path, guide.at("content/a.md").path) == 0)
          var text = ""
          for _ in 0..<500 where !text.contains("Edit \(number).") {
            text = try program.ask("GET /a/").text
            usleep(10_000)
          }
          #expect(text.contains("Edit \(number)."), "call \(number), \(call): \(text.suffix(300))")
        } catch let silent as ServingProgram.Silent {
          #expect(silent.said.contains("error: "), "call \(number): \(silent.said)")
          guard guide.has("told") else { break }
        } catch let broken as WireClient.Broken {
          // The library of the server ends where it cannot read what its own threads tell each other.
          #expect(guide.text("told") == "read", "call \(number): \(broken.words)")
        }
        try guide.remove("told")
        number += Self.step
      }
      #expect(number > 5)
    }
  }
#endif
