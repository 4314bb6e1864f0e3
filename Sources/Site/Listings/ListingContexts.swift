import ByteText
import Diagnostics
import Links
import Pages
import Patterns
import Templating
import YAML

/// What the templates of listings see.
struct ListingContexts {
  private let contexts: PageContexts
  private var site: Site { contexts.site }

  init(_ contexts: PageContexts) { self.contexts = contexts }

  static func template(for kind: Listings.Kind) -> String {
    switch kind {
    case .techniques: "techniques"
    case .map: "map"
    case .tags: "tags"
    case .tag: "tag"
    case .posts: "blog"
    }
  }

  /// The contexts of a listing, outermost first.
  func values(for listing: Listings.Listing) -> [TemplateValue] {
    let title: String
    let own: TemplateValue
    switch listing.kind {
    case .techniques:
      title = "All techniques"
      own = ["techniques": techniques(from: listing.url)]
    case .map:
      title = "Map of the techniques"
      own = ["map": MapContexts(contexts, url: listing.url).value]
    case .tags:
      title = "Tags"
      own = ["tags": .list(site.listings.tags.tags.map { tag($0, from: listing.url) })]
    case .posts(let place):
      guard let blog = site.listings.blog, let posts = BlogContexts(contexts) else { return [] }
      title = blog.lists[place].title
      own = ["list": posts.list(blog.lists[place], from: listing.url)]
    case .tag(let place):
      let tag = site.listings.tags.tags[place]
      title = tag.name
      own = [
        "tag": [
          "name": .string(tag.name),
          "pages": .list(tag.pages.map { entry(of: $0, from: listing.url) }),
        ]
      ]
    }
    return contexts.frame(title: title, kind: Self.template(for: listing.kind), url: listing.url)
      + [own]
  }

  private func href(_ url: String, from base: String) -> TemplateValue {
    .string(contexts.href(url, from: Array(base.utf8)))
  }

  private func tag(_ tag: TagIndex.Tag, from base: String) -> TemplateValue {
    [
      "name": .string(tag.name), "href": href(site.listings.url(of: tag), from: base),
      "count": .integer(tag.pages.count),
    ]
  }

  /// A page as an entry of a list.
  private func entry(of index: Int, from base: String) -> TemplateValue {
    let page = site.catalog.pages[index]
    return [
      "title": .string(page.title), "href": href(site.catalog.urls[index], from: base),
      "description": PageContexts.text(page.frontMatter.description?.value),
    ]
  }

  private func techniques(from base: String) -> TemplateValue {
    let patterns = site.techniques.patterns
    let order = patterns.indices.sorted {
      (patterns[$0].title.lowercased(), $0) < (patterns[$1].title.lowercased(), $1)
    }
    var platforms: [Pattern.Platform] = []
    for platform in patterns.flatMap(\.platforms) where !platforms.contains(platform) {
      platforms.append(platform)
    }
    let used = Set(patterns.flatMap(\.tags))
    return [
      "items": .list(order.map { technique($0, from: base) }),
      "platforms": PageContexts.group(
        platforms.sorted { $0.name < $1.name }.map {
          ["id": .string($0.id), "name": .string($0.name)]
        }),
      "tags": PageContexts.group(
        site.listings.tags.tags.map(\.name).filter(used.contains).map { .string($0) }),
    ]
  }

  private func technique(_ place: Int, from base: String) -> TemplateValue {
    let pattern = site.techniques.patterns[place]
    let page = site.catalog.pages[site.techniques.pages[place]]
    let turns = pattern.variants.first?.turns ?? []
    let date = page.frontMatter.updated ?? page.frontMatter.date
    return [
      "id": .string(pattern.id), "title": .string(pattern.title),
      "href": href(pattern.url, from: base),
      "description": PageContexts.text(pattern.description.isEmpty ? nil : pattern.description),
      "platforms": PageContexts.group(
        pattern.platforms.map { ["id": .string($0.id), "name": .string($0.name)] }),
      "tags": PageContexts.group(
        pattern.tags.compactMap { site.listings.tags[$0] }.map { tag($0, from: base) }),
      "turns": .integer(turns.count { !$0.repeats }),
      "single": .bool(turns.count == 1 && !turns[0].repeats),
      "repeats": .bool(turns.contains(where: \.repeats)),
      "variables": .integer(pattern.variables.count),
      "updated": PageContexts.text(date?.value.dayText),
    ]
  }
}
