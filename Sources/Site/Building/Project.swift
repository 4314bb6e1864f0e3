import Checking
import Diagnostics
import FileTree

/// The folder of a guide: its configuration, and where its parts are.
struct Project: Sendable {
  /// As the person named it.
  let folder: String
  var config: SiteConfig
  let configPath: String
  /// The state in which the configuration was read; nil when there is none.
  let configStamp: FileStamp?
  let diagnostics: [Diagnostic]
  /// Paths as they can be opened from where the program runs, and as diagnostics print them.
  let content: String
  let templates: String
  let output: String
  let jobs: Int
  let generator: String
  /// A folder of pages without a configuration may hold anything; of its other files only those are
  /// published that a page refers to.
  let publishesAllFiles: Bool
  /// Texts that are read in the place of files of the content, by their paths there.
  let unsaved: [String: [UInt8]]
  /// Files that the configuration goes on from, and variables of the environment that it names.
  let inherited: [String]
  let environment: [String: String]

  init(_ options: BuildOptions) throws(BuildFailure) {
    folder = options.folder
    generator = options.generator
    jobs = options.jobs ?? Workers.coreCount
    let name = Self.name(of: options.folder)
    let stamps = Self.configNames.map { name in
      let path = Self.joined(options.folder, name)
      return (path: path, stamp: Discovery.stamp(of: path))
    }
    let reading = try Self.configuration(
      in: folder, named: name, unsaved: options.unsaved, environment: options.environment)
    configStamp = stamps.first { $0.path == reading?.path }?.stamp
    var config = reading?.config ?? SiteConfig(named: name)
    configPath = reading?.path ?? Self.joined(folder, Self.configName)
    if reading == nil, !Discovery.isFolder(Self.joined(folder, config.folders.content)) {
      // A folder of pages without anything else is its own content.
      config.folders.content = "."
    }
    publishesAllFiles = reading != nil || config.folders.content != "."
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
    inherited = reading?.inherited ?? []
    environment = reading?.environment ?? [:]
    content = Self.joined(folder, config.folders.content)
    templates = Self.joined(folder, config.folders.templates)
    output = options.output ?? Self.joined(folder, config.folders.output)
    unsaved = Self.texts(options.unsaved, in: content)
  }

  /// The texts of files in a folder, by their paths there.
  private static func texts(_ all: [String: [UInt8]], in folder: String) -> [String: [UInt8]] {
    guard !all.isEmpty, let folder = Discovery.realPath(of: folder) else { return [:] }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    let inside = all.filter { $0.key.hasPrefix(prefix) }
    return Dictionary(
      uniqueKeysWithValues: inside.map { (String($0.key.dropFirst(prefix.count)), $0.value) })
  }

  private static let configLimit = 1 << 20
  private static let configName = "turnbook.yml"
  /// The first of these that is there says how the guide is built.
  private static let configNames = [configName, "mkdocs.yml", "mkdocs.yaml"]
  /// The files of a project's folder that are no part of its content.
  static let files = configNames + ["turnbook.lock"]

  struct Configuration {
    var path: String
    var config: SiteConfig
    var diagnostics: [Diagnostic]
    var inherited: [String] = []
    var environment: [String: String] = [:]
  }

  /// The project's own configuration, else that of mkdocs; nil for a guide that has none.
  static func configuration(
    in folder: String, named name: String, unsaved: [String: [UInt8]] = [:],
    environment: (@Sendable (String) -> String?)? = nil
  ) throws(BuildFailure) -> Configuration? {
    let path = joined(folder, configName)
    if let bytes = try contents(of: path, in: folder, unsaved: unsaved) {
      let reading = SiteConfigReading(source: bytes.span, path: path, folderName: name)
      return Configuration(path: path, config: reading.config, diagnostics: reading.diagnostics)
    }
    return try mkdocsConfiguration(
      in: folder, named: name, unsaved: unsaved, environment: environment)
  }

  /// What the `mkdocs.yml` of a folder says; nil where there is none.
  static func mkdocsConfiguration(
    in folder: String, named name: String, unsaved: [String: [UInt8]] = [:],
    environment: (@Sendable (String) -> String?)?
  ) throws(BuildFailure) -> Configuration? {
    for file in configNames.dropFirst() {
      let path = joined(folder, file)
      guard let bytes = try contents(of: path, in: folder, unsaved: unsaved) else { continue }
      var surroundings = MkDocsSurroundings()
      surroundings.variable = environment ?? { _ in nil }
      surroundings.file = { name in
        let path = name.hasPrefix("/") ? name : joined(folder, name)
        guard let bytes = try? FileReader.read(path, limit: configLimit) else { return nil }
        return (path, bytes)
      }
      let reading = MkDocsConfigReading(
        source: bytes.span, path: path, folderName: name, surroundings: surroundings)
      return Configuration(
        path: path, config: reading.config, diagnostics: reading.diagnostics,
        inherited: reading.inherited, environment: reading.environment)
    }
    return nil
  }

  /// A file's bytes; nil when there is none. One that is there and cannot be read is a failure.
  private static func contents(
    of path: String, in folder: String, limit: Int = configLimit, unsaved: [String: [UInt8]] = [:]
  ) throws(BuildFailure) -> [UInt8]? {
    if !unsaved.isEmpty, let real = Discovery.realPath(of: path), let text = unsaved[real] {
      return text
    }
    do throws(FileError) {
      return try FileReader.read(path, limit: limit)
    } catch {
      if case .system(.notFound) = error.reason { return nil }
      // The folder itself is a file.
      throw BuildFailure(
        diagnostic: error.diagnostic(path: error.reason == .system(.notFolder) ? folder : path))
    }
  }

  /// Where the addresses that the guide has published are remembered.
  var lockPath: String { Self.joined(folder, "turnbook.lock") }

  /// What the guide has published before; nil when it remembers nothing.
  func lock() throws(BuildFailure) -> PublishedLock? {
    try Self.contents(of: lockPath, in: folder, limit: 256 << 20).map {
      PublishedLock(reading: $0, path: lockPath)
    }
  }

  /// The input folder that the output lies in: what is built there would be read by the next build.
  var folderThatHoldsOutput: String? {
    ([templates] + (isContentItself ? [] : [content]))
      .first { Discovery.isFolder($0) && Discovery.lies(output, in: $0) }
  }

  var hasConfiguration: Bool { configStamp != nil }

  /// Folders that a build must never write over.
  var inputs: [String] { [folder, content] }

  /// Whether the configuration names a templates folder, which then has to be there.
  var hasOwnTemplates: Bool { config.folders.templates != SiteConfig.Folders().templates }

  /// Whether the pages lie in the project's own folder.
  var isContentItself: Bool { config.folders.content == "." }

  /// The path of a file of the content, as it can be opened and is printed.
  func printed(_ path: String) -> String {
    Self.joined(content, path)
  }

  static func joined(_ folder: String, _ path: String) -> String {
    if folder == "." || folder.isEmpty { return path }
    if path == "." { return folder }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// What a folder is called, for a site that names itself nowhere.
  static func name(of folder: String) -> String {
    let path = Discovery.realPath(of: folder) ?? folder
    return path.split(separator: "/").last.map(String.init) ?? "Guide"
  }
}
