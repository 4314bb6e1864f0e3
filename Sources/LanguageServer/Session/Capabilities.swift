import JSON

/// What the server can do, as it tells the client.
enum Capabilities {
  static let fixAll = "source.fixAll.turnbook"

  static func result(_ terms: ClientTerms, version: String) -> JSONObject {
    let rename: JSONValue = terms.preparesRename ? ["prepareProvider": true] : true
    let actions: JSONValue =
      terms.hasCodeActionLiterals
      ? ["codeActionKinds": ["quickfix", .string(fixAll)]] : false
    let files: JSONValue = [
      "filters": [["scheme": "file", "pattern": ["glob": "**/*"]]]
    ]
    let workspace: JSONValue =
      terms.asksBeforeRenaming
      ? ["fileOperations": ["willRename": files, "didRename": files]] : [:]
    return [
      "capabilities": [
        "positionEncoding": .string(terms.encoding.rawValue),
        "textDocumentSync": ["openClose": true, "change": 2, "save": ["includeText": false]],
        "completionProvider": ["triggerCharacters": ["(", "/", "#", "[", "{", ":", "^", "-"]],
        "hoverProvider": true, "definitionProvider": true, "referencesProvider": true,
        "renameProvider": rename, "documentSymbolProvider": true,
        "workspaceSymbolProvider": true, "foldingRangeProvider": true,
        "documentLinkProvider": ["resolveProvider": false], "codeActionProvider": actions,
        "workspace": workspace,
      ],
      "serverInfo": ["name": "turnbook", "version": .string(version)],
    ]
  }

  /// Every file of a guide may be linked, included or shown.
  static let watchers: JSONObject = [
    "registrations": [
      [
        "id": "turnbook-files", "method": "workspace/didChangeWatchedFiles",
        "registerOptions": ["watchers": [["globPattern": "**/*"]]],
      ]
    ]
  ]
}
