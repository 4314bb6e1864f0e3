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
    let name = Self.name(of: options.folder)
    let reading = try Self.configuration(in: folder, named: name)
    var config = reading?.config ?? SiteConfig(named: name)
    configPath = reading?.path ?? Self.configName
    if reading == nil, !Discovery.isFolder(Self.joined(folder, config.folders.content)) {
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
    diagnostics = reading?.diagnostics ?? []
    content = Self.joined(folder, config.folders.content)
    templates = Self.joined(folder, config.folders.templates)
    output = options.output ?? Self.joined(folder, config.folders.output)
    printedContent = config.folders.content == "." ? "" : config.folders.content
    printedOutput = output
  }

  private static let configLimit = 1 << 20
  private static let configName = "turnbook.yml"

  struct Configuration {
    var path: String
    var config: SiteConfig
    var diagnostics: [Diagnostic]
  }

  /// The project's own configuration, else that of mkdocs; nil for a guide that has none.
  static func configuration(
    in folder: String, named name: String
  ) throws(BuildFailure) -> Configuration? {
    if let bytes = try contents(of: configName, in: folder) {
      let reading = SiteConfigReading(source: bytes.span, path: configName, folderName: name)
      return Configuration(
        path: configName, config: reading.config, diagnostics: reading.diagnostics)
    }
    let path = "mkdocs.yml"
    guard let bytes = try contents(of: path, in: folder) else { return nil }
    let reading = MkDocsConfigReading(source: bytes.span, path: path, folderName: name)
    return Configuration(path: path, config: reading.config, diagnostics: reading.diagnostics)
  }

  /// A file's bytes; nil when there is none. One that is there and cannot be read is a failure.
  private static func contents(
    of name: String, in folder: String
  ) throws(BuildFailure) -> [UInt8]? {
    do throws(FileError) {
      return try FileReader.read(joined(folder, name), limit: configLimit)
    } catch {
      if case .system(.notFound) = error.reason { return nil }
      // The folder itself is a file.
      let path = error.reason == .system(.notFolder) ? folder : name
      throw BuildFailure(diagnostic: error.diagnostic(path: path))
    }
  }

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
