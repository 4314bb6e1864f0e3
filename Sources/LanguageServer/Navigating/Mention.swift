import Diagnostics
import Markdown
import Pages
import PatternExtraction

/// What the page says at one place.
enum Mention {
  /// A link, by its place among those of the page, from its first byte to its last.
  case link(Int, ByteRange)
  /// An entry of `related` in the front matter, by its place there.
  case related(Int, ByteRange)
  /// The label of a link definition or of a footnote, by its place among the definitions: where it
  /// is defined, or where it is used.
  case label(Int, ByteRange)
  case slot(SlotPlace)
  /// By its place among the headings.
  case heading(Int)

  /// Nil where nothing is meant that stands elsewhere too.
  init?(at offset: Int, in view: PageView) {
    let body = view.page.body
    if let found = view.page.frontMatter.related.enumerated()
      .first(where: { $1.page.range.touches(offset) })
    {
      self = .related(found.offset, found.element.page.range)
    } else if let definition = body.definitions.firstIndex(where: {
      $0.path == view.printed && $0.range.touches(offset)
    }) {
      self = .label(definition, body.definitions[definition].range)
    } else if let link = Self.link(at: offset, in: view) {
      self = link
    } else if let footnote = Self.footnote(at: offset, in: view) {
      self = footnote
    } else if Fences(view.text).contain(view.text.lineNumber(of: offset)),
      let slot = view.slots.first(where: { $0.range.touches(offset) })
    {
      self = .slot(slot)
    } else if let heading = body.headings.firstIndex(where: {
      $0.path == view.printed && $0.range.touches(offset)
    }) {
      self = .heading(heading)
    } else {
      return nil
    }
  }

  /// What is meant, to be shown as chosen.
  func range(in view: PageView) -> ByteRange {
    switch self {
    case .link(_, let range), .related(_, let range), .label(_, let range): range
    case .slot(let slot): slot.range
    case .heading(let index): view.page.body.headings[index].range
    }
  }

  private static func link(at offset: Int, in view: PageView) -> Mention? {
    for (index, link) in view.page.body.links.enumerated() where link.path == view.printed {
      if let place = link.use, place.path == view.printed {
        let use = place.range
        if use.touches(offset), let definition = view.definition(of: link) {
          return .label(definition, use)
        }
        let whole = LinkText.whole(before: use, in: view.bytes)
        if whole.touches(offset) { return .link(index, whole) }
      }
      guard link.isPlaced else { continue }
      let whole =
        link.use == nil ? LinkText.whole(before: link.range, in: view.bytes) : link.range
      if whole.touches(offset) { return .link(index, whole) }
    }
    return nil
  }

  private static func footnote(at offset: Int, in view: PageView) -> Mention? {
    for reference in FootnoteReference.all(in: view) where reference.range.touches(offset) {
      return .label(reference.definition, reference.range)
    }
    return nil
  }
}

extension ByteRange {
  /// Whether a cursor at the offset stands in the range, or at one of its ends.
  func touches(_ offset: Int) -> Bool { offset >= start && offset <= end }
}
