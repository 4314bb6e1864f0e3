import ByteText
package import Diagnostics
import FileTree
import Pages

/// The files of the content folder: pages to read, and files to copy.
struct SourceTree: Sendable {
  let pages: [String]
  let files: [String]
  /// What the configuration leaves out.
  let excluded: [String]
  /// What is there and could not be looked at: files, and folders with all that is in them.
  let unreadable: [String]
  private(set) var reader: FileReader
  /// Everything that was found, as it was then.
  let found: [DiscoveredFile]
  let diagnostics: [Diagnostic]

  init(_ project: Project) throws(BuildFailure) {
    do throws(FileError) {
      let tree = try Discovery.files(
        in: project.content, excluding: [project.output, project.templates],
        linksWithin: project.hasConfiguration ? project.folder : nil,
        includesUnderscored: project.config.includesUnderscored,
        label: project.content == "." ? "" : project.content)
      found = tree.files
      unreadable = tree.unreadable
      let patterns = PathPatterns(project.config.exclude)
      let isExcluded = { (path: String) in patterns.match(path) }
      let all = tree.files.lazy.map(\.path).filter { !Self.isProjectFile($0, project) }
      excluded = project.config.exclude.isEmpty ? [] : all.filter(isExcluded)
      let paths = all.filter { !isExcluded($0) }
      pages = paths.filter(PagePath.isPage)
      files = paths.filter { !PagePath.isPage($0) }
      reader = try FileReader(root: project.content, standIns: project.unsaved)
      var diagnostics = tree.diagnostics
      if pages.isEmpty, unreadable.isEmpty {
        diagnostics.append(
          Diagnostic(
            .noPages, .error, "there is no page in the content folder",
            path: project.content,
            help: "put a file such as index.md there, or run `turnbook init`"))
      }
      self.diagnostics = diagnostics
    } catch {
      throw BuildFailure(diagnostic: error.diagnostic(path: project.content))
    }
  }

  /// The same files, of which an editor holds other texts than before.
  func reading(_ project: Project) throws(BuildFailure) -> SourceTree {
    var tree = self
    do throws(FileError) {
      tree.reader = try FileReader(root: project.content, standIns: project.unsaved)
    } catch {
      throw BuildFailure(diagnostic: error.diagnostic(path: project.content))
    }
    return tree
  }

  /// The state in which each file was found, excluded ones too.
  var stamps: [String: FileStamp] {
    Dictionary(uniqueKeysWithValues: found.lazy.map { ($0.path, FileStamp($0)) })
  }

  /// The state in which a file of the content was found.
  func stamp(of path: String) -> FileStamp? {
    found.first { $0.path == path }.map { FileStamp($0) }
  }

  /// Where the project's folder is itself the content, its configuration is none of it.
  private static func isProjectFile(_ path: String, _ project: Project) -> Bool {
    project.isContentItself && Project.files.contains(path)
  }
}

/// Globs of which the last that matches decides; one that begins with an exclamation mark takes back
/// what those before it say.
struct PathPatterns: Sendable {
  private let globs: [(glob: Glob, takesBack: Bool)]

  init(_ patterns: [Located<String>]) {
    globs = patterns.map {
      let takesBack = $0.value.hasPrefix("!")
      return (Glob(takesBack ? String($0.value.dropFirst()) : $0.value), takesBack)
    }
  }

  func match(_ path: String) -> Bool {
    guard let last = globs.last(where: { $0.glob.matches(path) }) else { return false }
    return !last.takesBack
  }
}

extension Code {
  package static let noPages = Code(
    "TB-S010", "a guide has at least one page",
    explanation: """
      There is no page in the content folder, or every page is a draft. A site without pages would \
      take the place of the one that is there, so nothing is published. Put a file that ends in \
      `.md` there, correct `content` in `turnbook.yml`, or begin a guide with `turnbook init`.
      """,
    wrong: """
      name: The guide
      exclude: ["**"]
      """,
    right: """
      name: The guide
      exclude: ["notes/**"]
      """,
    language: "yaml")
  package static let noStart = Code(
    "TB-S014", "a guide has a page at its start", .note,
    explanation: """
      No page becomes the start of the site: there is neither an `index.md` nor a `README.md` at \
      the top of the content folder, nor an `index.html`. Whoever enters the address of the site \
      alone sees an error. Write an `index.md`.
      """)
}
