/// What the client can ask for.
enum Feature: String, CaseIterable {
  case completion = "textDocument/completion"
  case hover = "textDocument/hover"
  case definition = "textDocument/definition"
  case references = "textDocument/references"
  case prepareRename = "textDocument/prepareRename"
  case rename = "textDocument/rename"
  case documentSymbols = "textDocument/documentSymbol"
  case workspaceSymbols = "workspace/symbol"
  case folding = "textDocument/foldingRange"
  case documentLinks = "textDocument/documentLink"
  case codeActions = "textDocument/codeAction"
}
