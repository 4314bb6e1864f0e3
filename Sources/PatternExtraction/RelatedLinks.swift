import ByteText
import Diagnostics
import Markdown
import Pages
import Patterns

/// The list items of a section whose links matter: related techniques and further reading.
struct RelatedLinks {
  private let map: PageMap

  init(_ map: PageMap) { self.map = map }

  /// Related pages as written: what their links lead to is found when all pages are known.
  func related(declared: [FrontMatter.Related]) -> [Pattern.Related] {
    var found: [Pattern.Related] = []
    for item in items(of: .related) {
      guard let place = item.runs.firstIndex(where: { $0.target != nil }),
        let target = item.runs[place].target
      else { continue }
      var end = place
      while end < item.runs.count, item.runs[end].target == target { end += 1 }
      let title = Self.text(item.runs[place..<end])
      let note = Dash.trimmed(Self.text(item.runs[end...]))
      found.append(
        Pattern.Related(id: nil, href: target, title: title, note: note.isEmpty ? nil : note))
    }
    var targets = Set(found.map(\.href))
    for entry in declared where targets.insert(entry.page.value).inserted {
      found.append(
        Pattern.Related(
          id: nil, href: entry.page.value, title: entry.page.value, note: entry.note?.value))
    }
    return found
  }

  /// An item's text without the link at its end that only repeats an address.
  func reading() -> [Pattern.Reading] {
    items(of: .reading).compactMap { item in
      guard let place = item.runs.lastIndex(where: { $0.target != nil }),
        let target = item.runs[place].target
      else { return nil }
      let isAddress = target.hasSuffix(Self.text(item.runs[place...place]))
      var runs = item.runs
      if isAddress, place > 0 { runs.remove(at: place) }
      let text = isAddress ? Dash.trimmed(Self.text(runs[...])) : Self.text(runs[...])
      return Pattern.Reading(text: text, url: target)
    }
  }

  /// The texts of the list items of *When to Use It*.
  func whenToUse() -> [String] {
    items(of: .whenToUse).map(\.text).filter { !$0.isEmpty }
  }

  /// The items of a section's lists, without those inside others.
  private func items(of section: SectionNames.Section) -> [OutlineBlock] {
    var found: [OutlineBlock] = []
    for range in map.sections(section) {
      var index = range.lowerBound
      while index < range.upperBound {
        let block = map.outline.blocks[index]
        guard block.kind == .item else {
          index += 1
          continue
        }
        found.append(block)
        index = block.end
      }
    }
    return found
  }

  private static func text(_ runs: ArraySlice<OutlineRun>) -> String {
    (runs.count == 1 ? runs[runs.startIndex].text : runs.map(\.text).joined()).singleSpaced
  }
}
