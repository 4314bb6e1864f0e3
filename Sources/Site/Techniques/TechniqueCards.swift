import ByteText
import Checking
import Diagnostics
import Markdown
import Pages
import PatternExtraction
import Patterns
import Templating

extension TechniqueBody {
  /// Marks the paragraphs that say what goes wrong and what to do.
  var pitfalls: [BodyEdit] {
    let sections = sections.of(.pitfalls)
    guard !sections.isEmpty else { return [] }
    let names = techniques.names
    let start = Array("<p>".utf8)
    return page.body.labels.compactMap { label in
      let from = label.offset - start.count
      guard from >= 0, sections.contains(where: { $0.html.contains(label.offset) }),
        page.body.html[from..<label.offset].elementsEqual(start)
      else { return nil }
      let name = SectionNames.folded(label.text)
      let role: String
      if names.names(of: .problem).contains(name) {
        role = "problem"
      } else if names.names(of: .fix).contains(name) {
        role = "fix"
      } else {
        return nil
      }
      return BodyEdit(
        range: from..<label.offset, content: .html(Array("<p class=\"\(role)\">".utf8)))
    }
  }

  /// The list of related techniques, with those that name this one. Where the section holds more
  /// than one plain list it stays as it is.
  var related: BodyEdit? {
    guard let place = techniques.pattern(of: index),
      let section = sections.of(.related).first, !section.hasParts,
      let list = page.body.html.onlyList(in: section.html)
    else { return nil }
    let pattern = techniques.patterns[place]
    guard list.items > 0, list.items <= pattern.related.count else { return nil }
    var items: [TemplateValue] = []
    for (entry, page) in zip(pattern.related, techniques.related[place]) {
      items.append(
        card(
          title: entry.title, note: entry.note, page: page,
          href: href(of: entry, to: page)))
    }
    for other in techniques.referringOnly(to: place) {
      let page = techniques.pages[other]
      let link = techniques.patterns[other].related.first { $0.id == pattern.id }
      items.append(
        card(
          title: techniques.patterns[other].title, note: link?.note, page: page,
          href: contexts.href(contexts.site.catalog.urls[page], from: index), isBack: true))
    }
    return BodyEdit(range: list.range, content: .template("related", ["related": .list(items)]))
  }

  /// A link to a page of the site keeps its fragment.
  private func href(of entry: Pattern.Related, to page: Int?) -> String {
    guard let page else { return entry.href }
    let url = contexts.site.catalog.urls[page]
    return contexts.href(url, from: index) + entry.href.dropFirst(url.count)
  }

  private func card(
    title: String, note: String?, page: Int?, href: String, isBack: Bool = false
  ) -> TemplateValue {
    let description = page.flatMap {
      contexts.site.catalog.pages[$0].frontMatter.description?.value
    }
    return [
      "title": .string(title), "href": .string(href), "note": PageContexts.text(note),
      "description": PageContexts.text(description), "back": .bool(isBack),
    ]
  }
}

extension [UInt8] {
  /// The one list of a section that has no other lists beside or in it, and how many items it has.
  fileprivate func onlyList(in section: Range<Int>) -> (range: Range<Int>, items: Int)? {
    let end = section.upperBound
    guard let first = range(of: "<ul>\n", from: section.lowerBound, to: end),
      let last = range(of: "</ul>\n", from: section.lowerBound, to: end),
      first.upperBound < last.lowerBound,
      range(of: "<ul", from: first.upperBound, to: end) == nil,
      range(of: "<ol", from: section.lowerBound, to: end) == nil
    else { return nil }
    let list = first.lowerBound..<last.upperBound
    return (list, count(of: "<li>", in: list))
  }
}
