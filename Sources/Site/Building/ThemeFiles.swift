import Diagnostics
import Pages
import YAML

/// The files of the content that the configuration gives to the theme: logo, icon, style sheets and
/// scripts.
enum ThemeFiles {
  /// Whether a path is a file that is there, or an address on another host.
  static func has(_ path: String, in catalog: Catalog) -> Bool {
    TextFormat.isAddress(path) || catalog.hasFile(Array(path.utf8))
  }

  /// Those that are not there; pages do not link to them.
  static func missing(_ project: Project, _ catalog: Catalog) -> [Diagnostic] {
    let config = project.config
    let named =
      [("logo", config.theme.logo), ("icon", config.theme.favicon)]
      .compactMap { role, path in path.map { (role, $0) } }
      + config.styles.map { ("style sheet", $0) } + config.scripts.map { ("script", $0.path) }
    return named.filter { !has($0.1, in: catalog) }.map { role, path in
      Diagnostic(
        .missingThemeFile, .warning, "there is no file \"\(path)\" to be the \(role)",
        path: project.configPath,
        help: "put it into \(project.content), or take it out of the configuration")
    }
  }
}

extension Code {
  static let missingThemeFile = Code(
    "TB-S029", "the logo, the icon, style sheets and scripts are there", .warning,
    explanation: """
      The configuration names an image for the theme, a style sheet or a script, and the content folder \
      has no such file. Pages are published without it: without a logo, with the theme's own icon, in \
      the theme's own style. Paths are seen from the content folder. Correct the path, or add the file.
      """,
    wrong: """
      name: The guide
      theme:
        logo: images/no-such-logo.svg
      """,
    right: """
      name: The guide
      """,
    language: "yaml")
}
