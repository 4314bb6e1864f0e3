import Foundation
import Testing
import Theme

@testable import Site

@Suite("The theme's files as they are published")
struct LeanTextTests {
  private static let node: String? = {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/node" }.first(where: FileManager.default.isExecutableFile)
  }()
  private static let scripts = Theme.files.map(\.name).filter { $0.hasSuffix(".js") }

  /// What node says of the two files, and of a third that is another program.
  private static func different(_ pairs: [(one: String, other: String)]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var arguments = ["--expose-internals"]
    arguments.append(
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Peers/syntax.cjs").path)
    for (index, pair) in pairs.enumerated() {
      for (name, text) in [("\(index).one", pair.one), ("\(index).other", pair.other)] {
        let file = folder.appending(path: name)
        try text.write(to: file, atomically: false, encoding: .utf8)
        arguments.append(file.path)
      }
    }
    let process = Process()
    process.executableURL = URL(filePath: try #require(node))
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let told = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: told, as: UTF8.self).split(separator: "\n").map {
      URL(filePath: String($0)).lastPathComponent
    }
  }

  private static func lean(_ script: String) -> String {
    String(decoding: LeanText.of("a.js", Array(script.utf8)), as: UTF8.self)
  }

  @Test("a script is the same program with fewer bytes", .enabled(if: node != nil))
  func programs() throws {
    let pairs = Theme.files.filter { Self.scripts.contains($0.name) }.map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      return (one: text, other: Self.lean(text))
    }
    try #require(pairs.count > 15)
    for pair in pairs { #expect(pair.other.utf8.count < pair.one.utf8.count * 4 / 5) }
    #expect(try Self.different(pairs) == [])
  }

  @Test("another program is told from it", .enabled(if: node != nil))
  func otherProgram() throws {
    #expect(
      try Self.different([(one: "a + b", other: "a+b"), (one: "a", other: "b")]) == ["1.one"])
  }

  @Test(
    "what stands in texts, templates and expressions stays",
    arguments: [
      "const a = \"two  spaces // and /* more\";\n", "const a = 'it\\'s  { a }';\n",
      "const a = `one  ${ b ? `two  ${ c }  \" ` : \"}  \" }  three\n  four`;\n",
      "const a = b.replace(/[/\"]  [^\\]/]+  \\//g, \"\");\n", "const a = b / c / d;\n",
      "let a = 1\nlet b = a + +a - -a\n++b\n", "const a = {\n  b,\n  c() { return typeof b },\n}\n",
      "// a comment's quote\nconst é = 1, $ = é in [ ]\n",
    ])
  func texts(script: String) throws {
    guard Self.node != nil else { return }
    #expect(try Self.different([(one: script, other: Self.lean(script))]) == [])
  }

  @Test("comments, indentation and spaces beside marks go")
  func spaces() {
    #expect(
      Self.lean("// Why.\nfunction a(b, c) {\n  // Then.\n  return b + c;\n}\n\na(1, 2)\n")
        == "function a(b,c){return b+c}\na(1,2)\n")
  }
}
