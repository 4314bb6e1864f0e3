package import ByteText
package import Diagnostics
package import Markdown
import YAML

/// One page of the guide, read and rendered; its source bytes are gone.
///
/// A class, though nothing of it ever changes: many stages look at pages, and each copy of the
/// value counted thirty references.
package final class Page: Sendable {
  /// Relative to the content folder: `techniques/few-shot.md`.
  package let path: String
  /// The path that diagnostics print.
  package let printedPath: String
  package let frontMatter: FrontMatter
  package let body: RenderedPage
  /// The line `> **Platforms:** …` at the top of the body.
  package let platformLine: PlatformLine?
  /// From the front matter, else the first heading, else the file's name.
  package let title: String
  /// The title as inline HTML.
  package let titleHTML: [UInt8]
  /// Everything found while the page was read; errors about links and patterns are not among these.
  package let diagnostics: [Diagnostic]
  /// Bytes of its source.
  package let size: Int
  /// Of its source and all that it includes, to tell them from what they are later.
  package let fingerprint: Fingerprint

  init(
    path: String, printedPath: String, frontMatter: FrontMatter, body: RenderedPage,
    platformLine: PlatformLine?, title: String, titleHTML: [UInt8], diagnostics: [Diagnostic],
    size: Int, fingerprint: Fingerprint
  ) {
    self.path = path
    self.printedPath = printedPath
    self.frontMatter = frontMatter
    self.body = body
    self.platformLine = platformLine
    self.title = title
    self.titleHTML = titleHTML
    self.diagnostics = diagnostics
    self.size = size
    self.fingerprint = fingerprint
  }

  package static func fingerprint(of bytes: [UInt8], _ snippets: SnippetSet) -> Fingerprint {
    var fingerprint = Fingerprint()
    fingerprint.add(bytes)
    for (name, file) in snippets.files.sorted(by: { $0.key < $1.key }) {
      fingerprint.add(name)
      fingerprint.add(file.bytes)
    }
    return fingerprint
  }

  package var isDraft: Bool { frontMatter.isDraft }

  /// Ids of the platforms that the page is for, in the author's order.
  package var platforms: [String] {
    if let declared = frontMatter.platforms { return declared.map(\.value) }
    return platformLine?.ids.map(\.value) ?? []
  }
}
