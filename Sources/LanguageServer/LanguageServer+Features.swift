import Diagnostics
import JSON
import Pages
import Site

/// What the client asks for, one row for each.
extension LanguageServer {
  /// Nil where there is nothing to tell.
  func result(_ feature: Feature, _ parameters: JSONObject) throws(RPCError) -> JSONValue? {
    guard let desk else {
      if feature == .rename { throw RPCError(.failed, "there is no guide here") }
      return nil
    }
    if feature == .workspaceSymbols {
      return WorkspaceSymbols(desk: desk).answer(parameters["query"]?.string ?? "")
    }
    guard let uri = parameters["textDocument"]?["uri"]?.string else {
      throw RPCError(.invalidParameters, "\"textDocument\" has a \"uri\"")
    }
    guard let document = documents[uri] else { return nil }
    if feature == .codeActions {
      return try codeActions(document, desk, parameters)
    }
    guard let view = view(of: document, desk) else {
      return try configuration(feature, document, desk, parameters)
    }
    return try result(feature, view, parameters)
  }

  private func result(
    _ feature: Feature, _ view: PageView, _ parameters: JSONObject
  ) throws(RPCError) -> JSONValue? {
    switch feature {
    case .documentSymbols: return DocumentSymbols(view).answer(nested: terms.nestsSymbols)
    case .folding: return Folding(view).answer
    case .documentLinks: return DocumentLinks(view: view).answer
    default: break
    }
    let offset = try offset(parameters, view.text)
    switch feature {
    case .completion: return Completing(view: view).answer(at: offset)
    case .hover:
      return Hovering(view: view).answer(at: offset, findings: currentFindings(view.document))
    case .definition: return Definitions(view: view).answer(at: offset)
    case .references:
      let isWhole = parameters["context"]?["includeDeclaration"] == true
      return References(view: view).answer(at: offset, isWhole: isWhole)
    case .prepareRename: return Renaming(view: view).preparation(at: offset)
    case .rename:
      guard let name = parameters["newName"]?.string else {
        throw RPCError(.invalidParameters, "\"newName\" is a text")
      }
      return try Renaming(view: view).answer(at: offset, to: name)
    default: return nil
    }
  }

  /// What can be told of `turnbook.yml`.
  private func configuration(
    _ feature: Feature, _ document: OpenDocument, _ desk: Desk, _ parameters: JSONObject
  ) throws(RPCError) -> JSONValue? {
    guard case .file(let printed) = place(of: document), printed == desk.guide.configPath,
      printed.hasSuffix("turnbook.yml")
    else { return nil }
    let help = ConfigurationHelp(desk: desk, text: document.text)
    switch feature {
    case .completion: return help.completion(at: try offset(parameters, document.text))
    case .hover:
      return help.hover(
        at: try offset(parameters, document.text), findings: currentFindings(document))
    default: return nil
    }
  }

  private func codeActions(
    _ document: OpenDocument, _ desk: Desk, _ parameters: JSONObject
  ) throws(RPCError) -> JSONValue? {
    guard let path = printedPath(of: document) else { return nil }
    guard let start = TextPosition(parameters["range"]?["start"]),
      let end = TextPosition(parameters["range"]?["end"])
    else { throw RPCError(.invalidParameters, "\"range\" has a \"start\" and an \"end\"") }
    let kinds = parameters["context"]?["only"]?.array?.compactMap(\.string)
    let actions = CodeActions(
      desk: desk, path: path, text: document.text, findings: currentFindings(document),
      form: DiagnosticJSON(terms, folder: folder ?? "/", reference: reference))
    return actions.answer(in: document.text.range(from: start, to: end), kinds: kinds)
  }

  private func offset(
    _ parameters: JSONObject, _ text: TextDocument
  ) throws(RPCError) -> Int {
    guard let position = TextPosition(parameters["position"]) else {
      throw RPCError(
        .invalidParameters, "\"position\" has a \"line\" and a \"character\", two whole numbers")
    }
    return text.offset(of: position)
  }

  /// A page that is open; nil for what is no page of the guide's content.
  private func view(of document: OpenDocument, _ desk: Desk) -> PageView? {
    switch place(of: document) {
    case .page(let index, let path):
      PageView(
        desk: desk, document: document, page: desk.page(index), index: index, path: path)
    case .otherPage(let path):
      PageView(
        desk: desk, document: document, page: desk.guide.page(document.text.bytes, path: path),
        index: nil, path: path)
    case .file, .outside: nil
    }
  }
}
