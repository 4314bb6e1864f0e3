import Diagnostics
import JSON
import Pages
import Site

/// What the client is told without asking.
extension LanguageServer {
  /// The findings of an open file as they are now.
  func currentFindings(_ document: OpenDocument) -> [Diagnostic] {
    let text = document.text.bytes
    let before = document.path.flatMap { readTexts[$0] }
    let span = EditedSpan(from: before ?? text, to: text)
    switch place(of: document) {
    case .page(let index, _):
      return guide?.diagnostics(ofPage: index, moved: span.moved) ?? []
    case .otherPage(let path):
      let page = guide?.page(text, path: path)
      return page?.diagnostics.filter { $0.path == page?.printedPath } ?? []
    case .file(let printed):
      return (findings[printed] ?? []).compactMap { finding in
        guard let range = finding.range else { return finding }
        var finding = finding
        finding.range = span.moved(range)
        return finding.range == nil ? nil : finding
      }
    case .outside:
      // Without a guide, all that is known is why there is none.
      guard guide == nil, let path = document.path else { return [] }
      return findings[path] ?? []
    }
  }

  mutating func publish(_ document: OpenDocument) {
    publish(
      document.uri, json(currentFindings(document), in: document.text), version: document.version)
  }

  /// Publishes what has changed in any file since the guide was read before.
  mutating func publishAll() {
    var files: Set<String> = []
    for document in documents.values {
      files.insert(document.uri)
      publish(
        document.uri, json(currentFindings(document), in: document.text),
        version: document.version, onlyNews: true)
    }
    let open = Set(documents.values.compactMap(printedPath))
    let desk = desk
    var weightyPaths: Set<String> = []
    for (path, all) in findings where !open.contains(path) {
      // Advice about a page is for who writes it.
      let weighty = all.filter { $0.severity > .note }
      let uri = desk?.uri(of: path) ?? FileURI.uri(path)
      guard !weighty.isEmpty, !files.contains(uri) else { continue }
      files.insert(uri)
      weightyPaths.insert(path)
      // Of a large guide most is as it was, and its files need not be read.
      guard toldFindings.updateValue(weighty, forKey: path) != weighty else { continue }
      publish(uri, json(weighty, in: desk?.text(of: path)), version: nil, onlyNews: true)
    }
    for uri in told.keys where !files.contains(uri) { publish(uri, [], version: nil) }
    toldFindings = toldFindings.filter { weightyPaths.contains($0.key) }
  }

  private func json(_ findings: [Diagnostic], in text: TextDocument?) -> [JSONValue] {
    let form = DiagnosticJSON(terms, folder: folder ?? "/", reference: reference)
    let desk = desk
    return findings.map { finding in
      form.json(finding, in: text) { range, path in desk?.location(range, in: path) }
    }
  }

  mutating func publish(
    _ uri: String, _ diagnostics: [JSONValue], version: Int?, onlyNews: Bool = false
  ) {
    let list = JSONValue.array(diagnostics)
    if onlyNews, told[uri] == list || told[uri] == nil && diagnostics.isEmpty { return }
    told[uri] = diagnostics.isEmpty ? nil : list
    var parameters: JSONObject = ["uri": .string(uri)]
    if let version { parameters["version"] = .integer(Int64(version)) }
    parameters["diagnostics"] = list
    send("textDocument/publishDiagnostics", parameters)
  }

  /// What answers are made from; nil while there is no guide.
  var desk: Desk? {
    guard let guide else { return nil }
    var open: [String: OpenDocument] = [:]
    for document in documents.values {
      if let printed = printedPath(of: document) { open[printed] = document }
    }
    return Desk(guide: guide, documents: open, terms: terms)
  }
}
