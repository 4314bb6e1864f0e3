import Foundation
import Testing

@testable import Site

@Suite("A build that remembers the last one")
struct BuildCacheTests {
  private static func options(_ folder: URL) -> BuildOptions {
    var options = BuildOptions()
    options.folder = folder.path
    options.jobs = 2
    options.program = "/bin/sh"
    // As if every file were old enough to be told apart by its time.
    options.startedAt = .max
    return options
  }

  private static func cache(_ folder: URL) -> URL { folder.appending(path: ".turnbook-cache") }

  @Test(
    "makes after any edits what a build makes that remembers nothing",
    arguments: 21...24 as ClosedRange<UInt64>)
  func edits(seed: UInt64) async throws {
    var guide = try EditedGuide(seed: seed)
    let options = Self.options(guide.folder)
    let output = guide.folder.appending(path: "site").path
    var standing = SiteOnDisk(at: output)
    for _ in 0..<20 {
      let report = await Build.run(options)
      let (site, fresh) = await SiteOnDisk.built(options)
      #expect(report.diagnostics == fresh.diagnostics, "\(guide.log)")
      #expect(report.outcome == fresh.outcome, "\(guide.log)")
      if fresh.outcome == .published { standing = site }
      #expect(SiteOnDisk(at: output) == standing, "\(guide.log)")
      if fresh.outcome == .published {
        let again = await Build.run(options)
        #expect(again.isAsBefore, "\(guide.log)")
        #expect(again.diagnostics == fresh.diagnostics && again.pageCount == fresh.pageCount)
      }
      _ = try guide.edit()
    }
  }

  @Test(
    "makes after any edits the cards that are drawn from nothing",
    arguments: 31...32 as ClosedRange<UInt64>)
  func cards(seed: UInt64) async throws {
    var guide = try EditedGuide(seed: seed, "social_cards: true")
    let options = Self.options(guide.folder)
    let output = guide.folder.appending(path: "site").path
    let live = LiveGuide(options)
    for _ in 0..<5 {
      let report = await Build.run(options)
      let (site, fresh) = await SiteOnDisk.built(options)
      #expect(report.diagnostics == fresh.diagnostics, "\(guide.log)")
      if fresh.outcome == .published {
        #expect(SiteOnDisk(at: output) == site, "\(guide.log)")
        #expect(report.drawnCards <= fresh.drawnCards)
        // Served, they are drawn when they are asked for.
        let update = await live.refresh(changed: nil)
        let served = try #require(update.site)
        #expect(Set(served.paths) == Set(site.files.keys), "\(guide.log)")
        for (path, bytes) in site.files where path.hasPrefix("assets/cards/") {
          guard case .bytes(let card) = served.content(at: path) else {
            Issue.record("\(path) is not served")
            continue
          }
          #expect(Data(card) == bytes, "\(path) \(guide.log)")
        }
      }
      _ = try guide.edit()
    }
  }

  @Test("writes no file again that looks as before")
  func untouched() async throws {
    let guide = try EditedGuide(seed: 1)
    let options = Self.options(guide.folder)
    _ = await Build.run(options)
    let page = guide.folder.appending(path: "content/a.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    try Data((text + "\nMore.\n").utf8).write(to: page)
    let report = await Build.run(options)
    #expect(!report.isAsBefore)
    // The page, its Markdown, all Markdown in one, and the search: its entry, one shard of words,
    // one of texts.
    #expect((3...8).contains(report.written), "\(report.written)")
    // Others show its title: the start page links to it, and the side bar of each page names it.
    try Data(text.replacingOccurrences(of: "# A", with: "# Z").utf8).write(to: page)
    #expect(await Build.run(options).written > report.written)
  }

  @Test("builds anew where the cache is cut off, damaged at any byte, or of another program")
  func damaged() async throws {
    let guide = try EditedGuide(seed: 1)
    var options = Self.options(guide.folder)
    _ = await Build.run(options)
    #expect(await Build.run(options).isAsBefore)
    let cache = Self.cache(guide.folder)
    let bytes = try Data(contentsOf: cache)
    for place in stride(from: 0, to: bytes.count, by: 37) {
      var damaged = bytes
      damaged[place] ^= 0x20
      // What does not begin as a cache is somebody else's file and stays as it is.
      try damaged.write(to: cache)
      let report = await Build.run(options)
      #expect(!report.isAsBefore && report.outcome == .published, "byte \(place)")
      try bytes.prefix(place).write(to: cache)
      #expect(!(await Build.run(options)).isAsBefore, "\(place) bytes")
    }
    try bytes.write(to: cache)
    #expect(await Build.run(options).isAsBefore)
    options.program = "/bin/ls"
    #expect(!(await Build.run(options)).isAsBefore)
  }

  @Test("builds anew where the site is not as it was left, or somebody wants it")
  func otherSite() async throws {
    let guide = try EditedGuide(seed: 1)
    var options = Self.options(guide.folder)
    _ = await Build.run(options)
    let page = guide.folder.appending(path: "site/a/index.html")
    let whole = try Data(contentsOf: page)
    try Data("x".utf8).write(to: page)
    #expect(!(await Build.run(options)).isAsBefore)
    #expect(try Data(contentsOf: page) == whole)
    try FileManager.default.removeItem(at: page)
    #expect(!(await Build.run(options)).isAsBefore)
    #expect(try Data(contentsOf: page) == whole)
    #expect(await Build.run(options).isAsBefore)
    options.isFresh = true
    #expect(!(await Build.run(options)).isAsBefore)
    options.isFresh = false
    #expect(await Build.run(options).isAsBefore)
    options.baseURL = "https://example.net/"
    #expect(!(await Build.run(options)).isAsBefore)
  }

  @Test("believes no time that is younger than the clock's last ticks")
  func young() async throws {
    let guide = try EditedGuide(seed: 1)
    var options = Self.options(guide.folder)
    options.startedAt = Int64(Date.now.timeIntervalSince1970) * 1_000_000_000
    _ = await Build.run(options)
    #expect(!FileManager.default.fileExists(atPath: Self.cache(guide.folder).path))
    #expect(!(await Build.run(options)).isAsBefore)
  }

  @Test("sees a file that pages include and that lies where no page is looked for")
  func included() async throws {
    let guide = try EditedGuide(seed: 1)
    let options = Self.options(guide.folder)
    _ = await Build.run(options)
    let part = guide.folder.appending(path: "content/_parts/shared.md")
    try Data("Quite other words.\n".utf8).write(to: part)
    #expect(!(await Build.run(options)).isAsBefore)
    let page = guide.folder.appending(path: "site/part/b/index.html")
    #expect(try String(contentsOf: page, encoding: .utf8).contains("Quite other words."))
    try FileManager.default.removeItem(at: part)
    #expect(await Build.run(options).outcome == .blocked)
    try Data("Back again.\n".utf8).write(to: part)
    #expect(!(await Build.run(options)).isAsBefore)
    #expect(try String(contentsOf: page, encoding: .utf8).contains("Back again."))
  }
}
