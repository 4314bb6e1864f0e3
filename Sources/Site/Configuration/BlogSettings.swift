import YAML

/// A folder of dated posts with pages that list them: the newest first, by year and by category.
package struct BlogSettings: Sendable, Hashable {
  /// The folder of the blog in the content folder, with the `index.md` that lists the posts; empty
  /// where that is the start of the site.
  package var folder = "blog"
  /// The folder of the posts, below that.
  package var posts = "posts"
  /// A post's address below the blog's: `{date}`, `{slug}`, `{file}` and `{categories}` stand for
  /// what they say.
  package var url = "{date}/{slug}"
  /// What `{date}` is made of: `yyyy`, `MM` and `dd`.
  package var date = "yyyy/MM/dd"
  package var hasArchive = true
  package var hasCategories = true
  /// Posts on one page of a list.
  package var perPage = 10

  package init() {}

  /// The folder of the posts in the content folder.
  var postsFolder: String {
    [folder, posts].filter { !$0.isEmpty && $0 != "." }.joined(separator: "/")
  }

  init(_ node: YAMLNode) {
    self.init()
    folder = Self.folder(node[key: "folder"]) ?? folder
    posts = Self.folder(node[key: "posts"]) ?? posts
    url = node[key: "url"]?.text(as: .postURL) ?? url
    date = node[key: "date"]?.text(as: .dateParts) ?? date
    hasArchive = node[key: "archive"]?.bool ?? hasArchive
    hasCategories = node[key: "categories"]?.bool ?? hasCategories
    perPage = node[key: "per_page"]?.integer.flatMap { $0 > 0 ? $0 : nil } ?? perPage
  }

  /// What the options of Material's plugin say.
  init(mkdocs node: YAMLNode?) {
    self.init()
    folder = Self.folder(node?[key: "blog_dir"]) ?? folder
    if let text = node?[key: "post_dir"]?.text {
      let parts = text.split(separator: "/").filter { $0 != "." && $0 != "{blog}" }
      posts = parts.joined(separator: "/")
    }
    url = node?[key: "post_url_format"]?.text(as: .postURL) ?? url
    date = node?[key: "post_url_date_format"]?.text(as: .dateParts) ?? date
    hasArchive = node?[key: "archive"]?.bool ?? hasArchive
    hasCategories = node?[key: "categories"]?.bool ?? hasCategories
    perPage = node?[key: "pagination_per_page"]?.integer.flatMap { $0 > 0 ? $0 : nil } ?? perPage
    if node?[key: "pagination"]?.bool == false { perPage = Int(Int32.max) }
  }

  private static func folder(_ node: YAMLNode?) -> String? {
    guard let text = node?.text(as: .folder) else { return nil }
    return text.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}

extension SiteConfig {
  /// The keys below `blog`.
  static let blogRecord = Record([
    Field(
      "folder", .formatted(.folder), "the blog's folder in the content folder, with its index.md",
      standard: .text("blog")),
    Field(
      "posts", .formatted(.folder), "the folder of the posts, below that", standard: .text("posts")),
    Field(
      "url", .formatted(.postURL),
      "a post's address below the blog's, made of {date}, {slug}, {file} and {categories}",
      standard: .text("{date}/{slug}")),
    Field(
      "date", .formatted(.dateParts), "what {date} is made of: yyyy, MM and dd",
      standard: .text("yyyy/MM/dd")),
    Field(
      "archive", .bool, "whether each year with posts has a page", standard: .bool(true)),
    Field(
      "categories", .bool, "whether each of the posts' categories has a page",
      standard: .bool(true)),
    Field(
      "per_page", .integer(1...Int(Int32.max)), "posts on one page of a list",
      standard: .integer(10)
    ),
  ])
}

extension TextFormat {
  static let postURL = TextFormat(
    "a path with {slug} or {file} in it", pattern: #"\{(slug|file)\}"#
  ) { text in
    if TextFormat.folder.problem(text) != nil { return "leads out of the blog" }
    return text.contains("{slug}") || text.contains("{file}")
      ? nil : "would give all posts one address"
  }

  static let dateParts = TextFormat(
    "a path made of yyyy, MM and dd", pattern: "^(yyyy|MM|dd|[/-])+$"
  ) { text in
    let words = text.split { $0 == "/" || $0 == "-" }
    return !words.isEmpty && words.allSatisfy { ["yyyy", "MM", "dd"].contains($0) }
      ? nil : "has something else in it"
  }
}
