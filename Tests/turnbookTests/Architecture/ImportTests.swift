import Testing

@Suite("What a module may import")
struct ImportTests {
  /// The rows `Name ← A B C` of the table in ARCHITECTURE.md; words after two spaces explain.
  private static func documented() throws -> [String: Set<String>] {
    let rows = try Repository.text("ARCHITECTURE.md")
      .matches(of: /^(\w+) +← ((?:\w+ ?)+)/.anchorsMatchLineEndings())
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let names = Set(row.output.2.split(separator: " ").map(String.init))
        return (String(row.output.1), names.subtracting(["none"]))
      })
  }

  /// The dependencies of the targets in Package.swift, tests left out.
  private static func declared() throws -> [String: Set<String>] {
    let text = try Repository.text("Package.swift")
    let pattern =
      /(?:library\(\s*|[tT]arget\(\s*name: )"(\w+)",(?: path: "\w+",)?(?:\s*(?:uses|dependencies): \[([^\]]*)\])?/
    var targets = ["Diagnostics": Set<String>(), "ByteText": [], "Patterns": []]
    for match in text.matches(of: pattern) {
      let names = (match.output.2 ?? "").matches(of: /"(\w+)"/).map { String($0.output.1) }
      targets[String(match.output.1)] = Set(names)
    }
    return targets
  }

  @Test("the table in ARCHITECTURE.md, Package.swift and the imports agree")
  func agree() throws {
    let documented = try Self.documented()
    let declared = try Self.declared()
    let modules = try Repository.modules()
    #expect(modules.count >= 15)
    let own = Set(modules.keys).union([
      "CCMark", "CYAML", "CSQLite", "CMarkArena", "CurlShim", "MicrohttpdShim", "BuildStamp",
      "GraphvizShim", "SHA256Shim", "PangoShim", "LibraryLoading",
    ])
    #expect(Set(documented.keys) == own)
    for (module, folder) in modules {
      let imports = try Repository.swiftFiles(in: folder).values
        .reduce(into: Set<String>()) { $0.formUnion(Repository.imports(in: $1)) }
      #expect(imports.intersection(own) == documented[module], "imports of \(module)")
      #expect(declared[module] == documented[module], "Package.swift, \(module)")
    }
  }

  @Test(
    "one file imports a C library",
    arguments: [
      "CCMark", "CYAML", "CSQLite", "CurlShim", "MicrohttpdShim", "BuildStamp", "GraphvizShim",
      "SHA256Shim", "PangoShim",
    ])
  func oneFile(library: String) throws {
    let files = try Repository.swiftFiles(in: "Sources")
      .filter { Repository.imports(in: $0.value).contains(library) }
    #expect(files.count == 1, "\(files.keys.sorted())")
  }

  @Test(
    "modules that only compute import nothing of the system",
    arguments: [
      "Diagnostics", "ByteText", "JSON", "YAML", "Highlighting", "Markdown", "Pages", "Links",
      "Templating", "Reporting", "Commands", "Checking", "Patterns", "Exporters",
      "PatternExtraction", "Tokens", "Conversation", "Providers", "Chat", "JSONSchema",
      "PromptTests", "MCP", "SVG", "ConversationPictures", "CardDrawing",
    ])
  func pure(module: String) throws {
    let files = try Repository.swiftFiles(in: "Sources/" + module)
    #expect(!files.isEmpty)
    for (path, text) in files {
      let found = Repository.imports(in: text).intersection([
        "Glibc", "Musl", "Darwin", "Foundation", "FoundationEssentials", "Dispatch",
      ])
      #expect(found.isEmpty, "\(path) imports \(found)")
    }
  }

  private static let emptyNames: Set<Substring> = ["Utils", "Util", "Helpers", "Helper", "Common"]

  @Test("no file or folder is called after nothing", arguments: ["Sources", "Tests", "templates"])
  func names(folder: String) throws {
    for path in try Repository.swiftFiles(in: folder).keys {
      let names = path.dropLast(".swift".count).split(separator: "/")
      let empty = names.filter { $0.hasSuffix("Manager") || Self.emptyNames.contains($0) }
      #expect(empty.isEmpty, "\(path)")
    }
  }
}
