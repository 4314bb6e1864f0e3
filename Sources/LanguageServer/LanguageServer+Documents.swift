import Diagnostics
import FileTree
import JSON
import Pages
import Site

/// The files that the editor has open.
extension LanguageServer {
  mutating func open(_ parameters: JSONObject) {
    guard let item = parameters["textDocument"], let uri = item["uri"]?.string,
      let text = item["text"]?.string
    else { return }
    let path = FileURI.path(uri)
    let real = path.map { Discovery.realPath(of: $0) ?? $0 }
    documents[uri] = OpenDocument(
      uri: uri, path: real, language: item["languageId"]?.string ?? "",
      version: item["version"]?.integer, text: TextDocument(text, encoding: terms.encoding))
    if folder == nil, let path {
      folder = GuideFolder.around(path, in: workspace)
      wish.wishEverything()
    }
    // The guide was read with what was open then, or with the disk.
    if let real, readTexts[real] == nil { readTexts[real] = Array(text.utf8) }
    // What the disk has may be older than what is open, or another text.
    if !isText(real, in: guide) { wish.wish(real, rescans: true) }
  }

  /// Whether a file is one that the guide knows.
  private func isText(_ path: String?, in guide: OpenGuide?) -> Bool {
    guard let guide, let path, let inContent = guide.path(of: path) else { return true }
    return guide.catalog.page(atPath: Array(inContent.utf8)) != nil
  }

  mutating func change(_ parameters: JSONObject) {
    guard let item = parameters["textDocument"], let uri = item["uri"]?.string,
      var document = documents[uri]
    else { return }
    // Not held twice while it is edited.
    documents[uri] = nil
    for change in parameters["contentChanges"]?.array ?? [] {
      guard let text = change["text"]?.string else { continue }
      if let start = TextPosition(change["range"]?["start"]),
        let end = TextPosition(change["range"]?["end"])
      {
        document.text.replace(document.text.range(from: start, to: end), with: text)
      } else {
        document.text = TextDocument(text, encoding: terms.encoding)
      }
    }
    document.version = item["version"]?.integer ?? document.version
    document.isNew = true
    documents[uri] = document
  }

  mutating func save(_ parameters: JSONObject) {
    guard let uri = parameters["textDocument"]?["uri"]?.string else { return }
    wish.wish(documents[uri]?.path, rescans: true)
  }

  mutating func close(_ parameters: JSONObject) {
    guard let uri = parameters["textDocument"]?["uri"]?.string,
      let document = documents.removeValue(forKey: uri)
    else { return }
    // From now on the disk counts.
    wish.wish(document.path, rescans: true)
    if document.path == nil || guide == nil { publish(uri, [], version: nil) }
  }

  mutating func filesChanged(_ parameters: JSONObject) {
    for change in parameters["changes"]?.array ?? [] {
      guard let path = change["uri"]?.string.flatMap(FileURI.path) else { continue }
      let real = Discovery.realPath(of: path) ?? path
      // What is open counts as the editor has it.
      if documents.values.contains(where: { $0.path == real }), change["type"] == 2 { continue }
      guard concerns(path) || concerns(real) else { continue }
      wish.wish(real, rescans: true)
    }
  }

  /// Whether a file may be a part of the guide.
  private func concerns(_ path: String) -> Bool {
    guard let folder, path.hasPrefix(folder == "/" ? folder : folder + "/") else {
      return guide?.path(of: path) != nil
    }
    let rest = path.dropFirst(folder.count).split(separator: "/")
    guard let guide else { return true }
    let output = guide.config.folders.output.split(separator: "/")
    return !rest.starts(with: output) && !rest.contains { $0.hasPrefix(".") }
  }

  /// Where an open file stands in the guide.
  enum Place {
    /// A page of the catalog.
    case page(Int, path: String)
    /// Another Markdown file of the content.
    case otherPage(path: String)
    /// Findings name it so.
    case file(printed: String)
    case outside
  }

  func place(of document: OpenDocument) -> Place {
    guard let guide, let path = document.path else { return .outside }
    if let inContent = guide.path(of: path) {
      if let index = guide.catalog.page(atPath: Array(inContent.utf8)),
        guide.catalog.pages[index].path == inContent
      {
        return .page(index, path: inContent)
      }
      if [".md", ".markdown"].contains(where: inContent.lowercased().hasSuffix) {
        return .otherPage(path: inContent)
      }
      return .file(printed: guide.printed(inContent))
    }
    if Discovery.realPath(of: guide.configPath) == path { return .file(printed: guide.configPath) }
    return .outside
  }

  func printedPath(of document: OpenDocument) -> String? {
    switch place(of: document) {
    case .page(_, let path), .otherPage(let path): guide?.printed(path)
    case .file(let printed): printed
    case .outside: nil
    }
  }

  // MARK: - Settling

  /// Shows the guide the texts that it has not seen, and the client what is said of them.
  mutating func settle() {
    for document in settleTexts() { publish(document) }
  }

  /// Shows the guide the texts that it has not seen. Returns the documents.
  @discardableResult
  mutating func settleTexts() -> [OpenDocument] {
    guard guide != nil else { return [] }
    var settled: [OpenDocument] = []
    for (uri, document) in documents where document.isNew {
      documents[uri]?.isNew = false
      settled.append(document)
      switch place(of: document) {
      case .page(let index, _):
        if case .others? = guide?.edit(index, text: document.text.bytes) {
          wish.wish(document.path, rescans: false)
        }
      case .file:
        if document.path.flatMap({ readTexts[$0] }) != document.text.bytes {
          wish.wish(document.path, rescans: false)
        }
      case .otherPage, .outside: break
      }
    }
    return settled
  }
}
