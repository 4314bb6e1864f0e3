import Diagnostics
import Pages

/// One thing that goes wrong in a guide that was right.
enum Mutation: String, CaseIterable, Sendable {
  case pageRenamed, pageDrafted, pageExcluded, fileRemoved, headingDropped
  case pathBroken, pathLeadsOut, pathInOtherCase, fragmentInOtherCase
  case idTwice, footnoteDropped, footnoteReferenceDropped
  case definitionDropped, definitionTwice, definitionAdded

  /// Changes a draft. Returns what must be found then, and nothing else; nil where the draft has
  /// nothing to be changed in that way.
  func apply(to draft: inout Draft, _ chance: inout Chance) -> [Expectation]? {
    switch self {
    case .pageRenamed: return renamePage(&draft, &chance)
    case .pageDrafted, .pageExcluded:
      let page = chance.below(draft.pages.count)
      draft.absent[draft.pages[page].path] = self == .pageDrafted ? .draft : .excluded
      return draft.expected { $0.target == .page(page) ? "TB-L010" : nil }
    case .fileRemoved:
      let file = chance.below(draft.files.count)
      let code = draft.files[file].hasSuffix("LICENSE") ? "TB-L001" : "TB-L007"
      draft.files[file] = ""
      return draft.expected { link in
        link.target == .file(file) ? link.isFromRoot ? "TB-L011" : code : nil
      }
    case .headingDropped: return dropHeading(&draft, &chance)
    case .pathBroken, .pathLeadsOut, .pathInOtherCase, .fragmentInOtherCase:
      return changeTarget(&draft, &chance)
    case .idTwice: return repeatID(&draft, &chance)
    case .footnoteDropped, .footnoteReferenceDropped: return dropFootnote(&draft, &chance)
    case .definitionDropped, .definitionTwice, .definitionAdded:
      return changeDefinition(&draft, &chance)
    }
  }

  /// Whether a finding may come besides: what has lost its definition is text that looks odd.
  func leavesRoom(for code: String) -> Bool {
    (self == .definitionDropped || self == .footnoteDropped)
      && ["TB-M017", "TB-M018"].contains(code)
  }

  private func renamePage(_ draft: inout Draft, _ chance: inout Chance) -> [Expectation]? {
    let page = chance.below(draft.pages.count)
    let old = draft.pages[page].path
    let folder = old.lastIndex(of: "/").map { old[...$0] } ?? ""
    draft.pages[page].path = folder + "zzz.md"
    return draft.expected { link in
      guard link.target == .page(page) else { return nil }
      // The folder is still there, for the renamed page is in it.
      return link.way == .folder ? "TB-L008" : link.isFromRoot ? "TB-L011" : "TB-L001"
    }
  }

  private func dropHeading(_ draft: inout Draft, _ chance: inout Chance) -> [Expectation]? {
    let wanted = Set(draft.links.compactMap(\.fragment))
    let found = draft.blocks {
      if case .heading(let id) = $0.role { wanted.contains(id) } else { false }
    }
    guard !found.isEmpty else { return nil }
    let (page, block) = chance.of(found)
    guard case .heading(let id) = draft.pages[page].blocks.remove(at: block).role else {
      return nil
    }
    return draft.expected { $0.fragment == id ? "TB-L002" : nil }
  }

  /// Changes how the target of one link is written.
  private func changeTarget(_ draft: inout Draft, _ chance: inout Chance) -> [Expectation]? {
    let candidates = draft.links.indices.filter { index in
      self == .fragmentInOtherCase
        ? draft.links[index].fragment != nil : draft.links[index].way != .fragment
    }
    guard !candidates.isEmpty else { return nil }
    let changed = chance.of(candidates)
    let link = draft.links[changed]
    var isChanged = false
    draft.rewrite(link: changed) { old in
      let new: String? =
        switch self {
        case .pathBroken: DraftSpelling.broken(old)
        case .pathLeadsOut: String(repeating: "../", count: 20) + "x.md"
        case .pathInOtherCase: DraftSpelling.withOtherCase(old, &chance)
        default: DraftSpelling.withOtherCase(fragmentOf: old, &chance)
        }
      isChanged = new != nil
      return new ?? old
    }
    guard isChanged else { return nil }
    let code: String
    switch self {
    case .pathBroken:
      let isFile =
        if case .file(let file) = link.target { draft.files[file].contains(".") } else { false }
      code = link.isFromRoot ? "TB-L011" : isFile ? "TB-L007" : "TB-L001"
    case .pathLeadsOut: code = "TB-L009"
    case .pathInOtherCase: code = "TB-L006"
    default: code = "TB-L002"
    }
    return draft.expected(byLink: { $0 == changed ? code : nil })
  }

  private func repeatID(_ draft: inout Draft, _ chance: inout Chance) -> [Expectation]? {
    let found = draft.blocks { if case .explicit = $0.role { true } else { false } }
    guard
      let second = found.shuffled(using: &chance).first(where: { place in
        found.contains { $0.page == place.page && $0.block < place.block }
      })
    else { return nil }
    let first = found.first { $0.page == second.page && $0.block < second.block }
    guard let first, case .explicit(let kept) = draft.pages[first.page].blocks[first.block].role,
      case .explicit(let lost) = draft.pages[second.page].blocks[second.block].role
    else { return nil }
    for piece in draft.pages[second.page].blocks[second.block].lines[0].indices
    where draft.pages[second.page].blocks[second.block].lines[0][piece].text == lost {
      draft.pages[second.page].blocks[second.block].lines[0][piece].text = kept
      draft.pages[second.page].blocks[second.block].lines[0][piece].isMarked = true
    }
    return draft.expected(atMarks: "TB-M020") { $0.fragment == lost ? "TB-L002" : nil }
  }

  private func dropFootnote(_ draft: inout Draft, _ chance: inout Chance) -> [Expectation]? {
    let found = draft.blocks { if case .footnote = $0.role { true } else { false } }
    guard !found.isEmpty else { return nil }
    let (page, block) = chance.of(found)
    guard case .footnote(let label) = draft.pages[page].blocks[block].role else { return nil }
    if self == .footnoteReferenceDropped {
      draft.pages[page].blocks[block].lines[0][0].isMarked = true
      draft.pages[page].blocks.removeAll {
        if case .footnoteReference(label) = $0.role { true } else { false }
      }
    } else {
      draft.pages[page].blocks.remove(at: block)
    }
    return draft.expected(atMarks: "TB-L017") { link in
      link.fragment == "fn:" + label || link.fragment == "fnref:" + label ? "TB-L002" : nil
    }
  }

  private func changeDefinition(_ draft: inout Draft, _ chance: inout Chance) -> [Expectation]? {
    let found = draft.blocks { if case .definition = $0.role { true } else { false } }
    guard !found.isEmpty else { return nil }
    let (page, block) = chance.of(found)
    switch self {
    case .definitionDropped:
      draft.pages[page].blocks.remove(at: block)
      return []
    case .definitionTwice:
      var second = draft.pages[page].blocks[block]
      second.mark { $0.hasPrefix("[Ref ") }
      draft.pages[page].blocks.insert(second, at: block + 1)
      return draft.expected(atMarks: "TB-L016") { _ in nil }
    default:
      var label = DraftPiece("[Nobody's]")
      label.isMarked = true
      draft.pages[page].blocks.insert(
        DraftBlock(lines: [[label, DraftPiece(": #top")]]), at: block)
      return draft.expected(atMarks: "TB-L015") { _ in nil }
    }
  }
}

extension Draft {
  /// Where the blocks are that something holds of.
  func blocks(where holds: (DraftBlock) -> Bool) -> [(page: Int, block: Int)] {
    pages.indices.flatMap { page in
      pages[page].blocks.indices.filter { holds(pages[page].blocks[$0]) }.map { (page, $0) }
    }
  }

  /// Writes the target of a link in another way, wherever it stands.
  mutating func rewrite(link: Int, _ change: (String) -> String) {
    for page in pages.indices {
      pages[page].frontMatter.rewrite(link, change)
      for block in pages[page].blocks.indices {
        pages[page].blocks[block].lines.rewrite(link, change)
      }
    }
  }

  /// What must be found at marks, and at the links for which there is a code.
  func expected(
    atMarks mark: String = "", _ code: (DraftLink) -> String?
  ) -> [Expectation] {
    let marked = published.flatMap { page in
      page.written().marks.map { Expectation(mark, page.path, $0) }
    }
    return (marked + expected(byLink: { code(links[$0]) })).sorted()
  }

  func expected(byLink code: (Int) -> String?) -> [Expectation] {
    places.compactMap { place in
      let link = links[place.link]
      guard let code = code(place.link), link.way != .fragment || code == "TB-L002" else {
        return nil
      }
      return Expectation(link.way == .related ? "TB-P007" : code, place.path, place.range)
    }.sorted()
  }
}

extension DraftBlock {
  /// Marks the pieces of which something holds.
  fileprivate mutating func mark(_ holds: (String) -> Bool) {
    for line in lines.indices {
      for piece in lines[line].indices where holds(lines[line][piece].text) {
        lines[line][piece].isMarked = true
      }
    }
  }
}

extension [DraftLine] {
  fileprivate mutating func rewrite(_ link: Int, _ change: (String) -> String) {
    for line in indices {
      for piece in self[line].indices where self[line][piece].link == link {
        self[line][piece].text = change(self[line][piece].text)
      }
    }
  }
}
