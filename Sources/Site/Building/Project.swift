import Diagnostics
import FileTree

/// The folder of a guide: its configuration, and where its parts are.
struct Project: Sendable {
  /// As the person named it.
  let folder: String
  var config: SiteConfig
  /// The printed path of the configuration.
  let configPath: String
  let diagnostics: [Diagnostic]
  /// Paths that can be opened from where the program runs.
  let content: String
  let templates: String
  let output: String
  /// How diagnostics and the report name the content and the output.
  let printedContent: String
  let printedOutput: String
  let jobs: Int
  let generator: String

  init(_ options: BuildOptions) throws(BuildFailure) {
    folder = options.folder
    generator = options.generator
    jobs = options.jobs ?? Workers.coreCount
    var diagnostics: [Diagnostic] = []
    let name = Self.name(of: options.folder)
    configPath = "turnbook.yml"
    let path = Self.joined(folder, configPath)
    var hasConfig = false
    var config = SiteConfig(named: name)
    do throws(FileError) {
      let bytes = try FileReader.read(path, limit: Self.configLimit)
      let reading = SiteConfigReading(source: bytes.span, path: configPath, folderName: name)
      config = reading.config
      diagnostics += reading.diagnostics
      hasConfig = true
    } catch {
      // A guide needs no configuration; one that is there and cannot be read is a failure.
      guard case .system(.notFound) = error.reason else {
        throw BuildFailure(diagnostic: error.diagnostic(path: configPath))
      }
    }
    if !hasConfig, !Discovery.isFolder(Self.joined(folder, config.folders.content)) {
      // A folder of pages without anything else is its own content.
      config.folders.content = "."
    }
    if let base = options.baseURL {
      guard let url = SiteURL(base) else {
        throw BuildFailure(
          diagnostic: Diagnostic(
            .settingValue, .error,
            "the base URL \"\(base)\" \(SiteURL.problem(with: base) ?? "cannot be used")",
            help: "write one such as https://example.org/guide/"))
      }
      config.url = url
    }
    self.config = config
    self.diagnostics = diagnostics
    content = Self.joined(folder, config.folders.content)
    templates = Self.joined(folder, config.folders.templates)
    output = options.output ?? Self.joined(folder, config.folders.output)
    printedContent = config.folders.content == "." ? "" : config.folders.content
    printedOutput = output
  }

  private static let configLimit = 1 << 20

  /// Folders that a build must never write over.
  var inputs: [String] { [folder, content] }

  /// The path of a file of the content, as it is printed.
  func printed(_ path: String) -> String {
    printedContent.isEmpty ? path : printedContent + "/" + path
  }

  static func joined(_ folder: String, _ path: String) -> String {
    if folder == "." || folder.isEmpty { return path }
    if path == "." { return folder }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// What a folder is called, for a site that names itself nowhere.
  private static func name(of folder: String) -> String {
    let path = Discovery.realPath(of: folder) ?? folder
    return path.split(separator: "/").last.map(String.init) ?? "Guide"
  }
}
