package import Diagnostics
import Markdown
import YAML

/// A site's configuration as it was read, and everything that is wrong with it.
package struct SiteConfigReading: Sendable {
  package let config: SiteConfig
  package let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - source: the whole of `turnbook.yml`.
  ///   - path: the file as diagnostics name it.
  ///   - folderName: the name of the project's folder, for a site that names itself nowhere.
  package init(source: Span<UInt8>, path: String?, folderName: String) {
    let document = YAMLDocument(parsing: source, path: path)
    var found = document.diagnostics
    var entries: [YAMLEntry] = []
    if let root = document.root, !root.isNull {
      if let known = root.entries {
        entries = known
      } else if document.isComplete {
        found.append(
          Diagnostic(
            .configIsNoMapping, .error,
            "the configuration must be a mapping from keys to values, here it is "
              + root.description, path: path, range: root.range, help: "write key: value"))
      }
    }
    var checker = ShapeChecker(codes: .configuration, path: path)
    checker.check(entries, against: SiteConfig.record)
    var assembly = ConfigAssembly(folderName: folderName, path: path)
    for entry in entries { assembly.take(entry.value, for: entry.key) }
    assembly.checkFolders(in: entries)
    config = assembly.config
    diagnostics = found + checker.diagnostics + assembly.diagnostics
  }
}

extension ShapeCodes {
  fileprivate static let configuration = ShapeCodes(
    wrongType: .settingType, wrongValue: .settingValue, unknownKey: .unknownSetting,
    missingKey: .missingSetting)
}
