import Diagnostics
import FileTree
import JSON
import Site

/// A file or folder that the editor is about to rename: planned as `turnbook mv` plans it, apart from
/// the server, which goes on answering meanwhile.
package struct FileRenaming: Sendable {
  let request: RequestID
  /// In the content folder.
  let from: String
  let to: String
  let options: BuildOptions

  package struct Outcome: Sendable {
    let request: RequestID
    let plan: MovePlan?
    /// Why there is none.
    let refusal: [Diagnostic]
  }

  package func run() async -> Outcome {
    do throws(MoveRefusal) {
      let plan = try await Moving.plan(.path(from: from, to: to), in: options)
      return Outcome(request: request, plan: plan, refusal: [])
    } catch {
      return Outcome(request: request, plan: nil, refusal: error.diagnostics)
    }
  }
}

extension LanguageServer {
  /// What is renamed, where it is one file or folder of the content; nil otherwise.
  func renaming(_ request: Request) -> FileRenaming? {
    guard let guide, let folder, let files = request.parameters["files"]?.array, files.count == 1,
      let from = path(files[0]["oldUri"], guide), let to = path(files[0]["newUri"], guide)
    else { return nil }
    var options = options
    options.folder = folder
    options.jobs = 1
    return FileRenaming(request: request.id, from: from, to: to, options: options)
  }

  /// A path in the content folder. The new one is not there yet.
  private func path(_ uri: JSONValue?, _ guide: OpenGuide) -> String? {
    guard let path = uri?.string.flatMap(FileURI.path), let slash = path.lastIndex(of: "/") else {
      return nil
    }
    let parent = String(path[..<slash])
    return guide.path(of: (Discovery.realPath(of: parent) ?? parent) + path[slash...])
  }

  /// The changes of a plan, which was made for what the disk has, for what the editor has. A reference
  /// that is being edited is left to its author.
  func edit(_ plan: MovePlan) -> JSONValue? {
    guard let desk else { return nil }
    var edit = WorkspaceEdit(desk)
    for change in plan.changes {
      guard let text = desk.text(of: change.path) else { continue }
      let span = EditedSpan(from: change.old, to: text.bytes)
      for old in change.edits {
        guard let range = span.moved(old.range) else { continue }
        edit.add(Edit(path: change.path, range: range, replacement: old.replacement))
      }
    }
    return edit.json
  }
}
