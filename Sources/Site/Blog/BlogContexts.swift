import ByteText
import Markdown
import Pages
import Templating

/// What the templates of posts and of their lists see.
struct BlogContexts {
  private let contexts: PageContexts
  private let blog: Blog

  /// Nil where the guide has no blog.
  init?(_ contexts: PageContexts) {
    guard let blog = contexts.site.listings.blog else { return nil }
    self.contexts = contexts
    self.blog = blog
  }

  /// What is put into a page: the facts of a post below its title, the posts at the end of the
  /// blog's own page.
  func edits(of index: Int) -> [BodyEdit] {
    let page = contexts.site.catalog.pages[index]
    let html = page.body.html
    if let start = blog.start, start.page == index {
      return [
        BodyEdit(
          range: html.count..<html.count,
          content: .template("posts", list(start.list, from: contexts.site.catalog.urls[index])))
      ]
    }
    guard let post = blog.post(ofPage: index) else { return [] }
    var place = 0
    if let title = page.body.headings.first(where: { $0.level == 1 }),
      let end = html.range(of: "</h1>", from: title.offset, to: html.count)
    {
      place = end.upperBound
    }
    let value = facts(of: post, from: contexts.site.catalog.urls[index])
    return [
      BodyEdit(range: place..<place, content: .template("post", .object(value)))
    ]
  }

  func list(_ list: Blog.List, from base: String) -> TemplateValue {
    func href(_ url: String?) -> TemplateValue {
      url.map { .string(contexts.href($0, from: Array(base.utf8))) } ?? .null
    }
    let hasPages = list.newer != nil || list.older != nil
    return [
      "anchor": .string(SlugRule.mkdocs.slug(of: list.title)),
      "posts": .list(list.posts.map { entry(of: blog.posts[$0], from: base) }),
      "pages": hasPages ? ["newer": href(list.newer), "older": href(list.older)] : .null,
    ]
  }

  private static let factKeys = TemplateKeys(["date", "categories", "minutes"])

  private func facts(of post: Blog.Post, from base: String) -> TemplateObject {
    let categories = post.categories.map { name -> TemplateValue in
      let url = blog.url(ofCategory: name).map { contexts.href($0, from: Array(base.utf8)) }
      return ["name": .string(name), "href": PageContexts.text(url)]
    }
    return TemplateObject(
      Self.factKeys,
      [
        PageContexts.text(post.day.isEmpty ? nil : post.day), PageContexts.group(categories),
        contexts.minutes(of: post.page),
      ])
  }

  private func entry(of post: Blog.Post, from base: String) -> TemplateValue {
    let site = contexts.site
    let excerpt = PostExcerpt(of: post.page, contexts)
    let href = contexts.href(site.catalog.urls[post.page], from: Array(base.utf8))
    return [
      "title": .html(site.catalog.pages[post.page].titleHTML), "href": .string(href),
      "anchor": .string(excerpt.anchor), "facts": .object(facts(of: post, from: base)),
      "excerpt": .html(excerpt.html(from: Array(base.utf8))),
      "more": excerpt.isCut ? .string(href) : .null,
    ]
  }
}
