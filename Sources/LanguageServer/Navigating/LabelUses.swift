import Diagnostics
import Markdown
import Pages

/// Where a label of the page is defined and used.
struct LabelUses {
  /// With their brackets, all that have the label.
  let definitions: [ByteRange]
  /// Reference links from their first bracket to their last, or references to a footnote.
  let uses: [ByteRange]
  let isFootnote: Bool
  private let path: String

  init(_ view: PageView, definition index: Int) {
    let body = view.page.body
    let definition = body.definitions[index]
    path = view.printed
    isFootnote = definition.kind == .footnote
    let same = body.definitions.indices.filter { other in
      body.definitions[other].kind == definition.kind
        && body.definitions[other].label == definition.label
        && body.definitions[other].path == view.printed
    }
    definitions = same.map { body.definitions[$0].range }
    if definition.kind == .footnote {
      uses = FootnoteReference.all(in: view).filter { same.contains($0.definition) }.map(\.range)
    } else {
      uses = body.links.compactMap { link in
        guard let use = link.use, use.path == view.printed, link.path == view.printed,
          let found = view.definition(of: link), same.contains(found)
        else { return nil }
        return use.range
      }
    }
  }

  func places(isWhole: Bool) -> [FilePlace] {
    ((isWhole ? definitions : []) + uses).map { FilePlace(path: path, range: $0) }
  }
}
