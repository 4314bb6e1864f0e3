import Diagnostics
import JSON
import Links
import Markdown
import Pages
import PatternExtraction
import Site
import YAML

/// What can be written where the cursor stands on a page.
struct Completing {
  let view: PageView

  func answer(at offset: Int) -> JSONValue? { list(at: offset)?.json(in: view.text) }

  private func list(at offset: Int) -> CompletionList? {
    if let yaml = view.frontMatter.yaml, offset >= yaml.lowerBound, offset < yaml.upperBound {
      return frontMatter(at: offset, yaml)
    }
    let line = view.text.lineNumber(of: offset)
    switch LinkPlace(view.text, at: offset, inFence: Fences(view.text).contain(line)) {
    case .target(let typed, let whole)?: return target(typed, whole)
    case .label(let whole, let isFootnote)?: return labels(whole, isFootnote: isFootnote)
    case .slot(let whole, let isClosed)?: return slots(whole, isClosed: isClosed, at: offset)
    case nil: return nil
    }
  }

  // MARK: - Links

  func target(_ typed: String, _ whole: ByteRange) -> CompletionList? {
    guard !LinkTarget.isExternal(typed.utf8) else { return nil }
    guard let hash = typed.firstIndex(of: "#") else {
      let path = view.bytes[view.range(whole).indices]
      let end = path.firstIndex(of: UInt8(ascii: "#")) ?? whole.end
      return PathCompletion(view.desk, from: view.path)
        .list(typed, replacing: ByteRange(whole.start, end))
    }
    let before = Array(typed[..<hash].utf8)
    let start = whole.start + before.count + 1
    return anchors(ofTarget: before, replacing: ByteRange(start, max(start, whole.end)))
  }

  private func anchors(ofTarget target: [UInt8], replacing range: ByteRange) -> CompletionList? {
    let page: Page
    if target.isEmpty {
      page = view.page
    } else {
      guard case .page(let index, _)? = view.meaning(of: target) else { return nil }
      page = view.desk.page(index)
    }
    let headings = page.body.headings.map { heading in
      CompletionItem(
        label: heading.anchor, kind: .reference, detail: heading.text,
        filter: "\(heading.anchor) \(heading.text)", text: heading.anchor)
    }
    let others = page.body.anchors.filter { $0.origin != .generated }.map { anchor in
      CompletionItem(label: anchor.name, kind: .reference, text: anchor.name)
    }
    return CompletionList(items: headings + others, range: range)
  }

  private func labels(_ whole: ByteRange, isFootnote: Bool) -> CompletionList {
    var known: Set<String> = []
    let items = view.page.body.definitions.compactMap { definition -> CompletionItem? in
      guard (definition.kind == .footnote) == isFootnote, definition.path == view.printed else {
        return nil
      }
      let written = LabelRenaming.name(
        in: definition.range, isFootnote: isFootnote, view.bytes)
      let label = view.text.text(in: written.indices)
      guard known.insert(label).inserted else { return nil }
      return CompletionItem(
        label: label, kind: .reference, detail: String(decoding: definition.target, as: UTF8.self),
        text: label)
    }
    return CompletionList(items: items, range: whole)
  }

  // MARK: - Slots

  private func slots(_ whole: ByteRange, isClosed: Bool, at offset: Int) -> CompletionList {
    var known: Set<String> = []
    let items = view.slots.compactMap { slot -> CompletionItem? in
      guard !slot.range.touches(offset), known.insert(slot.text).inserted else { return nil }
      return CompletionItem(
        label: slot.text, kind: .variable, detail: slot.variable,
        text: slot.text + (isClosed ? "" : "}"))
    }
    return CompletionList(items: items, range: whole)
  }

  // MARK: - Front matter

  private func frontMatter(at offset: Int, _ yaml: Range<Int>) -> CompletionList? {
    let place = KeyPlace(view.text, at: offset, in: yaml)
    switch place.kind {
    case .key: return keys(place)
    case .value: return values(place, at: offset)
    case .item: return values(place, at: offset) ?? keys(place)
    }
  }

  private func keys(_ place: KeyPlace) -> CompletionList? {
    if place.keys == ["variables"] {
      return CompletionList(items: variableNames(besides: place.siblings), range: place.word)
    }
    return KeyCompletion.list(place, of: FrontMatter.record)
  }

  private func variableNames(besides known: Set<String>) -> [CompletionItem] {
    var seen = known
    return view.slots.compactMap { slot in
      guard seen.insert(slot.variable).inserted else { return nil }
      return CompletionItem(
        label: slot.variable, kind: .variable, detail: slot.text, text: slot.variable + ":")
    }
  }

  private func values(_ place: KeyPlace, at offset: Int) -> CompletionList? {
    let config = view.guide.config
    switch place.keys {
    case ["platforms"]:
      let items = config.platforms.map {
        CompletionItem(label: $0.id.value, kind: .value, detail: $0.name, text: $0.id.value)
      }
      return CompletionList(items: items, range: place.word)
    case ["tags"]: return CompletionList(items: tags, range: place.word)
    case ["related"], ["related", "page"]:
      let typed = view.text.text(in: place.typed(at: offset))
      guard place.kind == .value || !typed.contains(":") else { return nil }
      return target(typed, place.word)
    case let keys where keys.count == 3 && keys.first == "variables" && keys.last == "slot":
      var known: Set<String> = []
      let items = view.slots.filter { known.insert($0.text).inserted }.map {
        CompletionItem(label: $0.text, kind: .variable, detail: $0.variable, text: "\"\($0.text)\"")
      }
      return CompletionList(items: items, range: place.word)
    default: return KeyCompletion.values(place, of: FrontMatter.record)
    }
  }

  /// The tags of all other pages, the commonest first.
  private var tags: [CompletionItem] {
    var counts: [String: Int] = [:]
    for (index, page) in view.guide.catalog.pages.enumerated() where index != view.index {
      for tag in page.frontMatter.tags { counts[tag.value, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { tag, count in
      CompletionItem(
        label: tag, kind: .value, detail: count == 1 ? "on 1 page" : "on \(count) pages", text: tag)
    }
  }
}
