import Diagnostics
import FileTree
import Links
import Markdown
import Synchronization

/// Reads the files that pages include, each once. Nothing outside the content folder is read.
final class SnippetLoader: Sendable {
  private let reader: FileReader
  private let project: Project
  private let cache = Mutex<[String: Result<SnippetSet.File, LoadError>]>([:])
  private let stamps = Mutex<[String: FileStamp?]>([:])

  /// Every path that was looked at, as it can be opened, and the state in which it was found; nil
  /// where nothing was.
  var consulted: [String: FileStamp?] { stamps.withLock { $0 } }

  private struct LoadError: Error {
    var words: String
  }

  init(_ reader: FileReader, _ project: Project) {
    self.reader = reader
    self.project = project
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
      switch read(String(decoding: candidate, as: UTF8.self)) {
      case .success(let file): return .success(file)
      case .failure(let error): failure = error
      }
    }
    return .failure(failure)
  }

  private func read(_ path: String) -> Result<SnippetSet.File, LoadError> {
    if let known = cache.withLock({ $0[path] }) { return known }
    let opened = project.printed(path)
    // Before reading: what changes meanwhile is in another state for the next build.
    let stamp = Discovery.stamp(of: opened)
    stamps.withLock { $0[opened] = .some(stamp) }
    let result: Result<SnippetSet.File, LoadError>
    do throws(FileError) {
      let bytes = try reader.read(path, limit: PageReading.sizeLimit)
      result = .success(SnippetSet.File(path: project.printed(path), bytes: bytes))
    } catch {
      if case .system(.notFound) = error.reason {
        result = .failure(LoadError(words: "there is no such file in the content folder"))
      } else {
        result = .failure(LoadError(words: error.diagnostic().message))
      }
    }
    cache.withLock { $0[path] = result }
    return result
  }
}
