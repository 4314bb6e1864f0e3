import Diagnostics
import FileTree
import Links
import Markdown
import Synchronization

/// Reads the files that pages include, each once. Nothing outside the content folder is read, or
/// outside the project where its configuration names folders for them.
final class SnippetLoader: Sendable {
  private let reader: FileReader
  private let project: Project
  /// Of the project's folder, where snippets may be looked for in it.
  private let outer: FileReader?
  /// Names of files that every page ends with, and why others cannot be had.
  private let ending = Mutex<(names: [String], diagnostics: [Diagnostic])>(([], []))
  private let cache = Mutex<[String: Result<SnippetSet.File, LoadError>]>([:])
  private let stamps = Mutex<[String: FileStamp?]>([:])

  /// Every path that was looked at, as it can be opened, and the state in which it was found; nil
  /// where nothing was.
  var consulted: [String: FileStamp?] { stamps.withLock { $0 } }

  /// Why some of what every page shall end with is missing.
  var diagnostics: [Diagnostic] { ending.withLock(\.diagnostics) }

  private struct LoadError: Error {
    var words: String
  }

  init(_ reader: FileReader, _ project: Project) {
    self.reader = reader
    self.project = project
    outer = project.config.snippets.folders.isEmpty ? nil : try? FileReader(root: project.folder)
    for name in project.config.snippets.append {
      switch find(name, from: "") {
      case .success: ending.withLock { $0.names.append(name) }
      case .failure(let error):
        let diagnostic = Diagnostic(
          .snippet, .warning, "no page can end with \"\(name)\": \(error.words)",
          path: project.configPath, subject: name,
          help: "correct the path, or take it out of the configuration")
        ending.withLock { $0.diagnostics.append(diagnostic) }
      }
    }
  }

  /// A page with lines at its end that include what every page ends with.
  func completed(_ page: [UInt8]) -> [UInt8] {
    ending.withLock(\.names).reduce(into: page) { $0 += Array("\n\n--8<-- \"\($1)\"\n".utf8) }
  }

  /// The files that a page's bytes include, and those that these include.
  func load(for bytes: [UInt8], of path: String) -> SnippetSet {
    var set = SnippetSet()
    var wanted = SnippetReference.files(in: bytes)
    while let name = wanted.popLast() {
      guard set.files[name] == nil, set.failures[name] == nil else { continue }
      switch find(name, from: path) {
      case .success(let file):
        set.files[name] = file
        wanted += SnippetReference.files(in: file.bytes)
      case .failure(let error):
        set.failures[name] = error.words
      }
    }
    return set
  }

  /// A name is seen from the content folder, from the page's folder, and from the project's.
  private func find(_ name: String, from page: String) -> Result<SnippetSet.File, LoadError> {
    if outer != nil, !name.hasPrefix("/") {
      for folder in project.config.snippets.folders {
        let path = Resolver.joined(
          Array((folder == "." ? name : folder + "/" + name).utf8), to: [])
        guard let path,
          case .success(let file) = read(String(decoding: path, as: UTF8.self), outer)
        else { continue }
        return .success(file)
      }
    }
    let written = Array(name.utf8)
    let content = project.config.folders.content
    var candidates: [[UInt8]?] = [
      Resolver.joined(written, to: []), Resolver.joined(written, to: Array(page.utf8)),
    ]
    if !project.isContentItself, name.hasPrefix(content + "/") {
      candidates.append(Array(name.utf8.dropFirst(content.utf8.count + 1)))
    }
    let inside = candidates.compactMap(\.self)
    guard !inside.isEmpty, !name.hasPrefix("/") else {
      return .failure(LoadError(words: "it is outside the content folder"))
    }
    var failure = LoadError(words: "there is no such file in the content folder")
    for candidate in inside {
      switch read(String(decoding: candidate, as: UTF8.self), nil) {
      case .success(let file): return .success(file)
      case .failure(let error): failure = error
      }
    }
    return .failure(failure)
  }

  /// Whether a file that is there is outside of a folder when all links are followed.
  private func leads(_ path: String, outOf folder: String) -> Bool {
    guard let folder = Discovery.realPath(of: folder), let file = Discovery.realPath(of: path)
    else { return false }
    return !file.hasPrefix(folder == "/" ? folder : folder + "/")
  }

  /// - Parameter outer: reads from the project's folder; nil to read from the content folder.
  private func read(
    _ path: String, _ outer: FileReader?
  ) -> Result<SnippetSet.File, LoadError> {
    let opened = outer == nil ? project.printed(path) : Project.joined(project.folder, path)
    if let known = cache.withLock({ $0[opened] }) { return known }
    // Before reading: what changes meanwhile is in another state for the next build.
    let stamp = Discovery.stamp(of: opened)
    stamps.withLock { $0[opened] = .some(stamp) }
    let result: Result<SnippetSet.File, LoadError>
    let folder = outer == nil ? project.content : project.folder
    if leads(opened, outOf: folder) {
      return .failure(LoadError(words: "a link leads from it out of the folder"))
    }
    do throws(FileError) {
      let bytes = try (outer ?? reader).read(path, limit: PageReading.sizeLimit)
      result = .success(SnippetSet.File(path: opened, bytes: bytes))
    } catch {
      if case .system(.notFound) = error.reason {
        result = .failure(LoadError(words: "there is no such file in the content folder"))
      } else {
        result = .failure(LoadError(words: error.diagnostic().message))
      }
    }
    cache.withLock { $0[opened] = result }
    return result
  }
}
