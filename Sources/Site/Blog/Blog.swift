import ByteText
import Diagnostics
import Pages
import YAML

/// The posts of a guide, the newest first, and the pages that list them.
struct Blog: Sendable {
  struct Post: Sendable {
    /// Its place in the catalog.
    var page: Int
    /// The day it is of; empty where nobody has said.
    var day: String
    var categories: [String]
  }

  /// One page of a list of posts.
  struct List: Sendable {
    var title: String
    var url: String
    /// Places in `posts`.
    var posts: [Int]
    /// Addresses of the pages of the same list before and after this one.
    var newer: String?
    var older: String?
  }

  let posts: [Post]
  /// The pages of lists that no author wrote.
  private(set) var lists: [List] = []
  /// What the author's own page of the blog ends with; nil where there is no such page.
  private(set) var start: (page: Int, list: List)?
  private let settings: BlogSettings
  private let directoryURLs: Bool
  private let postOfPage: [Int: Int]

  /// Nil where the configuration wants no blog.
  init?(_ catalog: Catalog, _ config: SiteConfig) {
    guard let settings = config.blog else { return nil }
    self.settings = settings
    directoryURLs = config.usesDirectoryURLs
    var posts: [Post] = []
    for (index, page) in catalog.pages.enumerated() where Self.isPost(page.path, settings) {
      posts.append(
        Post(page: index, day: Self.day(of: page), categories: Self.categories(of: page)))
    }
    posts.sort { ($1.day, $0.page) < ($0.day, $1.page) }
    self.posts = posts
    postOfPage = Dictionary(uniqueKeysWithValues: posts.enumerated().map { ($1.page, $0) })
    let folder = settings.folder.isEmpty || settings.folder == "." ? "" : settings.folder + "/"
    let own = catalog.page(atPath: Array((folder + "index.md").utf8))
    let name = own.map { catalog.pages[$0].title } ?? "Blog"
    var all = pages(of: Array(posts.indices), title: name, at: nil)
    if let own, !all.isEmpty { start = (own, all.removeFirst()) }
    lists = all
    if settings.hasArchive {
      for year in Set(posts.lazy.map { $0.day.prefix(4) }).sorted(by: >) where !year.isEmpty {
        let of = posts.indices.filter { posts[$0].day.hasPrefix(year) }
        lists += pages(of: of, title: String(year), at: "archive/\(year)")
      }
    }
    if settings.hasCategories {
      for category in Set(posts.lazy.flatMap(\.categories)).sorted() {
        let of = posts.indices.filter { posts[$0].categories.contains(category) }
        lists += pages(of: of, title: category, at: Self.path(ofCategory: category))
      }
    }
  }

  func post(ofPage index: Int) -> Post? { postOfPage[index].map { posts[$0] } }

  /// The address of the page that lists a category; nil where there is none.
  func url(ofCategory name: String) -> String? {
    settings.hasCategories ? url(Self.path(ofCategory: name)) : nil
  }

  /// Cuts a list into pages: the first stands at the list's own address.
  private func pages(of posts: [Int], title: String, at path: String?) -> [List] {
    let size = settings.perPage
    let count = max(1, (posts.count + size - 1) / size)
    func address(_ number: Int) -> String {
      let tail = "page/\(number + 1)"
      guard let path else {
        // As the list of all stands in an index, so do its further pages.
        return number == 0 ? startURL : start(below: tail + "/")
      }
      return url(number == 0 ? path : path + "/" + tail)
    }
    return (0..<count).map { number in
      List(
        title: title, url: address(number),
        posts: Array(posts[(number * size)..<min(posts.count, (number + 1) * size)]),
        newer: number > 0 ? address(number - 1) : nil,
        older: number + 1 < count ? address(number + 1) : nil)
    }
  }

  private static func path(ofCategory name: String) -> String {
    "category/" + SlugRule.github.slug(of: name)
  }

  private var startURL: String { start(below: "") }

  /// The address of an index in a folder below the blog's.
  private func start(below path: String) -> String {
    let folder = settings.folder.isEmpty || settings.folder == "." ? "" : settings.folder + "/"
    return folder + path + (directoryURLs ? "" : "index.html")
  }

  /// The address of something below the blog's.
  private func url(_ path: String) -> String {
    Self.url(path, settings, directoryURLs: directoryURLs)
  }

  private static func url(
    _ path: String, _ settings: BlogSettings, directoryURLs: Bool
  ) -> String {
    let folder = settings.folder.isEmpty || settings.folder == "." ? "" : settings.folder + "/"
    return folder + path + (directoryURLs ? "/" : ".html")
  }
}

extension Blog {
  /// The addresses of posts, which do not follow from their paths, by their paths.
  static func addresses(of pages: [Page], _ config: SiteConfig) -> [String: String] {
    guard let settings = config.blog else { return [:] }
    var addresses: [String: String] = [:]
    for page in pages where isPost(page.path, settings) {
      let file = page.path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
      let values = [
        "{date}": date(day(of: page), settings.date),
        "{slug}": page.frontMatter.slug?.value ?? SlugRule.github.slug(of: page.title),
        "{file}": String(file),
        "{categories}": categories(of: page).prefix(1).map { SlugRule.github.slug(of: $0) }
          .joined(separator: "/"),
      ]
      var path = settings.url
      for (name, value) in values {
        path = path.split(separator: name, omittingEmptySubsequences: false)
          .joined(separator: value)
      }
      let parts = path.split(separator: "/")
      guard !parts.isEmpty else { continue }
      addresses[page.path] = url(
        parts.joined(separator: "/"), settings, directoryURLs: config.usesDirectoryURLs)
    }
    return addresses
  }

  static func isPost(_ path: String, _ settings: BlogSettings) -> Bool {
    path.hasPrefix(settings.postsFolder + "/")
  }

  private static func day(of page: Page) -> String { page.frontMatter.date?.value.dayText ?? "" }

  /// `yyyy-MM-dd` in the form of the addresses.
  private static func date(_ day: String, _ format: String) -> String {
    let parts = day.split(separator: "-")
    guard parts.count == 3 else { return "" }
    var date = format
    for (name, value) in zip(["yyyy", "MM", "dd"], parts) {
      date = date.split(separator: name, omittingEmptySubsequences: false)
        .joined(separator: String(value))
    }
    return date
  }

  private static func categories(of page: Page) -> [String] {
    let value = page.frontMatter.meta.first { $0.key == "categories" }?.value
    return value?.items?.compactMap(\.text) ?? value?.text.map { [$0] } ?? []
  }
}
