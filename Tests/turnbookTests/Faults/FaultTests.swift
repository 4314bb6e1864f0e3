#if os(Linux)
  import Foundation
  import Glibc
  import Testing

  @Suite(
    "A system that fails", .enabled(if: FailingSystem.isPossible, "needs the library of faults"))
  struct FaultTests {
    /// Every call fails once where the tests run for long; else some of them do.
    private static let step =
      ProcessInfo.processInfo.environment["TURNBOOK_SOAK"] == nil ? 23 : 1

    private static let faults: [FailingSystem.Fault] = [
      .error(EIO), .error(EMFILE), .error(ENOSPC), .error(EACCES), .error(EINTR), .half,
    ]

    /// A guide whose site is of an older state, and what both states look like.
    private struct Changed {
      let guide: Guide
      let old: [String: Data]
      let new: [String: Data]

      init() throws {
        guide = try Guide([
          "turnbook.yml": "name: Guide\n",
          "content/index.md": "# Home\n\nOld. [A](sub/a.md)\n",
          "content/sub/a.md": "# A\n\n--8<-- \"sub/part.txt\"\n\n![Alternative](x.png)\n",
          "content/sub/part.txt": "Part.\n", "content/sub/x.png": "PNG",
          "content/gone.md": "# Gone\n",
        ])
        try guide.run("build")
        old = try guide.tree()
        try Self.change(guide)
        try guide.run("build", "--output", "new")
        new = try guide.tree("new")
        try guide.remove("new")
      }

      static func change(_ guide: Guide) throws {
        try guide.write("content/index.md", "# Home\n\nNew. [A](sub/a.md)\n")
        if guide.has("content/gone.md") { try guide.remove("content/gone.md") }
      }

      /// Brings back the older state and its site.
      func rewind() throws {
        try guide.write("content/index.md", "# Home\n\nOld. [A](sub/a.md)\n")
        try guide.write("content/gone.md", "# Gone\n")
        try guide.run("build", "--fresh")
        try Self.change(guide)
      }
    }

    @Test(
      "a build that any one failure meets leaves the old site or the new one", arguments: faults)
    func build(fault: FailingSystem.Fault) throws {
      let changed = try Changed()
      let guide = changed.guide
      var tried: Set<String> = []
      var number = 1 + (Self.step > 1 ? Int("\(fault)".utf8.count) % 11 : 0)
      while true {
        let system = try FailingSystem(
          guide, ["build", "--jobs", "1"], failing: number, with: fault)
        guard let call = system.call else { break }
        tried.insert(call)
        let words: Comment = "call \(number), \(call): \(system.run.output) \(system.run.errors)"
        let tree = try guide.tree()
        #expect((0...2).contains(system.run.status), words)
        #expect(tree == changed.old || tree == changed.new, words)
        if system.run.status == 0 {
          #expect(tree == changed.new, words)
        } else {
          #expect(!system.run.findings.isEmpty, words)
          #expect(!isRetried(fault, call), words)
          // What could not be read may be there: no link to it is wrong.
          #expect(!system.run.codes.contains { $0.hasPrefix("TB-L") }, words)
        }
        // The next build mends what is left.
        #expect(try guide.run("build", "--fresh").status == 0, words)
        #expect(try guide.tree() == changed.new, words)
        try changed.rewind()
        number += Self.step
      }
      #expect(tried.count > (Self.step == 1 ? 5 : 1), "\(tried)")
      let left = try FileManager.default.contentsOfDirectory(atPath: guide.folder.path)
      #expect(!left.contains { $0.contains("staging") }, "\(left)")
    }

    /// Whether a program goes on as if nothing had been.
    private func isRetried(_ fault: FailingSystem.Fault, _ call: String) -> Bool {
      switch fault {
      case .half: true
      // Opening a stream on a folder is never interrupted.
      case .error(EINTR): call != "fdopendir"
      case .error: false
      }
    }
  }
#endif
