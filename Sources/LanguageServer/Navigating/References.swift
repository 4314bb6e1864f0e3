import Diagnostics
import JSON
import Links
import Markdown
import Pages
import PatternExtraction
import Site

/// Everything that refers to what is under the cursor.
struct References {
  let view: PageView

  /// - Parameter isWhole: Whether what is referred to belongs to the answer.
  func answer(at offset: Int, isWhole: Bool) -> JSONValue? {
    let places: [FilePlace]
    if let mention = Mention(at: offset, in: view) {
      places = self.places(of: mention, isWhole: isWhole)
    } else if let title = view.page.frontMatter.title, title.range.touches(offset),
      let index = view.index
    {
      places = Self.links(to: Destination(page: index, fragment: nil), in: view.desk)
    } else {
      return nil
    }
    return .array(view.desk.locations(places))
  }

  private func places(of mention: Mention, isWhole: Bool) -> [FilePlace] {
    switch mention {
    case .link(let index, _): links(view.target(ofLink: index), isWhole: isWhole)
    case .related(let index, _): links(view.target(ofRelated: index), isWhole: isWhole)
    case .label(let index, _): LabelUses(view, definition: index).places(isWhole: isWhole)
    case .slot(let slot):
      view.slots.filter { $0.variable == slot.variable }
        .map { FilePlace(path: $0.path, range: $0.range) }
    case .heading(let index): links(toHeading: index, isWhole: isWhole)
    }
  }

  /// The first heading stands for the page as a whole.
  private func links(toHeading index: Int, isWhole: Bool) -> [FilePlace] {
    guard let page = view.index else { return [] }
    let heading = view.page.body.headings[index]
    let isTitle = index == 0 && heading.level == 1
    let links = Self.links(
      to: Destination(page: page, fragment: isTitle ? nil : heading.anchor), in: view.desk)
    return (isWhole ? [FilePlace(path: heading.path, range: heading.range)] : []) + links
  }

  private func links(_ resolution: Resolution?, isWhole: Bool) -> [FilePlace] {
    switch resolution {
    case .page(let page, let suffix)?:
      let destination = Destination(page: page, suffix: suffix)
      return (isWhole ? [destination.place(in: view.desk)] : [])
        + Self.links(to: destination, in: view.desk)
    case .file(let path, _)?: return links(toFile: path)
    case .missing?, nil: return []
    }
  }

  private func links(toFile path: [UInt8]) -> [FilePlace] {
    Self.links(in: view.desk) { resolution in
      if case .file(path, _) = resolution { true } else { false }
    }
  }

  /// The links of the whole guide that lead to a page, or to one of its anchors.
  static func links(to destination: Destination, in desk: Desk) -> [FilePlace] {
    links(in: desk) { resolution in
      guard case .page(destination.page, let suffix) = resolution else { return false }
      return destination.fragment == nil
        || Destination(page: destination.page, suffix: suffix).fragment == destination.fragment
    }
  }

  private static func links(in desk: Desk, where isMeant: (Resolution) -> Bool) -> [FilePlace] {
    var places: [FilePlace] = []
    var known: Set<FilePlace> = []
    func add(_ place: FilePlace) {
      if known.insert(place).inserted { places.append(place) }
    }
    for (source, links) in desk.guide.links.pages.enumerated() {
      for (index, finding) in links.findings.enumerated() {
        guard let finding, isMeant(finding.resolution) else { continue }
        let link = desk.page(source).body.links[index]
        add(FilePlace(path: link.use?.path ?? link.path, range: link.use?.range ?? link.range))
      }
      for (index, finding) in links.related.enumerated() {
        guard let finding, isMeant(finding.resolution) else { continue }
        let page = desk.page(source)
        add(FilePlace(path: page.printedPath, range: page.frontMatter.related[index].page.range))
      }
    }
    return places
  }
}
