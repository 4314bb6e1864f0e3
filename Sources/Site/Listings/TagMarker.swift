import ByteText
import Markdown
import Pages
import Templating

/// The comment `material/tags`, in whose place a page of MkDocs shows all tags with their pages.
struct TagMarker {
  private let contexts: PageContexts

  init(_ contexts: PageContexts) { self.contexts = contexts }

  func edits(of index: Int) -> [BodyEdit] {
    let tags = contexts.site.listings.tags.tags
    let html = contexts.site.catalog.pages[index].body.html
    guard contexts.site.project.config.hasTagMarkers, !tags.isEmpty,
      let range = html.range(of: "<!-- material/tags -->", from: 0, to: html.count)
    else { return [] }
    let base = contexts.site.catalog.urlBytes[index]
    let catalog = contexts.site.catalog
    let entries = tags.map { tag -> TemplateValue in
      [
        "name": .string(tag.name), "anchor": .string(Self.anchor(of: tag)),
        "pages": .list(
          tag.pages.map {
            [
              "title": .string(catalog.pages[$0].title),
              "href": .string(contexts.href(catalog.urls[$0], from: base)),
            ]
          }),
      ]
    }
    return [
      BodyEdit(range: range, content: .template("marked-tags", ["tags": .list(entries)]))
    ]
  }

  /// As Material's plugin names it.
  private static func anchor(of tag: TagIndex.Tag) -> String {
    "tag:" + SlugRule.github.slug(of: tag.name)
  }
}
