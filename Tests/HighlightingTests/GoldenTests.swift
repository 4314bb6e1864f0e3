import Foundation
import Testing

@testable import Highlighting

/// One real-looking snippet for each language, with its HTML beside it in `Golden/`.
///
/// `TURNBOOK_RECORD=1` writes the HTML anew; read the difference before you keep it.
struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  @Test(
    "the snippet of each language is coloured as recorded", arguments: Language.all.map(\.name))
  func golden(name: String) throws {
    let code = try Data(contentsOf: Self.folder.appending(path: "\(name).code"))
    let html = try highlighted(Array(code), as: name)
    let file = Self.folder.appending(path: "\(name).html")
    if ProcessInfo.processInfo.environment["TURNBOOK_RECORD"] == "1" {
      try Data(html).write(to: file)
    }
    let recorded = try #require(
      try? Data(contentsOf: file), "\(name).html is missing; record it with TURNBOOK_RECORD=1")
    #expect(String(decoding: html, as: UTF8.self) == String(decoding: recorded, as: UTF8.self))
  }

  @Test("no golden file is left over from a language that is gone")
  func leftOvers() throws {
    let names = Set(Language.all.map(\.name))
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let strays = files.filter { file in
      let parts = file.split(separator: ".").map(String.init)
      return parts.count != 2 || !names.contains(parts[0]) || !["code", "html"].contains(parts[1])
    }
    #expect(strays == [])
  }
}
