import Diagnostics
import FileTree
import Templating
import Theme

/// The templates and assets of a site: those of the built-in theme, each replaced by the user's of
/// the same name.
struct SiteTheme: Sendable {
  /// A file beside the pages, named after its content so that a browser may keep it for ever.
  struct Asset: Sendable {
    var path: String
    var bytes: [UInt8]
  }

  let library: TemplateLibrary
  let style: Asset
  let script: Asset
  /// Loaded by pages with a pattern only.
  let panel: Asset
  /// Loaded by the panel when it is needed.
  let requests: Asset
  let early: Asset
  /// Loaded by the page of all techniques only.
  let catalogue: Asset
  /// Loaded by the pages that list others only.
  let lists: Asset
  /// Loaded by the first page only.
  let home: Asset
  /// Loaded by the map of the techniques only.
  let map: Asset
  let mapStyle: Asset
  /// Loaded when a reader first wants to search.
  let search: Asset
  let finder: Asset
  let icon: Asset
  /// The user's own style sheets and scripts, after the theme's.
  let extraStyles: [Asset]
  let extraScripts: [Asset]
  let diagnostics: [Diagnostic]
  /// Tells one set of templates from another.
  let templateHash: String

  var assets: [Asset] {
    [
      style, script, panel, requests, early, catalogue, lists, home, map, mapStyle, search, finder,
      icon,
    ]
      + extraStyles + extraScripts
  }

  private static let sizeLimit = 4 << 20

  /// The theme's own files, as they are published.
  static var builtIn: [(name: String, bytes: [UInt8])] {
    Theme.files.map { ($0.name, LeanText.of($0.name, $0.bytes)) }
  }

  init(_ project: Project) throws(BuildFailure) {
    var files = Self.builtIn.map {
      TemplateSource(
        name: $0.name, path: "theme/\($0.name)", bytes: $0.bytes)
    }
    let builtIn = Set(files.map(\.name))
    var extra: [TemplateSource] = []
    var diagnostics: [Diagnostic] = []
    do throws(FileError) {
      for file in try Self.userFiles(project, &diagnostics) {
        if let index = files.firstIndex(where: { $0.name == file.name }) {
          files[index] = file
        } else {
          extra.append(file)
        }
      }
    } catch {
      throw BuildFailure(diagnostic: error.diagnostic(path: project.templates))
    }
    let templates = (files + extra).filter { $0.name.hasSuffix(".mustache") }.map {
      TemplateSource(name: String($0.name.dropLast(9)), path: $0.path, bytes: $0.bytes)
    }
    library = TemplateLibrary(templates)
    templateHash = Self.hash(
      of: templates.flatMap { Array($0.path.utf8) + [0] + $0.bytes + [0] })
    func joined(_ names: [String]) -> [UInt8] {
      names.flatMap { name in files.first { $0.name == name }?.bytes ?? [] }
    }
    style = Self.asset("style.css", joined(Theme.styles) + Self.colours(project.config.theme))
    script = Self.asset("script.js", joined(Theme.scripts))
    panel = Self.asset("panel.js", joined(Theme.panelScripts))
    requests = Self.asset("requests.js", joined(Theme.requestScripts))
    early = Self.asset("early.js", joined(["early.js"]))
    catalogue = Self.asset("catalogue.js", joined(Theme.catalogueScripts))
    lists = Self.asset("lists.css", joined(Theme.listStyles))
    home = Self.asset("home.css", joined(Theme.homeStyles))
    map = Self.asset("map.js", joined(Theme.mapScripts))
    mapStyle = Self.asset("map.css", joined(Theme.mapStyles))
    search = Self.asset("search.js", joined(Theme.searchScripts))
    finder = Self.asset("finder.css", joined(Theme.searchStyles))
    icon = Self.asset("icon.svg", joined(["icon.svg"]))
    extraStyles = extra.filter { $0.name.hasSuffix(".css") }.map { Self.asset($0.name, $0.bytes) }
    extraScripts = extra.filter { $0.name.hasSuffix(".js") }.map { Self.asset($0.name, $0.bytes) }
    if !Discovery.isFolder(project.templates), project.hasOwnTemplates {
      diagnostics.append(
        Diagnostic(
          .missingTemplates, .error, "the templates folder does not exist", path: project.templates,
          help: "make it, or take `templates` out of \(project.configPath)"))
    }
    for file in extra where file.name.hasSuffix(".mustache") {
      guard let near = NearMiss.best(for: file.name, among: builtIn.sorted()) else { continue }
      diagnostics.append(
        Diagnostic(
          .strayTemplate, .note, "no template of the theme is called \"\(file.name)\"",
          path: file.path, help: "did you mean \"\(near)\"?"))
    }
    self.diagnostics = diagnostics + library.diagnostics
  }

  /// The files of the user's templates folder; none when there is no such folder. The theme's own
  /// folder, where the project is this program's, is not one.
  private static func userFiles(
    _ project: Project, _ diagnostics: inout [Diagnostic]
  ) throws(FileError) -> [TemplateSource] {
    guard Discovery.isFolder(project.templates) else { return [] }
    let folder = project.templates
    let tree = try Discovery.files(in: project.templates, label: folder)
    diagnostics += tree.diagnostics
    let reader = try FileReader(root: project.templates)
    var files: [TemplateSource] = []
    for file in tree.files where isThemeFile(file.path) {
      let bytes = try reader.read(file.path, limit: sizeLimit)
      files.append(TemplateSource(name: file.path, path: "\(folder)/\(file.path)", bytes: bytes))
    }
    return files
  }

  /// A site's own accent colours, as the last rule of the style sheet.
  private static func colours(_ theme: SiteConfig.ThemeSettings) -> [UInt8] {
    guard let accent = theme.accent else { return [] }
    if accent.light.hasPrefix("var(") {
      // Style sheets for Material set their variables at the root or at the body.
      return Array(
        ":root,:root>*{--accent:light-dark(\(accent.light),\(accent.dark))}\n".utf8)
    }
    return Array(":root{--accent:light-dark(\(accent.light),\(accent.dark))}\n".utf8)
  }

  private static func isThemeFile(_ path: String) -> Bool {
    !path.contains("/") && [".mustache", ".css", ".js", ".svg"].contains { path.hasSuffix($0) }
  }

  private static func asset(_ name: String, _ bytes: [UInt8]) -> Asset {
    let parts = name.split(separator: ".")
    let base = parts.dropLast().joined(separator: ".")
    return Asset(path: "assets/\(base).\(hash(of: bytes)).\(parts.last ?? "")", bytes: bytes)
  }

  /// FNV-1a of 64 bits in hexadecimal: the same on every machine.
  private static func hash(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Code {
  static let missingTemplates = Code(
    "TB-S015", "the configured templates folder exists",
    explanation: """
      `templates` in `turnbook.yml` names a folder that is not there. The site would be built with \
      the theme alone, and would look other than it should. Make the folder, correct its name, or \
      take the key out.
      """,
    wrong: """
      name: The guide
      templates: no-such-folder
      """,
    right: """
      name: The guide
      """,
    language: "yaml")
  static let strayTemplate = Code(
    "TB-S012", "a file in the templates folder replaces one of the theme, or is used by one", .note,
    explanation: """
      A template in the guide's folder replaces the one of the theme that has the same name. This \
      one has nearly such a name, but not quite, so it replaces nothing: `foter.mustache` is not \
      the footer. If the name is meant, because a page or another template uses it, ignore the \
      note; otherwise rename the file.
      """)
}
