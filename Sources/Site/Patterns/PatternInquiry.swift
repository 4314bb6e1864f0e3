package import Diagnostics
import FileTree
import Markdown
import Pages
package import PatternExtraction

/// What becomes of one page's blocks, asked without reading the rest of the guide.
package enum PatternInquiry {
  package struct Answer: Sendable {
    package var extraction: Extraction
    /// Whether the page has no section of patterns, or says that it has no pattern.
    package var hasOutline: Bool
    package var diagnostics: [Diagnostic]
  }

  /// - Parameters:
  ///   - path: the page's file, from where the program runs or in the content folder.
  ///   - folder: the folder of the guide, for its configuration.
  package static func ask(
    _ path: String, folder: String
  ) throws(BuildFailure) -> Answer {
    var options = BuildOptions()
    options.folder = folder
    let project = try Project(options)
    var printed = path
    if Discovery.stamp(of: path) == nil, Discovery.stamp(of: project.printed(path)) != nil {
      printed = project.printed(path)
    }
    let prefix = project.printed("")
    let inContent =
      printed.hasPrefix(prefix) ? String(printed.dropFirst(prefix.utf8.count)) : printed
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileReader.read(printed, limit: PageReading.sizeLimit)
    } catch {
      throw BuildFailure(diagnostic: error.diagnostic(path: printed))
    }
    var snippets = SnippetSet()
    if printed.hasPrefix(prefix), let reader = try? FileReader(root: project.content) {
      snippets = SnippetLoader(reader, project).load(for: bytes, of: inContent)
    }
    var reader = PatternReader(project.config)
    let reading = reader.read(bytes, path: inContent, printedPath: printed, snippets: snippets)
    return Answer(
      extraction: reading.extraction ?? Extraction(), hasOutline: reading.extraction != nil,
      diagnostics: project.diagnostics.filter { $0.severity == .error })
  }
}
