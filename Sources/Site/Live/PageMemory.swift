import FileTree
import Markdown
import Pages
import PatternExtraction
import YAML

/// The pages of an earlier reading, for those that need not be read again.
///
/// A page is what its bytes, the files it includes, the configuration and the day of its last commit
/// make it. What has the same stamp has the same bytes, unless somebody has been told otherwise.
struct PageMemory: Sendable {
  /// One page, and what it was made of besides its bytes.
  final class Entry: Sendable {
    let page: Page
    let extraction: Extraction?
    /// The files it includes, by their printed paths.
    let included: Set<String>
    /// Whether it includes anything, found or not.
    let includes: Bool
    let lastCommit: YAMLDate?

    init(
      page: Page, extraction: Extraction?, included: Set<String>, includes: Bool,
      lastCommit: YAMLDate?
    ) {
      self.page = page
      self.extraction = extraction
      self.included = included
      self.includes = includes
      self.lastCommit = lastCommit
    }
  }

  private let config: SiteConfig
  private let content: String
  private let stamps: [String: FileStamp]
  private var entries: [String: Entry] = [:]

  /// Remembers what was read from a tree.
  init(_ project: Project, _ sources: SourceTree, _ entries: [String: Entry]) {
    config = project.config
    content = project.content
    stamps = sources.stamps
    self.entries = entries
  }

  private init(_ project: Project) {
    config = project.config
    content = project.content
    stamps = [:]
  }

  /// The memory of a guide that is read for the first time.
  static func none(_ project: Project) -> PageMemory { PageMemory(project) }

  /// The entries that are still true.
  /// - Parameter changed: Paths in the content folder that may have changed, whatever their stamps
  ///   say; nil where nobody knows.
  func valid(
    for project: Project, _ sources: SourceTree, changed: Set<String>?
  ) -> [String: Entry] {
    guard project.config == config, project.content == content else { return [:] }
    let now = sources.stamps
    // Included files may lie where nothing is discovered, and one that comes can stand for another:
    // pages that include any are kept only where nothing but pages has changed.
    let knowsIncluded =
      changed?.allSatisfy { now[$0] != nil && PagePath.isPage($0) } ?? false
      && now.count == stamps.count && now.keys.allSatisfy { stamps[$0] != nil }
    var different = Set((changed ?? []).map(project.printed))
    for (path, stamp) in now where stamps[path] != stamp {
      different.insert(project.printed(path))
    }
    return entries.filter { path, entry in
      guard now[path] != nil, !different.contains(project.printed(path)) else { return false }
      return !entry.includes || knowsIncluded && entry.included.isDisjoint(with: different)
    }
  }
}
