import Foundation
import Testing

/// Real guides beside this repository.
private enum Shared {
  private static let folder = Repository.folder.deletingLastPathComponent()
    .appending(path: "shared")

  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }

  /// The path of a folder beside the repository.
  static func path(_ path: String) -> String { folder.appending(path: path).path }
}

@Suite("Real guides")
struct CorpusTests {
  @Test(
    "Material's documentation is published whole",
    .enabled(if: Shared.has("corpora/material-docs"), "no ../shared/corpora/material-docs"))
  func material() throws {
    let source = Shared.path("corpora/material-docs")
    let files = try FileManager.default.subpathsOfDirectory(atPath: source + "/docs")
      .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("_") } }
    let pages = files.filter { $0.hasSuffix(".md") }
    #expect(pages.count == 96)
    let guide = try Guide()
    let run = try guide.run("build", source, "--output", guide.at("site").path)
    #expect(run.errors.contains("Built 96 pages into "))
    // Posts stand where their days say.
    #expect(guide.has("site/blog/2025/11/05/zensical/index.html"))
    for page in pages where !page.hasPrefix("blog/posts/") {
      let name = page.dropLast(3)
      let isIndex = name == "index" || name.hasSuffix("/index")
      let output = isIndex ? name.dropLast(5) + "index.html" : name + "/index.html"
      #expect(guide.has("site/" + output), "\(page)")
    }
    // What Turnbook itself calls broken is all that may be; one definition may serve many links.
    for link in Set(try PublishedLinks(in: guide).dead) {
      let target = try #require(link.split(separator: " → ").last)
      let name = target.split { $0 == "/" || $0 == "#" }.last ?? target
      #expect(run.errors.contains(name.removingPercentEncoding ?? String(name)), "\(link)")
    }
  }

  @Test(
    "the seeds are published unchanged, and only their links to pages they lack are errors",
    .enabled(if: Shared.has("seeds"), "no ../shared/seeds"))
  func seeds() throws {
    let guide = try Guide()
    let run = try guide.run(
      "build", Shared.path("seeds"), "--output", guide.at("site").path)
    #expect(
      run.codes.sorted()
        == Array(repeating: "TB-L001", count: 5) + ["TB-L009", "TB-M019", "TB-S014"])
    let course = try #require(guide.text("site/multi-turn-conversations-course/index.html"))
    #expect(course.contains("<details>") && !course.contains("language-mermaid"))
    #expect(course.ranges(of: "<figure class=\"diagram\">").count == 2)
  }

  @Test("the guide of this repository has no finding and no dead link")
  func own() throws {
    let guide = try Guide()
    let run = try guide.run(
      "build", Repository.folder.path, "--strict", "--output", guide.at("site").path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.findings.isEmpty)
    let links = try PublishedLinks(in: guide)
    #expect(links.dead.isEmpty)
    #expect(links.count > 300)
  }
}
