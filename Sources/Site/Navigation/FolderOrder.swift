import Pages

/// The navigation of a guide that configures none: its folders, in each the index first, then by
/// `order`, then by name.
struct FolderOrder {
  struct Entry {
    var title: String
    /// The page itself, or the index of the folder.
    var page: Int?
    var children: [Entry]
  }

  private final class Folder {
    var index: Int?
    var pages: [Int] = []
    var folders: [String: Folder] = [:]
  }

  private(set) var entries: [Entry]

  init(_ catalog: Catalog) {
    let root = Folder()
    // Pages come in the order of their paths: most are in the folder of the one before.
    var (place, folder) = (Substring(), root)
    for (index, page) in catalog.pages.enumerated() {
      let slash = page.path.utf8.lastIndex(of: UInt8(ascii: "/"))
      let path = page.path[..<(slash ?? page.path.startIndex)]
      if path != place { (place, folder) = (path, Self.folder(path, in: root)) }
      let name = PagePath(String(page.path[(slash ?? page.path.startIndex)...]))
      if name.isIndex || name.isReadme { folder.index = index } else { folder.pages.append(index) }
    }
    entries = Self.entries(of: root, catalog)
    if let home = root.index {
      entries.insert(Entry(title: "", page: home, children: []), at: 0)
    }
  }

  private static func folder(_ path: Substring, in root: Folder) -> Folder {
    var folder = root
    for part in path.split(separator: "/") {
      let name = String(part)
      let next = folder.folders[name] ?? Folder()
      folder.folders[name] = next
      folder = next
    }
    return folder
  }

  private static func entries(of folder: Folder, _ catalog: Catalog) -> [Entry] {
    var sorted: [(order: Int, name: String, entry: Entry)] = []
    for page in folder.pages {
      let content = catalog.pages[page]
      sorted.append(
        (
          content.frontMatter.order ?? .max, content.path,
          Entry(title: content.title, page: page, children: [])
        ))
    }
    for (name, inner) in folder.folders {
      let index = inner.index.map { catalog.pages[$0] }
      let prefix = index?.path.split(separator: "/").dropLast().joined(separator: "/")
      sorted.append(
        (
          index?.frontMatter.order ?? .max, prefix ?? name,
          Entry(
            title: PagePath(name + "/index.md").plainTitle, page: inner.index,
            children: entries(of: inner, catalog))
        ))
    }
    sorted.sort { ($0.order, $0.name) < ($1.order, $1.name) }
    return sorted.map(\.entry)
  }
}
