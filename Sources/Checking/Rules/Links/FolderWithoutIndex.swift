import Diagnostics

/// A link to a folder that has no page of its own.
enum FolderWithoutIndex: LinkRule {
  static let code = Code(
    "TB-L008", "a link to a folder finds an index.md in it", .error,
    explanation: """
      The folder is there, but neither an `index.md` nor a `README.md` in it, so that nothing is \
      published at its address. Write an `index.md`, or link to one of the folder's pages.
      """)

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard case .folder(let path) = link.miss else { return }
    let name = path.isEmpty ? "the content folder" : "the folder \(path)"
    findings.append(
      link.diagnostic(
        code, "\"\(link.written)\" leads to \(name), which has no index.md",
        help: "write an index.md there, or link to one of its pages"))
  }
}
