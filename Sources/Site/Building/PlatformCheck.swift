import Diagnostics
import Pages
import YAML

/// Whether pages name platforms that the site declares, and say the same in both places.
enum PlatformCheck {
  static func diagnostics(_ page: Page, _ project: Project) -> [Diagnostic] {
    let matter = page.frontMatter.platforms
    guard matter != nil || page.platformLine != nil else { return [] }
    let declared = project.config.platforms.map(\.id.value)
    var found: [Diagnostic] = []
    let written = (matter ?? []) + (page.platformLine?.ids ?? [])
    // A site that declares no platforms accepts all.
    for id in written where !declared.isEmpty && !declared.contains(id.value) {
      found.append(
        Diagnostic(
          .undeclaredPlatform, .warning, "the site declares no platform \"\(id.value)\"",
          path: page.printedPath, range: id.range,
          help: NearMiss.best(for: id.value, among: declared).map { "did you mean \"\($0)\"?" }
            ?? "add it to `platforms` in \(project.configPath)"))
    }
    if let matter, let line = page.platformLine,
      Set(matter.map(\.value)) != Set(line.ids.map(\.value))
    {
      found.append(
        Diagnostic(
          .platformsDisagree, .warning,
          "the platforms here differ from those in the front matter", path: page.printedPath,
          range: line.range, help: "write the same platforms in both, or leave one out"))
    }
    return found
  }
}
