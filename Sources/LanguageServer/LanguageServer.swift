import Diagnostics
import FileTree
import JSON
import Pages
package import Site

/// A server of the Language Server Protocol 3.17, without its streams: bytes of the client in, bytes
/// for the client out.
///
/// What takes long is left to the caller: while `refresh` has something to do, its `run` is called,
/// wherever there is time for it, and `take` is given what came of it.
package struct LanguageServer {
  /// Bytes of the longest message that is read.
  package static let longestMessage = 1 << 28

  enum Phase { case new, running, shutDown, ended }

  private(set) var phase = Phase.new
  private var frames: MessageFrames
  private var output: [UInt8] = []
  private var asked: Int64 = 0
  let version: String
  let reference: String?
  /// The folder of the guide, where somebody has named it.
  private let named: String?
  var options: BuildOptions
  private(set) var terms = ClientTerms()
  private(set) var workspace: [String] = []
  /// The folder of the guide; nil as long as nobody knows.
  var folder: String?

  /// By their addresses.
  var documents: [String: OpenDocument] = [:]
  var guide: OpenGuide?
  /// Whether the guide has been read, or cannot be.
  private var isRead = false
  var wish = RefreshWish()
  private var isRefreshing = false
  /// The texts that the guide was read with as a whole.
  var readTexts: [String: [UInt8]] = [:]
  /// What was found then, by the paths that findings print.
  var findings: [String: [Diagnostic]] = [:]
  /// What the client was told, by the address of the file.
  var told: [String: JSONValue] = [:]
  /// The same of files that are not open, as findings, by their paths.
  var toldFindings: [String: [Diagnostic]] = [:]
  private var failure: Diagnostic?
  private var renamings: [FileRenaming] = []
  /// Requests that cannot be answered before the guide is read.
  private var waiting: [Request] = []

  /// - Parameters:
  ///   - options: How the guide is read; its folder is taken only where `folder` is.
  ///   - folder: The folder of the guide, absolute; nil where the client's is meant.
  ///   - reference: What the address of a code's page in the reference begins with; the code in lower
  ///     case follows.
  package init(
    version: String, options: BuildOptions = BuildOptions(), folder: String? = nil,
    reference: String? = nil
  ) {
    self.version = version
    self.reference = reference
    self.options = options
    named = folder
    frames = MessageFrames(limit: Self.longestMessage)
  }

  /// The code that the program ends with; nil as long as it goes on.
  package var exitCode: Int32? {
    guard case .ended = phase else { return nil }
    return wasShutDown ? 0 : 1
  }

  private var wasShutDown = false

  /// What is to be sent after these bytes have come in. All that came in at once is read before
  /// anything is looked at: of ten edits only the last text matters.
  package mutating func receive(_ bytes: [UInt8]) -> [UInt8] {
    let messages = frames.take(bytes).map { frame -> Incoming in
      switch frame {
      case .message(let bytes): Incoming(bytes)
      case .malformed(let words): .malformed(RPCError(.parse, words), id: nil)
      }
    }
    let withdrawn = Self.withdrawn(messages)
    for (index, message) in messages.enumerated() {
      guard exitCode == nil else { break }
      switch message {
      case .request(let request) where withdrawn[request.id].map({ $0 > index }) == true:
        answer(request.id, RPCError(.cancelled, "the request was taken back"))
      case .request(let request): handle(request)
      case .notification(let method, let parameters): hear(method, parameters)
      case .answer: break
      case .malformed(let error, let id): answer(id, error)
      }
    }
    settle()
    return takeOutput()
  }

  /// The requests that the client takes back in what came in at once, with the place of the last
  /// message that does so.
  private static func withdrawn(_ messages: [Incoming]) -> [RequestID: Int] {
    var places: [RequestID: Int] = [:]
    for (index, message) in messages.enumerated() {
      if case .notification("$/cancelRequest", let parameters) = message,
        let id = RequestID(parameters["id"])
      {
        places[id] = index
      }
    }
    return places
  }

  // MARK: - Reading the guide

  /// What is to be done now besides answering; nil where there is nothing, or it is under way.
  package mutating func refresh() -> Refresh? {
    guard phase == .running, wish.isWished, !isRefreshing, let folder else { return nil }
    isRefreshing = true
    var options = options
    options.folder = folder
    for document in documents.values {
      if let path = document.path { options.unsaved[path] = document.text.bytes }
    }
    // One thread goes on answering.
    if guide != nil { options.jobs = max(1, CoreCount.available - 1) }
    defer { wish = RefreshWish() }
    return Refresh(
      options: options, before: guide, changed: wish.changed, rescans: wish.rescans)
  }

  /// What is to be sent after the guide was read.
  package mutating func take(_ outcome: Refresh.Outcome) -> [UInt8] {
    isRefreshing = false
    isRead = true
    readTexts = outcome.texts
    findings = outcome.findings
    if let new = outcome.guide {
      guide = new
      for (uri, document) in documents
      where document.path.map({ outcome.texts[$0] })
        != document.text.bytes
      {
        documents[uri]?.isNew = true
      }
    }
    tell(outcome.failure)
    settle()
    publishAll()
    let requests = waiting
    waiting = []
    for request in requests { handle(request) }
    return takeOutput()
  }

  // MARK: - Renaming files

  /// What is to be planned now; nil where there is nothing more.
  package mutating func renaming() -> FileRenaming? {
    renamings.isEmpty ? nil : renamings.removeFirst()
  }

  /// What is to be sent after a renaming was planned.
  package mutating func take(_ outcome: FileRenaming.Outcome) -> [UInt8] {
    for refusal in outcome.refusal {
      let words = [refusal.message, refusal.help].compactMap(\.self).joined(separator: ": ")
      send("window/showMessage", ["type": 2, "message": .string(words)])
    }
    answer(outcome.request, outcome.plan.flatMap(edit) ?? .null)
    return takeOutput()
  }

  /// Says once why there is no guide.
  private mutating func tell(_ failure: Diagnostic?) {
    defer { self.failure = failure }
    guard let failure, failure != self.failure, phase == .running else { return }
    send(
      "window/logMessage",
      ["type": 2, "message": .string("\(failure.message) [\(failure.code.id)]")])
  }

  // MARK: - Answering

  private mutating func handle(_ request: Request) {
    do throws(RPCError) {
      switch (phase, request.method) {
      case (.new, "initialize"):
        answer(request.id, .object(try initialize(request.parameters)))
      case (.new, _):
        throw RPCError(.notInitialized, "\"initialize\" comes before everything else")
      case (.running, "initialize"):
        throw RPCError(.invalidRequest, "\"initialize\" comes once")
      case (.running, "shutdown"):
        phase = .shutDown
        wasShutDown = true
        for request in waiting {
          answer(request.id, RPCError(.cancelled, "the server was shut down"))
        }
        waiting = []
        answer(request.id, .null)
      case (.running, "workspace/willRenameFiles") where isRead || folder == nil:
        guard let renaming = renaming(request) else { return answer(request.id, .null) }
        renamings.append(renaming)
      case (.running, "workspace/willRenameFiles"): waiting.append(request)
      case (.running, let method):
        guard let feature = Feature(rawValue: method) else {
          throw RPCError(.unknownMethod, "there is no method \"\(method)\"")
        }
        guard isRead || folder == nil else {
          waiting.append(request)
          return
        }
        settleTexts()
        answer(request.id, try result(feature, request.parameters) ?? .null)
      case (.shutDown, _), (.ended, _):
        throw RPCError(.invalidRequest, "the server is shut down")
      }
    } catch {
      answer(request.id, error)
    }
  }

  private mutating func hear(_ method: String, _ parameters: JSONObject) {
    if method == "exit" {
      phase = .ended
      return
    }
    guard phase == .running else { return }
    switch method {
    case "initialized": begin()
    case "$/cancelRequest":
      guard let id = RequestID(parameters["id"]),
        let place = waiting.firstIndex(where: { $0.id == id })
      else { return }
      waiting.remove(at: place)
      answer(id, RPCError(.cancelled, "the request was taken back"))
    case "textDocument/didOpen": open(parameters)
    case "textDocument/didChange": change(parameters)
    case "textDocument/didSave": save(parameters)
    case "textDocument/didClose": close(parameters)
    case "workspace/didChangeWatchedFiles": filesChanged(parameters)
    case "workspace/didRenameFiles": wish.wishEverything()
    default: break
    }
  }

  private mutating func initialize(_ parameters: JSONObject) throws(RPCError) -> JSONObject {
    phase = .running
    terms = ClientTerms(parameters["capabilities"])
    workspace = GuideFolder.workspace(parameters)
    if parameters["initializationOptions"]?["drafts"] == true { options.includesDrafts = true }
    folder = named ?? GuideFolder.configured(workspace)
    if folder != nil { wish.wishEverything() }
    return Capabilities.result(terms, version: version)
  }

  private mutating func begin() {
    guard terms.watchesFiles else { return }
    ask("client/registerCapability", Capabilities.watchers)
  }

  // MARK: - Sending

  private mutating func takeOutput() -> [UInt8] {
    defer { output = [] }
    return output
  }

  mutating func answer(_ id: RequestID, _ result: JSONValue) {
    output += MessageFrames.framed(["jsonrpc": "2.0", "id": id.json, "result": result])
  }

  mutating func answer(_ id: RequestID?, _ error: RPCError) {
    output += MessageFrames.framed([
      "jsonrpc": "2.0", "id": id?.json ?? .null, "error": error.json,
    ])
  }

  mutating func send(_ method: String, _ parameters: JSONObject) {
    output += MessageFrames.framed([
      "jsonrpc": "2.0", "method": .string(method), "params": .object(parameters),
    ])
  }

  private mutating func ask(_ method: String, _ parameters: JSONObject) {
    asked += 1
    output += MessageFrames.framed([
      "jsonrpc": "2.0", "id": .integer(asked), "method": .string(method),
      "params": .object(parameters),
    ])
  }
}
