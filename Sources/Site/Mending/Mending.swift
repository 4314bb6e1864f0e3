package import Diagnostics
import FileTree

/// The safe fixes of a check's findings, ready to be shown or made in the sources.
///
/// Nothing is written to a file that is no longer in the state in which the check read it.
package struct Mending: Sendable {
  /// The changes to one file.
  package struct File: Sendable {
    /// As findings name it.
    package var path: String
    package var old: [UInt8]
    package var plan: EditPlan
  }

  /// In the order of their paths.
  package private(set) var files: [File] = []
  /// Why some files cannot be mended.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The folder that every file must lie in.
  private let root: String

  init(_ findings: [Diagnostic], of guide: GuideReading) {
    root = guide.project.folder
    var fixes: [String: [Fix]] = [:]
    for fix in findings.compactMap(\.fix) where fix.isSafe {
      guard let path = fix.edits.first?.path else { continue }
      fixes[path, default: []].append(fix)
    }
    for (path, fixes) in fixes.sorted(by: { $0.key < $1.key }) {
      do throws(FileError) {
        let old = try FileReader.read(path, limit: PageReading.sizeLimit)
        guard let stamp = guide.stamp(of: path), Discovery.stamp(of: path) == stamp else {
          throw FileError(.replace, path, .changed)
        }
        let plan = EditPlan(fixes, for: path, in: old)
        if !plan.edits.isEmpty { files.append(File(path: path, old: old, plan: plan)) }
      } catch {
        diagnostics.append(error.diagnostic(path: path))
      }
    }
  }

  /// How many fixes there are to make.
  package var count: Int { files.reduce(0) { $0 + $1.plan.applied.count } }

  /// Makes the fixes, each file in one step. Returns what could not be written.
  package func write() -> [Diagnostic] {
    var failures: [Diagnostic] = []
    for file in files {
      do throws(FileError) {
        try SourceRewrite.write(file.plan.result, to: file.path, in: root, replacing: file.old)
      } catch {
        failures.append(error.diagnostic(path: file.path))
      }
    }
    return failures
  }
}

extension GuideReading {
  /// The state in which a source was read; nil for what is no source.
  fileprivate func stamp(of path: String) -> FileStamp? {
    if path == project.configPath { return project.configStamp }
    if project.isContentItself, project.content == "." { return sources.stamp(of: path) }
    let prefix = project.content + (project.content.hasSuffix("/") ? "" : "/")
    guard path.hasPrefix(prefix) else { return nil }
    return sources.stamp(of: String(path.dropFirst(prefix.count)))
  }
}
