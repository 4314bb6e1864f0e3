import ByteText
import Foundation
import JSON
import LanguageServer
import Testing

/// An editor without a window: a guide in a fresh folder, and a server that is talked to.
final class Editor {
  private var server: LanguageServer
  private let surroundings: URL
  let folder: URL
  private var asked = 0
  private var versions: [String: Int] = [:]
  private var texts: [String: String] = [:]
  /// What the server published last, by path.
  private(set) var published: [String: [JSONValue]] = [:]
  /// Every other notification and request of the server.
  private(set) var heard: [JSONValue] = []
  private(set) var answers: [JSONValue] = []
  var exitCode: Int32? { server.exitCode }

  static let capabilities: JSONValue = [
    "general": ["positionEncodings": ["utf-16"]],
    "workspace": [
      "workspaceEdit": ["documentChanges": true],
      "didChangeWatchedFiles": ["dynamicRegistration": true],
      "fileOperations": ["willRename": true],
    ],
    "textDocument": [
      "hover": ["contentFormat": ["markdown", "plaintext"]],
      "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
      "rename": ["prepareSupport": true],
      "codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": []]]],
      "publishDiagnostics": [
        "relatedInformation": true, "codeDescriptionSupport": true, "tagSupport": ["valueSet": [1]],
      ],
    ],
  ]

  /// - Parameter files: the text of each file by its path.
  init(_ files: [String: String], starts: Bool = true) async throws {
    let place = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    surroundings = place.appending(path: "editor-\(UUID().uuidString)")
    folder = surroundings.appending(path: "a guide")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    server = LanguageServer(version: "0.0.0")
    for (path, text) in files { try write(path, text) }
    guard starts else { return }
    let result = try await ask(
      "initialize",
      ["processId": .null, "rootUri": .string(uri("")), "capabilities": Self.capabilities])
    #expect(result["capabilities"]?["positionEncoding"] == "utf-16")
    try await tell("initialized")
    try await read()
  }

  deinit { try? FileManager.default.removeItem(at: surroundings) }

  func write(_ path: String, _ text: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func uri(_ path: String) -> String {
    let address = folder.absoluteString
    let root = address.hasSuffix("/") ? String(address.dropLast()) : address
    return path.isEmpty ? root : root + "/" + path
  }

  // MARK: - Talking

  func send(_ bytes: [UInt8]) throws { try hear(server.receive(bytes)) }

  func frame(_ text: String) -> [UInt8] {
    Array("Content-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8)
  }

  func send(_ message: JSONObject) throws {
    var writer = JSONWriter()
    writer.value(.object(message))
    try send(frame(String(decoding: writer.finish().array, as: UTF8.self)))
  }

  private func hear(_ bytes: [UInt8]) throws {
    var rest = String(decoding: bytes, as: UTF8.self).utf8[...]
    while !rest.isEmpty {
      let line = try #require(rest.firstIndex(of: 0x0D))
      let length = try #require(Int(String(rest[..<line])?.split(separator: " ").last ?? ""))
      let start = rest.index(line, offsetBy: 4)
      let end = rest.index(start, offsetBy: length)
      let message = try JSONValue(parsing: Array(rest[start..<end]))
      rest = rest[end...]
      if message["method"] == "textDocument/publishDiagnostics" {
        let uri = try #require(message["params"]?["uri"]?.string)
        published[String(uri.dropFirst(self.uri("").count + 1))] =
          message["params"]?["diagnostics"]?.array
      } else if message["method"] != nil {
        heard.append(message)
      } else {
        answers.append(message)
      }
    }
  }

  func tell(_ method: String, _ parameters: JSONObject = [:]) async throws {
    try send(["jsonrpc": "2.0", "method": .string(method), "params": .object(parameters)])
  }

  /// The whole answer.
  func answer(_ method: String, _ parameters: JSONObject = [:]) async throws -> JSONValue {
    asked += 1
    let id = JSONValue.integer(Int64(asked))
    try send([
      "jsonrpc": "2.0", "id": id, "method": .string(method), "params": .object(parameters),
    ])
    if !answers.contains(where: { $0["id"] == id }) { try await read() }
    return try #require(answers.last { $0["id"] == id })
  }

  /// The result of a request.
  func ask(_ method: String, _ parameters: JSONObject = [:]) async throws -> JSONValue {
    let answer = try await answer(method, parameters)
    return try #require(answer["result"], "\(answer)")
  }

  /// Lets the server read the guide as often as it wants to.
  func read() async throws {
    while let refresh = server.refresh() {
      let outcome = await refresh.run()
      try hear(server.take(outcome))
    }
    while let renaming = server.renaming() {
      let outcome = await renaming.run()
      try hear(server.take(outcome))
    }
  }

  // MARK: - Editing

  /// Opens a file as it is on the disk, or as it is given.
  func open(_ path: String, _ text: String? = nil) async throws {
    let text = try text ?? String(contentsOf: folder.appending(path: path), encoding: .utf8)
    texts[path] = text
    versions[path] = 1
    try await tell(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri(path)), "languageId": "markdown", "version": 1, "text": .string(text),
        ]
      ])
  }

  /// Puts another text in the place of the first that there is.
  func replace(_ old: String, with new: String, in path: String) async throws {
    let text = try #require(texts[path])
    let range = try #require(text.range(of: old))
    texts[path] = text.replacingCharacters(in: range, with: new)
    versions[path, default: 1] += 1
    try await tell(
      "textDocument/didChange",
      [
        "textDocument": [
          "uri": .string(uri(path)), "version": .integer(Int64(versions[path] ?? 0)),
        ],
        "contentChanges": [
          [
            "range": [
              "start": Self.position(range.lowerBound, in: text),
              "end": Self.position(range.upperBound, in: text),
            ], "text": .string(new),
          ]
        ],
      ])
  }

  func close(_ path: String) async throws {
    texts[path] = nil
    try await tell("textDocument/didClose", ["textDocument": ["uri": .string(uri(path))]])
  }

  static func position(_ index: String.Index, in text: String) -> JSONValue {
    let before = text[..<index]
    let line = before.unicodeScalars.count { $0 == "\n" }
    let last = before.unicodeScalars.lastIndex(of: "\n").map {
      text.unicodeScalars.index(after: $0)
    }
    let column = text[(last ?? text.startIndex)..<index].utf16.count
    return ["line": .integer(Int64(line)), "character": .integer(Int64(column))]
  }

  /// The place in the middle of some words of an open file: after the first of them where `words`
  /// has a bar, which is not written there.
  func place(_ words: String, in path: String) throws -> JSONObject {
    let text = try #require(texts[path])
    let parts = words.split(separator: "‸", maxSplits: 1, omittingEmptySubsequences: false)
    let range = try #require(text.range(of: parts.joined()), "\(words)")
    let index = text.index(range.lowerBound, offsetBy: parts[0].count)
    return [
      "textDocument": ["uri": .string(uri(path))], "position": Self.position(index, in: text),
    ]
  }

  /// What the server says of a place.
  func ask(
    _ method: String, at words: String, in path: String, _ more: JSONObject = [:]
  ) async throws -> JSONValue {
    var parameters = try place(words, in: path)
    for member in more.members { parameters[member.key] = member.value }
    return try await ask("textDocument/" + method, parameters)
  }

  func completions(at words: String, in path: String) async throws -> [String] {
    let list = try await ask("completion", at: words, in: path)
    return (list["items"]?.array ?? []).compactMap { $0["label"]?.string }
  }

  /// The codes that were published for a file, sorted.
  func codes(_ path: String) -> [String] {
    (published[path] ?? []).compactMap { $0["code"]?.string }.sorted()
  }

  /// Places as `path:line:character`, from 0.
  func places(_ value: JSONValue) -> [String] {
    (value.array ?? []).compactMap { place in
      guard let uri = place["uri"]?.string, let start = place["range"]?["start"] else { return nil }
      let path = String(uri.dropFirst(self.uri("").count + 1))
      return "\(path):\(start["line"]?.integer ?? -1):\(start["character"]?.integer ?? -1)"
    }.sorted()
  }

  /// The texts of files after a change of the server's, by path.
  func changed(_ edit: JSONValue) throws -> [String: String] {
    var changed: [String: String] = [:]
    for file in edit["documentChanges"]?.array ?? [] {
      let uri = try #require(file["textDocument"]?["uri"]?.string)
      let path = String(uri.dropFirst(self.uri("").count + 1))
      let text =
        try texts[path] ?? String(contentsOf: folder.appending(path: path), encoding: .utf8)
      var document = TextDocument(text, encoding: .utf16)
      for edit in (file["edits"]?.array ?? []).reversed() {
        func position(_ name: String) -> TextPosition {
          TextPosition(
            line: edit["range"]?[name]?["line"]?.integer ?? -1,
            character: edit["range"]?[name]?["character"]?.integer ?? -1)
        }
        document.replace(
          document.range(from: position("start"), to: position("end")),
          with: edit["newText"]?.string ?? "")
      }
      changed[path] = String(decoding: document.bytes, as: UTF8.self)
    }
    return changed
  }
}
