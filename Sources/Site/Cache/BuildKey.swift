import ByteText
import Diagnostics
import FileTree
import Pages

/// A digest of everything that a build is made of: the program, what it was asked, and the state of
/// each file that it reads. Two builds with one key write the same site.
struct BuildKey {
  private(set) var fingerprint = Fingerprint()
  /// When the youngest of the files was changed, in nanoseconds since 1970.
  private(set) var youngest: Int64 = 0

  /// Nil where something cannot be told without building.
  init?(_ project: Project, _ sources: SourceTree, _ options: BuildOptions) {
    guard let program = options.program, let stamp = Discovery.stamp(of: program),
      let place = Discovery.realPath(of: "."), let content = Discovery.realPath(of: project.content)
    else { return nil }
    fingerprint.add(options.generator)
    fingerprint.add(program)
    fingerprint.add(stamp)
    for path in [place, options.folder, project.output, content] { fingerprint.add(path) }
    fingerprint.add(options.baseURL ?? "")
    fingerprint.add(options.includesDrafts ? 1 : 0)
    for name in Project.files {
      add(name, Discovery.stamp(of: Project.joined(project.folder, name)))
    }
    for path in project.inherited { add(path, Discovery.stamp(of: path)) }
    for (name, value) in project.environment.sorted(by: { $0.key < $1.key }) {
      fingerprint.add(name)
      fingerprint.add(value)
    }
    for diagnostic in sources.diagnostics {
      fingerprint.add(diagnostic.path ?? "")
      fingerprint.add(diagnostic.message)
    }
    for file in sources.found { add(file.path, FileStamp(file)) }
    guard addTemplates(project), addHistory(project, options) else { return nil }
  }

  private mutating func add(_ path: String, _ stamp: FileStamp?) {
    fingerprint.add(path)
    fingerprint.add(stamp)
    if let stamp { youngest = max(youngest, stamp.youngest) }
  }

  private mutating func addTemplates(_ project: Project) -> Bool {
    guard Discovery.isFolder(project.templates) else { return true }
    guard let tree = try? Discovery.files(in: project.templates), tree.diagnostics.isEmpty else {
      return false
    }
    for file in tree.files { add(file.path, FileStamp(file)) }
    return true
  }

  /// The days of commits are shown where the configuration wants them.
  private mutating func addHistory(_ project: Project, _ options: BuildOptions) -> Bool {
    guard project.config.takesDatesFromGit, let history = options.history else { return true }
    guard case .log(let log) = history(project.content) else { return false }
    fingerprint.add(log)
    return true
  }
}

extension Fingerprint {
  mutating func add(_ stamp: FileStamp?) {
    guard let stamp else { return add(0 as UInt64) }
    add(1)
    for word in [stamp.size, Int(stamp.modified), Int(stamp.statusChanged)] {
      add(UInt64(bitPattern: Int64(word)))
    }
    add(stamp.inode)
  }
}
