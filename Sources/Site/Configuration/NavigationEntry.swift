package import Diagnostics
import YAML

/// One entry of the navigation as the author wrote it. Whether its page exists is checked later.
package struct NavigationEntry: Sendable, Hashable {
  package indirect enum Target: Sendable, Hashable {
    /// A path in the content folder, its place being the entry's.
    case page(String)
    /// A URL on another host; or a path from the root of this site.
    case link(String)
    case section([NavigationEntry])
  }

  /// Nil where the page's own title is taken.
  package var title: Located<String>?
  package var target: Target
  /// The bytes of the path, the URL or the title of the section.
  package var range: ByteRange

  package init(title: Located<String>?, target: Target, range: ByteRange) {
    self.title = title
    self.target = target
    self.range = range
  }
}
