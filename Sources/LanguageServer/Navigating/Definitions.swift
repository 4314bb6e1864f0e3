import Diagnostics
import JSON
import Links
import Markdown
import Pages
import PatternExtraction
import Site

/// Where what is under the cursor is said.
struct Definitions {
  let view: PageView

  func answer(at offset: Int) -> JSONValue? {
    guard let mention = Mention(at: offset, in: view) else { return nil }
    let places = view.desk.locations(places(of: mention))
    return places.isEmpty ? nil : .array(places)
  }

  private func places(of mention: Mention) -> [FilePlace] {
    switch mention {
    case .link(let index, _): return place(view.target(ofLink: index)).map { [$0] } ?? []
    case .related(let index, _): return place(view.target(ofRelated: index)).map { [$0] } ?? []
    case .label(let index, _):
      let definition = view.page.body.definitions[index]
      return [FilePlace(path: definition.path, range: definition.range)]
    case .slot(let slot):
      if let declared = view.page.frontMatter.variables.first(where: {
        $0.name.value == slot.variable
      }) {
        return [FilePlace(path: view.printed, range: declared.name.range)]
      }
      let first = view.slots.first { $0.variable == slot.variable } ?? slot
      return [FilePlace(path: first.path, range: first.range)]
    case .heading(let index):
      let heading = view.page.body.headings[index]
      return [FilePlace(path: heading.path, range: heading.range)]
    }
  }

  private func place(_ resolution: Resolution?) -> FilePlace? {
    switch resolution {
    case .page(let index, let suffix)?:
      return Destination(page: index, suffix: suffix).place(in: view.desk)
    case .file(let path, _)?:
      // A file that the build makes is not there yet.
      guard view.guide.catalog.hasFile(path) else { return nil }
      return FilePlace(
        path: view.guide.printed(String(decoding: path, as: UTF8.self)), range: ByteRange(0, 0))
    case .missing?, nil: return nil
    }
  }
}
