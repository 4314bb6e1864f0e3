// swift-tools-version: 6.2
import PackageDescription

/// Held by every Swift target: Swift 6 mode comes with the tools version.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target; `uses` is its row in the table of ARCHITECTURE.md.
func library(_ name: String, uses: [Target.Dependency] = [], path: String? = nil) -> Target {
  .target(name: name, dependencies: uses, path: path, swiftSettings: strict)
}

func tests(_ name: String, uses: [Target.Dependency], besides: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: uses, path: "Tests/\(name)Tests", exclude: besides,
    swiftSettings: strict)
}

/// The commit that `--version` tells, where the build is told: Scripts/build-release.sh does.
let commit: [CSetting] =
  Context.environment["TURNBOOK_COMMIT"].map { commit in
    [.define("TURNBOOK_COMMIT", to: "\"\(commit.filter { $0 != "\"" && $0 != "\\" })\"")]
  } ?? []

let package = Package(
  name: "turnbook",
  platforms: [.macOS("26.0")],
  products: [
    .executable(name: "turnbook", targets: ["turnbook"]),
    .executable(name: "turn", targets: ["turn"]),
    // Loaded into the programs by tests.
    .library(name: "FaultShim", type: .dynamic, targets: ["FaultShim"]),
  ],
  targets: [
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .target(name: "CMarkArena", dependencies: ["CCMark"]),
    .target(name: "LibraryLoading"),
    .target(name: "CurlShim", dependencies: ["LibraryLoading"]),
    .target(name: "MicrohttpdShim", dependencies: ["LibraryLoading"]),
    .target(name: "BuildStamp", cSettings: commit),
    .target(name: "SHA256Shim"),
    .target(name: "GraphvizShim", dependencies: ["LibraryLoading"]),
    .target(name: "PangoShim", dependencies: ["LibraryLoading"]),

    library("Diagnostics"),
    library("ByteText", uses: ["SHA256Shim"]),
    library("JSON", uses: ["ByteText"]),
    library("Reporting", uses: ["Diagnostics", "JSON", "ByteText"]),
    library("Commands", uses: ["Diagnostics"]),
    library("FileTree", uses: ["Diagnostics"]),
    library(
      "Terminal", uses: ["BuildStamp", "Reporting", "FileTree", "ByteText", "Diagnostics"]),
    library("Fetch", uses: ["CurlShim"]),
    library(
      "ExternalLinks", uses: ["Fetch", "FileTree", "JSON", "ByteText", "Diagnostics"]),
    library("DevServer", uses: ["MicrohttpdShim", "FileTree", "JSON", "ByteText"]),
    library("YAML", uses: ["CYAML", "Diagnostics"]),
    library("Highlighting", uses: ["ByteText"]),
    library(
      "Markdown", uses: ["CCMark", "CMarkArena", "ByteText", "Diagnostics", "Highlighting"]),
    library("SVG", uses: ["ByteText"]),
    library("Diagrams", uses: ["GraphvizShim", "SVG", "ByteText", "Diagnostics"]),
    library("CardDrawing", uses: ["PangoShim", "ByteText"]),
    library("Pages", uses: ["Markdown", "YAML", "ByteText", "Diagnostics"]),
    library("Links", uses: ["Pages", "Markdown", "ByteText", "Diagnostics"]),
    library(
      "Checking",
      uses: [
        "Links", "PatternExtraction", "Patterns", "Pages", "Markdown", "ByteText", "Diagnostics",
      ]),
    library("Search", uses: ["JSON", "ByteText"]),
    library("Patterns", uses: ["JSON", "ByteText", "Diagnostics"]),
    library("Exporters", uses: ["Patterns", "JSON", "ByteText"]),
    library("MCP", uses: ["Patterns", "JSON", "ByteText"]),
    library("Tokens", uses: []),
    library(
      "Conversation", uses: ["Exporters", "Patterns", "Tokens", "JSON", "ByteText"]),
    library(
      "ConversationPictures",
      uses: ["Conversation", "Exporters", "Patterns", "Reporting", "SVG", "ByteText"]),
    library(
      "ConversationStore",
      uses: ["CSQLite", "Conversation", "Exporters", "FileTree", "Patterns"]),
    library(
      "Providers",
      uses: ["Conversation", "Fetch", "Exporters", "Patterns", "JSON", "ByteText"]),
    library(
      "Chat",
      uses: [
        "Conversation", "ConversationStore", "Providers", "Exporters", "Patterns", "Fetch", "JSON",
        "ByteText",
      ]),
    library(
      "PatternExtraction",
      uses: ["Pages", "Patterns", "Markdown", "ByteText", "Diagnostics"]),
    library("Templating", uses: ["ByteText", "Diagnostics"]),
    .target(
      name: "Theme", path: "templates",
      exclude: ["README.md"],
      resources: [.embedInCode("theme")], swiftSettings: strict),
    library(
      "Site",
      uses: [
        "Checking", "PatternExtraction", "Patterns", "ExternalLinks", "Fetch", "Links", "Pages",
        "Markdown", "Diagrams", "CardDrawing", "YAML", "Search", "Templating", "Theme", "FileTree",
        "JSON",
        "ByteText", "Diagnostics",
      ]),
    library(
      "LanguageServer",
      uses: [
        "Site", "PatternExtraction", "Patterns", "Links", "Pages", "Markdown", "YAML", "FileTree",
        "JSON", "ByteText", "Diagnostics",
      ]),
    library("JSONSchema", uses: ["JSON", "ByteText"]),
    library(
      "PromptTests",
      uses: ["JSONSchema", "Patterns", "Reporting", "JSON", "ByteText", "Diagnostics"]),
    .executableTarget(
      name: "turnbook",
      dependencies: [
        "Site", "LanguageServer", "DevServer", "Theme", "Commands", "Reporting",
        "PatternExtraction", "Patterns",
        "Terminal", "Fetch", "FileTree", "JSON", "ByteText", "Diagnostics",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "turn",
      dependencies: [
        "Chat", "Conversation", "ConversationPictures", "ConversationStore", "Providers", "Tokens",
        "Patterns", "Exporters", "PromptTests", "JSONSchema", "MCP", "Commands", "Reporting",
        "Terminal", "Fetch",
        "FileTree",
        "JSON", "ByteText",
        "Diagnostics",
      ],
      swiftSettings: strict),

    tests("Diagnostics", uses: ["Diagnostics"]),
    tests("ByteText", uses: ["ByteText", "SHA256Shim"]),
    tests("CardDrawing", uses: ["CardDrawing"]),
    tests("JSON", uses: ["JSON", "ByteText"]),
    tests("Reporting", uses: ["Reporting", "Diagnostics", "JSON", "ByteText"]),
    tests("Commands", uses: ["Commands", "Diagnostics"]),
    tests("FileTree", uses: ["FileTree", "Diagnostics"]),
    .target(
      name: "LinkServer", path: "Tests/LinkServer", swiftSettings: strict),
    .target(
      name: "ProviderServer", path: "Tests/ProviderServer", swiftSettings: strict),
    tests("Fetch", uses: ["Fetch", "LinkServer", "ProviderServer"]),
    .target(
      name: "WireClient", path: "Tests/WireClient", swiftSettings: strict),
    tests("DevServer", uses: ["DevServer", "JSON", "WireClient"]),
    tests(
      "ExternalLinks",
      uses: ["ExternalLinks", "Fetch", "FileTree", "LinkServer", "ByteText", "Diagnostics"]),
    tests("YAML", uses: ["YAML", "Diagnostics"]),
    tests("Highlighting", uses: ["Highlighting", "ByteText", "Theme"], besides: ["Golden"]),
    tests("Markdown", uses: ["Markdown", "CCMark", "ByteText", "Diagnostics", "JSON"]),
    tests("Diagrams", uses: ["Diagrams", "SVG", "ByteText", "Diagnostics"], besides: ["Gallery"]),
    tests("Pages", uses: ["Pages", "YAML", "Markdown", "ByteText", "Diagnostics"]),
    tests("Links", uses: ["Links", "Pages", "Markdown", "ByteText", "Diagnostics"]),
    tests(
      "Checking",
      uses: [
        "Checking", "Links", "PatternExtraction", "Patterns", "Pages", "Markdown", "ByteText",
        "Diagnostics",
      ]),
    tests("Search", uses: ["Search", "JSON", "ByteText"], besides: ["Vectors"]),
    tests("Patterns", uses: ["Patterns", "JSON", "ByteText"], besides: ["Fixtures"]),
    tests("Exporters", uses: ["Exporters", "Patterns", "JSON", "ByteText"]),
    tests("MCP", uses: ["MCP", "Patterns", "JSON", "ByteText"]),
    tests("Tokens", uses: ["Tokens"]),
    .executableTarget(
      name: "storewriter", dependencies: ["ConversationStore", "Conversation", "Patterns"],
      path: "Tests/StoreWriter", swiftSettings: strict),
    tests(
      "ConversationStore",
      uses: [
        "ConversationStore", "CSQLite", "Conversation", "Exporters", "Patterns", "storewriter",
      ], besides: ["Fixtures"]),
    tests(
      "Providers",
      uses: [
        "Providers", "ProviderServer", "Conversation", "Fetch", "Exporters", "Patterns", "JSON",
      ]),
    tests(
      "Conversation", uses: ["Conversation", "Exporters", "Patterns", "Tokens", "JSON"]),
    tests(
      "ConversationPictures",
      uses: ["ConversationPictures", "Conversation", "Exporters", "Patterns", "SVG", "Tokens"],
      besides: ["Golden"]),
    tests(
      "Chat",
      uses: [
        "Chat", "ProviderServer", "Conversation", "ConversationStore", "Providers", "Exporters",
        "Fetch", "Patterns", "JSON",
      ]),
    tests(
      "PatternExtraction",
      uses: [
        "PatternExtraction", "Patterns", "Pages", "Markdown", "JSON", "ByteText", "Diagnostics",
      ], besides: ["Golden"]),
    tests("Templating", uses: ["Templating", "ByteText", "Diagnostics", "JSON"]),
    tests(
      "Site",
      uses: [
        "Site", "Pages", "Patterns", "Theme", "Markdown", "YAML", "FileTree", "Diagnostics", "JSON",
      ], besides: ["Golden"]),
    .target(name: "FaultShim", path: "Tests/FaultShim"),
    tests("LanguageServer", uses: ["LanguageServer", "Site", "Diagnostics", "JSON"]),
    tests("turnbook", uses: ["JSON", "LinkServer", "WireClient"]),
    tests("JSONSchema", uses: ["JSONSchema", "JSON"]),
    tests(
      "turn",
      uses: [
        "ConversationStore", "Conversation", "ProviderServer", "Exporters", "Patterns", "JSON",
        "ByteText",
      ], besides: ["Programs"]),
  ]
)

// Only for `make fuzz`, which has every target instrumented.
if Context.environment["TURNBOOK_FUZZ"] != nil {
  package.targets += [
    .target(name: "FuzzDriver", path: "Fuzzing/Driver"),
    .executableTarget(
      name: "Fuzzing",
      dependencies: [
        "FuzzDriver", "LanguageServer", "Diagrams", "Site", "Pages", "PatternExtraction",
        "Patterns", "Markdown", "Links",
        "Checking", "ExternalLinks", "Templating", "YAML", "DevServer", "Providers", "Conversation",
        "Exporters", "Fetch", "FileTree", "MCP", "PromptTests", "JSON", "ByteText", "Diagnostics",
      ], path: "Fuzzing", exclude: ["Driver", "seeds.py", "words.txt"], swiftSettings: strict),
  ]
}
