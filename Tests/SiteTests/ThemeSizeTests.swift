import Foundation
import Testing
import Theme

@testable import Site

@Suite("The size of the theme")
struct ThemeSizeTests {
  /// By the program `gzip`.
  private static func compressed(_ names: [String]) throws -> Int {
    let bytes = names.flatMap { name in
      SiteTheme.builtIn.first { $0.name == name }?.bytes ?? []
    }
    try #require(!bytes.isEmpty)
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-9", "-c", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return output.count
  }

  @Test("no page loads more than 20 KB of style sheets or of scripts, compressed")
  func sizes() throws {
    #expect(try Self.compressed(Theme.styles) < 20_000)
    #expect(try Self.compressed(["early.js"] + Theme.scripts + Theme.panelScripts) < 20_000)
    // What is loaded when somebody asks for it.
    #expect(try Self.compressed(Theme.searchScripts) < 8_000)
    #expect(try Self.compressed(Theme.requestScripts) < 8_000)
  }

  @Test("every script and style sheet of the theme is in one of its lists")
  func all() {
    let lists =
      ["early.js", "live.js"] + Theme.scripts + Theme.searchScripts + Theme.panelScripts
      + Theme.requestScripts + Theme.catalogueScripts + Theme.mapScripts
    let scripts = Theme.files.map(\.name).filter { $0.hasSuffix(".js") }
    #expect(scripts.sorted() == lists.sorted())
    let sheets = Theme.files.map(\.name).filter { $0.hasSuffix(".css") }
    #expect(
      sheets.sorted()
        == (Theme.styles + Theme.searchStyles + Theme.listStyles + Theme.mapStyles
        + Theme.homeStyles).sorted())
  }
}
