import Diagnostics
import Foundation
import Testing

@testable import Site

@Suite("A guide that is served while it is written")
struct LiveGuideTests {
  private static func options(_ folder: URL) -> BuildOptions {
    var options = BuildOptions()
    options.folder = folder.path
    options.jobs = 2
    return options
  }

  private static func data(_ site: LiveSite, _ path: String) -> Data? {
    switch site.content(at: path) {
    case .bytes(let bytes): Data(bytes)
    case .file(let file): FileManager.default.contents(atPath: file)
    case nil: nil
    }
  }

  @Test(
    "is after any edits what a build would make of it", arguments: 1...6 as ClosedRange<UInt64>)
  func edits(seed: UInt64) async throws {
    var guide = try EditedGuide(seed: seed)
    let options = Self.options(guide.folder)
    let live = LiveGuide(options)
    var update = await live.refresh(changed: nil)
    for number in 0..<25 {
      let (built, report) = await SiteOnDisk.built(options)
      #expect(update.diagnostics == report.diagnostics, "\(guide.log)")
      if let site = update.site, report.outcome == .published {
        #expect(Set(site.paths) == Set(built.files.keys), "\(guide.log)")
        for (path, bytes) in built.files {
          #expect(Self.data(site, path) == bytes, "\(path) \(guide.log)")
        }
      } else {
        #expect(report.outcome != .published)
      }
      let touched = try guide.edit()
      // Now and then nobody says what has changed.
      update = await live.refresh(changed: number % 7 == 6 ? nil : touched)
    }
  }

  @Test("says that one page looks otherwise where only its text has changed")
  func onePage() async throws {
    let guide = try EditedGuide(seed: 1)
    let live = LiveGuide(Self.options(guide.folder))
    _ = await live.refresh(changed: nil)
    let page = guide.folder.appending(path: "content/a.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    try Data((text + "\nMore.\n").utf8).write(to: page)
    #expect(await live.refresh(changed: [page.path]).change == .pages(["a/index.html"]))
    try Data((text + "\n## Another\n").utf8).write(to: page)
    #expect(await live.refresh(changed: [page.path]).change == .everything)
    #expect(await live.refresh(changed: [page.path]).change == .pages(["a/index.html"]))
    #expect(await live.refresh(changed: nil).change == .nothing)
  }

  @Test("says that only styles look otherwise where a style sheet has changed")
  func styles() async throws {
    let guide = try EditedGuide(seed: 1)
    let live = LiveGuide(Self.options(guide.folder))
    _ = await live.refresh(changed: nil)
    let sheet = guide.folder.appending(path: "looks/extra.css")
    try Data("body { color: blue }\n".utf8).write(to: sheet)
    #expect(await live.refresh(changed: [sheet.path]).change == .styles)
  }

  @Test("shows nothing new where the guide is gone, and all of it when it is back")
  func away() async throws {
    let guide = try EditedGuide(seed: 1)
    let live = LiveGuide(Self.options(guide.folder))
    let first = await live.refresh(changed: nil)
    let content = guide.folder.appending(path: "content")
    let away = guide.folder.appending(path: "away")
    try FileManager.default.moveItem(at: content, to: away)
    let gone = await live.refresh(changed: [content.path])
    #expect(gone.site == nil && gone.diagnostics.count == 1)
    #expect(gone.watched == first.watched)
    try FileManager.default.moveItem(at: away, to: content)
    let back = await live.refresh(changed: [content.path])
    #expect(back.site?.paths == first.site?.paths && back.diagnostics == first.diagnostics)
  }
}
