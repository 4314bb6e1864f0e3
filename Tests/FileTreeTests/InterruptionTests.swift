import Synchronization
import Testing

@testable import FileTree

/// A run that is killed leaves the disk as it is in that moment; a copy of it from then is the same
/// thing.
@Suite struct InterruptionTests {
  let folder: TemporaryFolder
  let old = ["a.html": "old", "b/c.html": "old", "gone/x.html": "old", "kind": "old"]
  let new = ["a.html": "new", "b/c.html": "old", "d/e.html": "new", "kind/f": "new"]

  init() throws {
    folder = try TemporaryFolder()
    try folder.publish(old)
    try folder.write("site/.gitignore", "*")
  }

  /// The disk at every step of a publication, in order.
  private func snapshots(fileByFile: Bool) throws -> [(PublishStep, TemporaryFolder)] {
    let taken = Mutex<[(PublishStep, TemporaryFolder)]>([])
    let folder = folder
    try folder.publish(new, fileByFile: fileByFile) { step throws(PublishError) in
      do {
        let snapshot = try folder.snapshot()
        taken.withLock { $0.append((step, snapshot)) }
      } catch {
        throw .badPath("no snapshot: \(error)")
      }
    }
    return taken.withLock { $0 }
  }

  @Test("killed at any step of an exchange, the site is the old or the new one, whole")
  func exchange() throws {
    let snapshots = try snapshots(fileByFile: false)
    #expect(snapshots.map(\.0) == [.staged, .complete, .exchanged])
    for (step, disk) in snapshots {
      var expected = step == .exchanged ? new : old
      expected[".gitignore"] = "*"
      #expect(try disk.site() == expected)
    }
  }

  @Test("after a kill at any step the next run starts from a whole site and leaves nothing behind")
  func nextRun() throws {
    for fileByFile in [false, true] {
      for (step, disk) in try snapshots(fileByFile: fileByFile) {
        #expect(try disk.entries().contains { $0.contains("turnbook-staging") })
        let publisher = try Publisher.begin(output: disk.at("site"))
        let isNew = ![.staged, .complete].contains(step)
        var expected = isNew ? new : old
        expected[".gitignore"] = "*"
        #expect(try disk.site() == expected, "\(step)")
        publisher.abandon()
        #expect(try disk.entries().allSatisfy { $0.hasPrefix("site/") }, "\(step)")
        #expect(try disk.publish(new).way == (isNew ? .unchanged : .exchanged))
        #expect(try disk.publish(new).way == .unchanged)
      }
      try folder.publish(old)
    }
  }

  @Test("file by file, every step is one of the journal's, the manifest's the last but no other")
  func steps() throws {
    let steps = try snapshots(fileByFile: true).map(\.0)
    let path = { (text: String) in RelativePath(trusted: text.utf8) }
    #expect(
      steps == [
        .staged, .complete, .decided, .carriedOut(.remove(path("kind"))),
        .carriedOut(.move(path("a.html"))), .carriedOut(.move(path("d/e.html"))),
        .carriedOut(.move(path("kind/f"))), .carriedOut(.remove(path("gone/x.html"))),
        .carriedOut(.move(ReservedName.manifest)),
      ])
  }

  @Test("a failure before the site is decided leaves the old one and no staging folder")
  func failure() throws {
    let failure = PublishError.file(FileError(.write, "x", .system(.diskFull)))
    for step in [PublishStep.staged, .complete] {
      let before = try folder.entries()
      #expect(throws: failure) {
        try folder.publish(new) { reached throws(PublishError) in
          if reached == step { throw failure }
        }
      }
      #expect(try folder.entries() == before)
      #expect(folder.text("site/a.html") == "old")
    }
  }

  @Test("stopped half-way, the site is said to be partly new, and the next run finishes it")
  func halfPublished() throws {
    let folder = folder
    let error = #expect(throws: PublishError.self) {
      try folder.publish(new, fileByFile: true) { step throws(PublishError) in
        guard step == .decided else { return }
        do { try folder.write("site/d/e.html/in the way") } catch { throw .badPath("\(error)") }
      }
    }
    #expect(
      error
        == .halfPublished(
          FileError(.replace, "d/e.html", .system(.isFolder)), output: folder.at("site")))
    #expect(folder.text("site/a.html") == "new")
    #expect(folder.text("site/gone/x.html") == "old")
    try folder.remove("site/d/e.html/in the way")
    try FileTree.Folder(at: folder.at("site/d")).removeFolder(RelativePath(trusted: "e.html".utf8))
    try Publisher.begin(output: folder.at("site")).abandon()
    #expect(try folder.site() == new.merging([".gitignore": "*"]) { $1 })
    #expect(try folder.entries().allSatisfy { $0.hasPrefix("site/") })
  }

  @Test("a journal that was cut off was never decided")
  func cutJournal() throws {
    let staging = ".site.turnbook-staging-0123456789abcdef"
    try folder.write(staging + "/made-by-turnbook")
    try folder.write(staging + "/tree/a.html", "new")
    try folder.write(staging + "/journal", "turnbook-journal 1\n+a.html\n")
    try Publisher.begin(output: folder.at("site")).abandon()
    #expect(folder.text("site/a.html") == "old")
    #expect(folder.status(staging) == nil)
  }

  @Test("a folder that only looks like one of ours is not removed")
  func notOurs() throws {
    let kept = [
      ".site.turnbook-staging-0123456789abcdef/mine.txt", ".site.turnbook-staging-x/mine.txt",
      ".other.turnbook-staging-0123456789abcdef/made-by-turnbook",
    ]
    for path in kept { try folder.write(path) }
    try folder.makeLink(".site.turnbook-staging-0000000000000000", to: "/tmp")
    try folder.publish(new)
    for path in kept { #expect(folder.status(path) != nil) }
    #expect(folder.status(".site.turnbook-staging-0000000000000000") != nil)
  }
}
