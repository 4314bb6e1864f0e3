import Exporters
import Foundation
import JSON
import Patterns
import Testing

@Suite("Programs that ask a provider")
struct ProgramPeerTests {
  struct Language: Sendable, CustomTestStringConvertible {
    var format: ExportFormat
    var command: String

    var isPresent: Bool {
      FileManager.default.isExecutableFile(atPath: command)
        && PeerPackages.arePresent
        && (format != .curl
          || ["curl", "jq"].allSatisfy {
            FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
          })
    }
    var testDescription: String { format.rawValue }
  }

  static let languages = [
    Language(format: .curl, command: "/bin/bash"),
    Language(format: .python, command: PeerPackages.python),
    Language(format: .javascript, command: "/usr/bin/node"),
  ]
  static let providers = Provider.allCases.filter { $0 != .m365Copilot }

  /// Runs an export against a provider of its own.
  private func run(
    _ language: Language, _ export: Export, arguments: [String] = []
  ) throws -> (result: TemporaryFolder.Result, requests: [LoopbackProvider.Request])? {
    guard language.isPresent else {
      print("SKIPPED: \(language.format) needs \(language.command), jq and Python's packages")
      return nil
    }
    let provider = try LoopbackProvider()
    let folder = try TemporaryFolder()
    let file = try #require(export.files.first)
    try folder.write(file.text, to: file.name)
    let result = try folder.run(
      language.command, [file.name] + arguments, environment: provider.environment)
    return (result, try provider.requests)
  }

  @Test(
    "each turn is asked with the answers that came before", arguments: languages, providers)
  func conversation(language: Language, provider: Provider) throws {
    let settings = ExportSettings(provider: provider)
    let export = try language.format.export(Samples.open, id: "x", settings: settings)
    guard let (result, requests) = try run(language, export) else { return }
    #expect(result.status == 0, "\(result.errors)\n\(export.files[0].text)")
    var conversation = Samples.open
    conversation.turns[0].answer = LoopbackProvider.answer(1)
    conversation.turns[1].answer = LoopbackProvider.answer(2)
    #expect(requests.count == 3)
    let last = try Payload(conversation, for: provider, settings: settings)
    #expect(try JSONValue(parsing: Array(requests[2].body.utf8)).sorted == last.json.sorted)
    let answers = (1...3).map { LoopbackProvider.answer($0) + "\n" }.joined()
    #expect(result.output == answers)
    #expect(
      provider == .ollama || requests[0].headers.values.contains { $0.hasSuffix("k'$(id)") })
  }

  @Test("values that are written into a program are data", arguments: languages)
  func literals(language: Language) throws {
    let long = String(repeating: "Turn 2: \"{{x}}\" \\ $HOME '\n", count: 40_000)
    #expect(long.utf8.count > 1_000_000)
    let conversation = FilledConversation(
      turns: (Samples.nasty + [long]).enumerated().map { index, value in
        Samples.user("\(index)\n'\"; exit 3", "<\(value)>", answer: "<\(value)>")
      })
    let export = try language.format.export(conversation, id: "a\nimport os\n`id`")
    guard let (result, requests) = try run(language, export) else { return }
    #expect(result.status == 0, "\(result.errors.prefix(2000))")
    #expect(requests.count == 1)
    let wanted = try Payload(conversation, for: .openai).json
    let body = try JSONValue(parsing: Array(try #require(requests.first).body.utf8))
    #expect(body.sorted == wanted.sorted)
  }

  @Test("values that a program is given are data", arguments: languages)
  func arguments(language: Language) throws {
    let pattern = Samples.classifier
    let nasty = Samples.nasty.joined(separator: "|")
    let export = try language.format.export(pattern.variants[0], of: pattern)
    let given = ["role=\(nasty)", "input=\(nasty)", "tone="]
    guard let (result, requests) = try run(language, export, arguments: given) else { return }
    #expect(result.status == 0, "\(result.errors)\n\(export.files[0].text)")
    // The tone is optional: its line goes.
    let filled = try Filling(pattern, pattern.variants[0]).conversation([
      GivenValues([.init("role", nasty), .init("input", nasty), .init("tone", "")])
    ])
    let wanted = try Payload(filled, for: .openai).json
    let body = try JSONValue(parsing: Array(try #require(requests.first).body.utf8))
    #expect(body.sorted == wanted.sorted)
  }

  @Test(
    "optional slots that stay empty go with what stands around them, and so does a last turn",
    arguments: languages,
    [
      ["topic=a", "tone=b", "length=c", "change=d"], ["topic=a", "tone=b"],
      ["topic=a", "length=c"],
      ["topic=a", "tone=", "length=", "change="], ["topic=a", "change=\"$(id)"],
    ])
  func optional(language: Language, arguments: [String]) throws {
    var pattern = Pattern(id: "p", title: "P")
    pattern.variables = ["topic", "tone", "length", "change"].map { name in
      var variable = Variable(name: name, label: name)
      variable.isRequired = name == "topic"
      return variable
    }
    let first: [Piece] = [
      .text("Write "), .variable("length"), .text(" about "), .variable("topic"),
      .text(".\n- Tone: "), .variable("tone"),
    ]
    let last: [Piece] = [.text("- Change: "), .variable("change")]
    pattern.variants = [
      Variant(
        id: "p", title: "P", kind: .main,
        turns: [
          Turn(id: "1", messages: [Message(role: .user, content: first)]),
          Turn(id: "2", messages: [Message(role: .user, content: last)]),
        ])
    ]
    let export = try language.format.export(pattern.variants[0], of: pattern)
    guard let (result, requests) = try run(language, export, arguments: arguments) else { return }
    #expect(result.status == 0, "\(result.errors)\n\(export.files[0].text)")
    let given = arguments.map { argument in
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return GivenValues.Value(String(parts[0]), String(parts[1]))
    }
    var filled = try Filling(pattern, pattern.variants[0]).conversation([GivenValues(given)])
    #expect(requests.count == filled.turns.count)
    if filled.turns.count > 1 { filled.turns[0].answer = LoopbackProvider.answer(1) }
    let wanted = try Payload(filled, for: .openai).json
    let body = try JSONValue(parsing: Array(try #require(requests.last).body.utf8))
    #expect(body.sorted == wanted.sorted, "\(export.files[0].text)")
  }

  @Test(
    "a missing or unknown value ends a program before it asks", arguments: languages,
    [["role=x"], ["role=x", "input=y", "nobody=z"], ["--help"]])
  func missing(language: Language, arguments: [String]) throws {
    let pattern = Samples.classifier
    let export = try language.format.export(pattern.variants[0], of: pattern)
    guard let (result, requests) = try run(language, export, arguments: arguments) else { return }
    #expect(result.status != 0 && requests.isEmpty)
    #expect(result.errors.contains("input"), "\(result.errors)")
  }

  @Test("curl gets the request on its input and the key in a file")
  func curl() throws {
    let folder = try TemporaryFolder()
    let fake = """
      #!/bin/sh
      printf '%s\\n' "$@" > arguments
      cat > body
      """
    try folder.write(fake, to: "bin/curl")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url.appending(path: "bin/curl").path)
    let conversation = FilledConversation(turns: [Samples.user("1", "it's $HOME `id`")])
    let export = try ExportFormat.curl.export(conversation, id: "x")
    try folder.write(export.files[0].text, to: "x.sh")
    let result = try folder.run(
      "/bin/bash", ["x.sh"],
      environment: [
        "PATH": folder.url.path + "/bin:/usr/bin:/bin", "OPENAI_API_KEY": "secret",
      ])
    #expect(result.status == 0, "\(result.errors)")
    let arguments = try folder.read("arguments")
    #expect(!arguments.contains("secret") && !arguments.contains("HOME"))
    #expect(arguments.hasSuffix("https://api.openai.com/v1/chat/completions\n"))
    #expect(
      try JSONValue(parsing: Array(folder.read("body").utf8))
        == Payload(conversation, for: .openai).json)
    let without = try folder.run("/bin/bash", ["x.sh"])
    #expect(without.status != 0 && without.errors.contains("OPENAI_API_KEY"))
  }

  @Test("a Swift program has the right types")
  func swift() throws {
    let compiler = "/opt/swift/usr/bin/swiftc"
    guard FileManager.default.isExecutableFile(atPath: compiler) else {
      print("SKIPPED: no \(compiler)")
      return
    }
    let folder = try TemporaryFolder()
    let pattern = Samples.classifier
    let exports = [
      try ExportFormat.swift.export(pattern.variants[0], of: pattern),
      try ExportFormat.swift.export(
        FilledConversation(
          turns: Samples.open.turns + [Samples.user("4", Samples.nasty.joined())]), id: "open",
        settings: ExportSettings(provider: .anthropic)),
    ]
    for export in exports {
      try folder.write(export.files[0].text, to: export.files[0].name)
      let result = try folder.run(
        compiler, ["-swift-version", "6", "-typecheck", export.files[0].name])
      #expect(result.status == 0, "\(result.errors)\n\(export.files[0].text)")
    }
  }

  @Test("a provider that wants a person signed in is refused")
  func copilot() {
    #expect(throws: ExportError.self) {
      try ExportFormat.curl.export(
        Samples.open, id: "x", settings: ExportSettings(provider: .m365Copilot))
    }
  }
}

extension JSONValue {
  /// The same with the keys of every object in order: packages write them in another.
  fileprivate var sorted: JSONValue {
    switch self {
    case .array(let elements): return .array(elements.map(\.sorted))
    case .object(let object):
      var result = JSONObject()
      for member in object.members.sorted(by: { $0.key < $1.key }) {
        result[member.key] = member.value.sorted
      }
      return .object(result)
    default: return self
    }
  }
}
