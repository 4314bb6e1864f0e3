import JSON

/// What the client says of itself, as far as answers depend on it.
struct ClientTerms {
  var encoding = PositionEncoding.utf16
  /// Whether it can be asked to watch files.
  var watchesFiles = false
  var showsMarkdown = false
  var hasDiagnosticTags = false
  var hasRelatedInformation = false
  var hasCodeLinks = false
  /// Whether symbols of a document may have others within them.
  var nestsSymbols = false
  /// Whether changes may name the version of the text that they are for.
  var hasDocumentChanges = false
  var preparesRename = false
  /// Whether it asks before it renames files.
  var asksBeforeRenaming = false
  var hasCodeActionLiterals = false

  init() {}

  init(_ capabilities: JSONValue?) {
    let text = capabilities?["textDocument"]
    let workspace = capabilities?["workspace"]
    let offered = capabilities?["general"]?["positionEncodings"]?.array?.compactMap(\.string) ?? []
    // Ours are bytes: what the client has as well costs nobody any counting.
    encoding = offered.contains(PositionEncoding.utf8.rawValue) ? .utf8 : .utf16
    watchesFiles = workspace?["didChangeWatchedFiles"]?["dynamicRegistration"] == true
    asksBeforeRenaming = workspace?["fileOperations"]?["willRename"] == true
    let formats = text?["hover"]?["contentFormat"]?.array ?? []
    showsMarkdown = formats.contains("markdown")
    let diagnostics = text?["publishDiagnostics"]
    hasDiagnosticTags = !(diagnostics?["tagSupport"]?["valueSet"]?.array ?? []).isEmpty
    hasRelatedInformation = diagnostics?["relatedInformation"] == true
    hasCodeLinks = diagnostics?["codeDescriptionSupport"] == true
    nestsSymbols = text?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"] == true
    hasDocumentChanges = workspace?["workspaceEdit"]?["documentChanges"] == true
    preparesRename = text?["rename"]?["prepareSupport"] == true
    hasCodeActionLiterals = text?["codeAction"]?["codeActionLiteralSupport"] != nil
  }
}
