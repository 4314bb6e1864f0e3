@testable import Diagnostics
@testable import Markdown
@testable import Pages
@testable import Patterns
@testable import PromptTests
@testable import Site
@testable import YAML

extension Target {
  /// A page's front matter.
  static let frontMatter = Target(name: "front-matter") { input in
    var reader = PatternReader(SiteConfig(named: "guide"))
    let source = Array("---\n".utf8) + input + Array("\n---\n\n# A page\n".utf8)
    let page = reader.read(source, path: "a.md", printedPath: "a.md", snippets: SnippetSet()).page
    holdRanges(page.diagnostics, in: source.count)
  }

  /// `turnbook.yml` and `mkdocs.yml`.
  static let configuration = Target(name: "configuration") { input in
    let own = SiteConfigReading(source: input.span, path: "turnbook.yml", folderName: "guide")
    holdRanges(own.diagnostics, in: input.count)
    let other = MkDocsConfigReading(source: input.span, path: "mkdocs.yml", folderName: "guide")
    holdRanges(other.diagnostics, in: input.count)
  }

  /// Files with values, and scripts of tests.
  static let values = Target(name: "values") { input in
    for notation in [ValuesFile.Notation.json, .lines, .environment] {
      _ = try? ValuesFile.values(in: input, notation)
    }
    _ = try? TestScript(parsing: input)
  }

  static func holdRanges(_ findings: [Diagnostic], in size: Int) {
    for finding in findings {
      guard let range = finding.range else { continue }
      require(range.start >= 0 && range.end <= size, "\(finding.code.id) at \(range) of \(size)")
    }
  }
}
