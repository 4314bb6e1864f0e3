import Diagnostics

/// One template after parsing: its tree, and what is wrong with it.
struct ParsedTemplate: Sendable {
  let name: String
  let path: String
  let bytes: [UInt8]
  let nodes: [TemplateNode]
  let diagnostics: [Diagnostic]
}
