import Foundation
import Synchronization
import Testing

@testable import DevServer

@Suite("Watching files")
struct WatcherTests {
  @Test("a file that is written over is told by its path")
  func written() throws {
    let place = try Watched(["content/a.md": "one"])
    try place.watch("content")
    try place.write("content/a.md", "two")
    #expect(place.next() == .files([place.path("content/a.md")]))
    try place.write("content/a.md", "three")
    #expect(place.next() == .files([place.path("content/a.md")]))
  }

  @Test("a save by rename is one change that has the file, as vim, emacs and others do it")
  func renamed() throws {
    let place = try Watched(["content/a.md": "one"])
    try place.watch("content")
    let file = place.path("content/a.md")
    // vim: a probe, the old file away, the new one written, synchronised and its mode set.
    try place.write("content/4913", "")
    try place.remove("content/4913")
    try place.move("content/a.md", "content/a.md~")
    try place.write("content/a.md", "two", pausing: 40_000)
    try place.remove("content/a.md~")
    try place.expect(file, has: "two")
    // Emacs, with the link that it locks by.
    try place.link("content/.#a.md", to: "me@here.1:2")
    try place.move("content/a.md", "content/a.md~")
    try place.write("content/a.md", "three")
    try place.remove("content/.#a.md")
    try place.expect(file, has: "three")
    // Others write beside it and move that over it.
    try place.write("content/a.md.tmp", "four")
    try place.move("content/a.md.tmp", "content/a.md")
    try place.expect(file, has: "four")
    // A second name for what is written already.
    try place.write("content/.new", "five")
    try place.remove("content/a.md")
    #expect(link(place.path("content/.new"), file) == 0)
    try place.expect(file, has: "five")
  }

  @Test("files that come, go and change their mode are told")
  func comings() throws {
    let place = try Watched(["content/a.md": "one"])
    try place.watch("content")
    try place.write("content/b.md", "new")
    #expect(place.next() == .files([place.path("content/b.md")]))
    try place.remove("content/b.md")
    #expect(place.next() == .files([place.path("content/b.md")]))
    try place.move("content/a.md", "content/c.md")
    #expect(place.next() == .files([place.path("content/a.md"), place.path("content/c.md")]))
    chmod(place.path("content/c.md"), 0o600)
    #expect(place.next() == .files([place.path("content/c.md")]))
  }

  @Test("folders that come are watched, with what was in them already")
  func folders() throws {
    let place = try Watched(["content/a.md": "one"])
    try place.watch("content")
    try place.write("content/x/y/z/b.md", "deep")
    #expect(place.next() == .everything)
    try place.settle()
    try place.write("content/x/y/z/b.md", "deeper")
    #expect(place.next() == .files([place.path("content/x/y/z/b.md")]))
    try place.move("content/x/y", "content/w")
    #expect(place.next() == .everything)
    try place.settle()
    try place.write("content/w/z/b.md", "elsewhere")
    #expect(place.next() == .files([place.path("content/w/z/b.md")]))
    try place.remove("content/w")
    #expect(place.next() == .everything)
  }

  @Test("a folder that is moved away and back is watched again", arguments: ["content", "."])
  func awayAndBack(moved: String) throws {
    let place = try Watched(["guide/content/a/b.md": "one", "guide/turnbook.yml": "name: x"])
    try place.watch("guide/content", "guide/turnbook.yml")
    let (from, away) = moved == "." ? ("guide", "away") : ("guide/content", "away")
    for step in 0..<3 {
      try place.move(from, away)
      #expect(place.next() == .everything)
      try place.settle()
      // What happens elsewhere is nobody's business.
      try place.write(moved == "." ? "away/content/a/b.md" : "away/a/b.md", "away")
      try place.expectNothing()
      try place.move(away, from)
      #expect(place.next() == .everything)
      try place.settle()
      try place.write("guide/content/a/b.md", "back \(step)")
      #expect(place.next() == .files([place.path("guide/content/a/b.md")]))
      try place.write("guide/turnbook.yml", "name: \(step)")
      #expect(place.next() == .files([place.path("guide/turnbook.yml")]))
    }
  }

  @Test("a folder that takes the place of another is watched")
  func exchanged() throws {
    let place = try Watched(["content/a.md": "one", "other/a.md": "two"])
    try place.watch("content")
    try place.move("content", "old")
    try place.move("other", "content")
    #expect(place.next() == .everything)
    try place.settle()
    try place.write("content/a.md", "three")
    #expect(place.next() == .files([place.path("content/a.md")]))
    try place.write("old/a.md", "four")
    try place.expectNothing()
  }

  @Test("what is not there is waited for")
  func absent() throws {
    let place = try Watched(["a.txt": ""])
    try place.watch("guide/content", "guide/turnbook.yml")
    try place.write("guide/turnbook.yml", "name: x")
    #expect(place.next() == .everything)
    try place.settle()
    try place.write("guide/turnbook.yml", "name: y")
    #expect(place.next() == .files([place.path("guide/turnbook.yml")]))
    try place.write("guide/content/a.md", "one")
    #expect(place.next() == .everything)
    try place.settle()
    try place.write("guide/content/a.md", "two")
    #expect(place.next() == .files([place.path("guide/content/a.md")]))
  }

  @Test("a watched file matters, and its neighbours do not")
  func files() throws {
    let place = try Watched(["turnbook.yml": "name: x", "notes.txt": "x"])
    try place.watch("turnbook.yml")
    try place.write("notes.txt", "y")
    try place.write("new.txt", "y")
    try place.expectNothing()
    try place.write("turnbook.yml.tmp", "name: y")
    try place.move("turnbook.yml.tmp", "turnbook.yml")
    #expect(place.next() == .files([place.path("turnbook.yml")]))
  }

  @Test("names that no guide has are not told")
  func leftOut() throws {
    let place = try Watched(["content/a.md": "one", "content/.git/HEAD": "x"])
    try place.watch("content")
    try place.write("content/.git/HEAD", "y")
    try place.write("content/.git/objects/a", "y")
    try place.write("content/.a.md.swp", "y")
    try place.write("content/node_modules/x/index.md", "y")
    try place.expectNothing()
  }

  @Test("a link is told when the file or folder that it leads to changes")
  func links() throws {
    let place = try Watched(["content/a.md": "one", "else/b.md": "two", "more/c/d.md": "three"])
    try place.link("content/b.md", to: "../else/b.md")
    try place.link("content/c", to: "../more/c")
    try place.link("content/loop", to: ".")
    try place.watch("content")
    try place.write("else/b.md", "changed")
    #expect(place.next()?.has(place.path("content/b.md")) == true)
    try place.write("more/c/d.md", "changed")
    #expect(place.next()?.has(place.path("content/c/d.md")) == true)
    try place.link("content/e.md", to: "../else/e.md")
    _ = place.next()
  }

  @Test("thousands of files are few changes, and every last one is told")
  func branchSwitch() throws {
    let place = try Watched(["content/a.md": "one"])
    let names = (0..<3000).map { "content/s\($0 % 60)/p\($0).md" }
    for name in names { try place.write(name, "old") }
    try place.watch("content")
    // A switch takes files away and makes them anew.
    for name in names {
      try place.remove(name)
      try place.write(name, "new")
    }
    var told: Set<String> = []
    var count = 0
    while told.count < names.count, let changes = place.next() {
      count += 1
      guard case .files(let paths) = changes else { break }
      told.formUnion(paths)
    }
    #expect(told == Set(names.map(place.path)))
    #expect(count < 20)
    try place.settle()
    try place.write("content/a.md", "two")
    #expect(place.next() == .files([place.path("content/a.md")]))
  }

  @Test("what the system had no room to tell is everything, and watching goes on")
  func overflow() throws {
    let place = try Watched(["content/a.md": "one", "content/x/b.md": "one"])
    try place.watch("content")
    let limit = try #require(
      Int(
        String(
          decoding: Data(contentsOf: URL(filePath: "/proc/sys/fs/inotify/max_queued_events")),
          as: UTF8.self
        ).trimmingCharacters(in: .whitespacesAndNewlines)))
    try #require(limit <= 1 << 20)
    // The watcher cannot look while its handler is busy.
    place.hold()
    try place.write("content/a.md", "two")
    place.awaitHeld()
    for number in 0...(limit / 2) {
      chmod(place.path("content/a.md"), 0o600)
      chmod(place.path("content/x/b.md"), number % 2 == 0 ? 0o600 : 0o644)
    }
    try place.move("content/x", "content/y")
    place.release()
    #expect(place.next() == .files([place.path("content/a.md")]))
    #expect(place.next() == .everything)
    try place.settle()
    try place.write("content/y/b.md", "three")
    #expect(place.next() == .files([place.path("content/y/b.md")]))
  }

  @Test("what changed before it was watched is told, where that is asked for")
  func since() throws {
    let place = try Watched(["content/a.md": "one", "content/b.md": "one"])
    usleep(50_000)
    let start = FileWatcher.wallClock
    try place.write("content/b.md", "two")
    try place.watch("content", since: start)
    #expect(place.next() == .files([place.path("content/b.md")]))
    try place.write("turnbook.yml", "x")
    try place.watch("content", "turnbook.yml", since: start)
    #expect(place.next()?.has(place.path("turnbook.yml")) == true)
  }

  @Test("what is no longer asked for is told no longer")
  func unwatched() throws {
    let place = try Watched(["content/a.md": "one", "templates/a.css": "one"])
    try place.watch("content", "templates")
    try place.watch("content")
    try place.write("templates/a.css", "two")
    try place.expectNothing()
    try place.watch("content", "templates")
    try place.write("templates/a.css", "three")
    #expect(place.next() == .files([place.path("templates/a.css")]))
  }
}

/// A fresh folder, and what its watcher tells.
final class Watched: Sendable {
  private let folder: URL
  private let inbox = Inbox()
  private let watcher: FileWatcher

  final class Inbox: Sendable {
    private let condition = NSCondition()
    private let state = Mutex<(changes: [Changes], isHeld: Bool, isBusy: Bool)>(([], false, false))

    func take(_ changes: Changes) {
      condition.lock()
      state.withLock { $0.changes.append(changes) }
      condition.broadcast()
      state.withLock { $0.isBusy = true }
      while state.withLock({ $0.isHeld }) { condition.wait() }
      state.withLock { $0.isBusy = false }
      condition.unlock()
    }

    func next(within seconds: Double) -> Changes? {
      let end = Date(timeIntervalSinceNow: seconds)
      condition.lock()
      defer { condition.unlock() }
      while state.withLock({ $0.changes.isEmpty }) {
        guard condition.wait(until: end) else { return nil }
      }
      return state.withLock { $0.changes.removeFirst() }
    }

    func hold(_ isHeld: Bool) {
      condition.lock()
      state.withLock { $0.isHeld = isHeld }
      condition.broadcast()
      condition.unlock()
    }

    var isBusy: Bool { state.withLock { $0.isBusy } }
  }

  init(_ files: [String: String]) throws {
    let place = FileManager.default.temporaryDirectory
      .appending(path: "watched-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    folder = place.resolvingSymlinksInPath()
    watcher = try FileWatcher { [inbox] in inbox.take($0) }
    for (path, text) in files { try write(path, text) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.path + "/" + name }

  func watch(_ names: String..., since: Int64? = nil) throws {
    try watcher.watch(names.map(path), since: since)
  }

  /// The next change; nil where none comes.
  func next() -> Changes? { inbox.next(within: 20) }

  /// Fails where a change comes that is not that of a file made now.
  func expectNothing(_ place: SourceLocation = #_sourceLocation) throws {
    // Long enough for what waits for a file to come back.
    let change = inbox.next(within: 0.2)
    #expect(change == nil, sourceLocation: place)
  }

  /// Waits until nothing more belongs to what has been told.
  func settle() throws { while inbox.next(within: 0.15) != nil {} }

  func expect(
    _ file: String, has text: String, _ place: SourceLocation = #_sourceLocation
  ) throws {
    let changes = next()
    #expect(changes?.has(file) == true, "\(changes as Any)", sourceLocation: place)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text, sourceLocation: place)
    try expectNothing(place)
  }

  func write(_ name: String, _ text: String, pausing: UInt32 = 0) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let raw = open(file.path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    #expect(raw >= 0)
    if pausing > 0 {
      fchmod(raw, 0o640)
      usleep(pausing)
    }
    let handle = FileHandle(fileDescriptor: raw, closeOnDealloc: true)
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  func move(_ name: String, _ target: String) throws {
    #expect(rename(path(name), path(target)) == 0)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: folder.appending(path: name))
  }

  func link(_ name: String, to target: String) throws {
    #expect(symlink(target, path(name)) == 0)
  }

  func hold() { inbox.hold(true) }
  func release() { inbox.hold(false) }
  func awaitHeld() { while !inbox.isBusy { usleep(1000) } }
}

extension Changes {
  func has(_ path: String) -> Bool {
    if case .files(let paths) = self { paths.contains(path) } else { false }
  }
}
