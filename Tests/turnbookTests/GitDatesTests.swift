import Foundation
import Testing

@Suite("Days of pages from git")
struct GitDatesTests {
  private func git(_ guide: Guide, _ words: String..., day: String = "2026-02-03") throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "git", "-C", guide.folder.path, "-c", "user.name=a", "-c", "user.email=a@b",
    ]
    process.arguments? += words
    process.environment = ProcessInfo.processInfo.environment.merging([
      "GIT_COMMITTER_DATE": "\(day)T12:00:00Z", "GIT_AUTHOR_DATE": "\(day)T12:00:00Z",
      "GIT_CONFIG_GLOBAL": "/dev/null",
    ]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(words)")
  }

  private func guide() throws -> Guide {
    let guide = try Guide([
      "content/index.md": "# Home\n\n[a](<a/ü ä.md>) [b](b.md) [c](c.md)\n",
      "content/c.md": "# C\n",
      "content/a/ü ä.md": "# A\n",
      "content/b.md": "---\nupdated: 2020-01-01\n---\n# B\n",
      "turnbook.yml": "name: G\ngit_dates: true\n",
    ])
    try git(guide, "init", "-q")
    try git(guide, "add", ".")
    try git(guide, "commit", "-qm", "one")
    try guide.write("content/c.md", "# C\n\nMore.\n")
    try git(guide, "commit", "-qam", "2026-01-01", day: "2026-05-06")
    return guide
  }

  @Test("are those of each page's last commit, unless the page says another")
  func days() throws {
    let guide = try guide()
    try guide.write("content/new.md", "# New\n\n[x](index.md)\n")
    let run = try guide.run("build")
    #expect(run.status == 0, "\(run.errors)")
    #expect(guide.text("site/c/index.html")?.contains("datetime=\"2026-05-06\"") == true)
    #expect(guide.text("site/a/ü ä/index.html")?.contains("datetime=\"2026-02-03\"") == true)
    #expect(guide.text("site/b/index.html")?.contains("datetime=\"2020-01-01\"") == true)
    #expect(guide.text("site/new/index.html")?.contains("datetime=") == false)
    try guide.write("turnbook.yml", "name: G\n")
    try guide.run("build")
    #expect(guide.text("site/c/index.html")?.contains("datetime=") == false, "only where wanted")
  }

  @Test("are none where the history is cut off or there is none, which is said")
  func unknown() throws {
    let guide = try guide()
    let copy = try Guide()
    try git(copy, "clone", "-q", "--depth", "1", "file://\(guide.folder.path)", "x")
    let shallow = try copy.run("build", "x")
    #expect(shallow.errors.contains("TB-S028") && shallow.errors.contains("cut off"))
    #expect(copy.text("x/site/c/index.html")?.contains("datetime=") == false)
    let bare = try Guide(["content/index.md": "# A\n", "turnbook.yml": "git_dates: true\n"])
    #expect(try bare.run("build").errors.contains("TB-S028"))
  }
}
