import Diagnostics
import JSON

/// Changes to several files as the protocol has them.
struct WorkspaceEdit {
  private let desk: Desk
  /// By the paths that findings print; in the order in which they came.
  private var edits: [String: [Edit]] = [:]
  private var order: [String] = []

  init(_ desk: Desk) { self.desk = desk }

  /// The same change twice is made once.
  mutating func add(_ edit: Edit) {
    if edits[edit.path] == nil { order.append(edit.path) }
    if edits[edit.path]?.contains(edit) != true { edits[edit.path, default: []].append(edit) }
  }

  mutating func add(_ all: some Sequence<Edit>) {
    for edit in all { add(edit) }
  }

  /// Nil where some file cannot be read.
  var json: JSONValue? {
    var files: [(uri: String, version: Int?, edits: JSONValue)] = []
    for path in order {
      guard let text = desk.text(of: path) else { return nil }
      let edits = (edits[path] ?? []).sorted { $0.range.start < $1.range.start }
      files.append(
        (
          desk.uri(of: path), desk.documents[path]?.version,
          .array(
            edits.map {
              ["range": Desk.range($0.range, in: text), "newText": .string($0.replacement)]
            })
        ))
    }
    if desk.terms.hasDocumentChanges {
      return [
        "documentChanges": .array(
          files.map { file in
            [
              "textDocument": [
                "uri": .string(file.uri),
                "version": file.version.map { .integer(Int64($0)) } ?? .null,
              ],
              "edits": file.edits,
            ]
          })
      ]
    }
    var changes = JSONObject()
    for file in files { changes[file.uri] = file.edits }
    return ["changes": .object(changes)]
  }
}
