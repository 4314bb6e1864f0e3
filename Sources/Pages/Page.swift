package import Diagnostics
package import Markdown
import YAML

/// One page of the guide, read and rendered; its source bytes are gone.
package struct Page: Sendable {
  /// Relative to the content folder: `techniques/few-shot.md`.
  package var path: String
  /// The path that diagnostics print.
  package var printedPath: String
  package var frontMatter: FrontMatter
  package var body: RenderedPage
  /// The line `> **Platforms:** …` at the top of the body.
  package var platformLine: PlatformLine?
  /// From the front matter, else the first heading, else the file's name.
  package var title: String
  /// The title as inline HTML.
  package var titleHTML: [UInt8]
  /// Everything found while the page was read; errors about links and patterns are not among these.
  package var diagnostics: [Diagnostic]
  /// Bytes of its source.
  package var size: Int

  package var isDraft: Bool { frontMatter.isDraft }

  /// Ids of the platforms that the page is for, in the author's order.
  package var platforms: [String] {
    if let declared = frontMatter.platforms { return declared.map(\.value) }
    return platformLine?.ids.map(\.value) ?? []
  }
}
