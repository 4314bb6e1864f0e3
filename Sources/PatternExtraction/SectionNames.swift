import ByteText

/// What the sections and labels are called that a pattern is read from. Names are matched whole,
/// letter case and a question mark at the end aside.
package struct SectionNames: Sendable, Hashable {
  package enum Section: String, Sendable, Hashable, CaseIterable {
    case whatItIs = "what_it_is"
    case whenToUse = "when_to_use"
    case pattern, examples, pitfalls, related, reading
  }

  package enum Label: String, Sendable, Hashable, CaseIterable {
    case context, why, problem, fix, example
  }

  private var sections: [String: Section] = [:]
  private var initials: [Section: Initials] = [:]
  private var labels: [Label: Set<String>] = [:]
  private var headings: [Section: String] = [:]

  /// - Parameter language: a tag such as `de-AT`, of the pages. English names are known in every
  ///   language: a translated guide often keeps some.
  package init(language: String = "en") {
    let primary = String(language.lowercased().prefix { $0 != "-" && $0 != "_" })
    take(.english)
    if let words = SectionWords.byLanguage[primary] { take(words) }
  }

  private mutating func take(_ words: SectionWords) {
    for (section, names) in words.sections {
      name(names, section)
      headings[section] = names.first
    }
    for (label, names) in words.labels { name(names, label) }
  }

  /// Adds names of a section, which count before all others with the same spelling.
  package mutating func name(_ names: [String], _ section: Section) {
    for name in names {
      let folded = Self.folded(name)
      sections[folded] = section
      initials[section, default: Initials()].insert(folded)
    }
  }

  /// Adds names of a label.
  package mutating func name(_ names: [String], _ label: Label) {
    labels[label, default: []].formUnion(names.map(Self.folded))
  }

  package func section(named title: String) -> Section? { sections[Self.folded(title)] }

  /// What the titles of such sections begin with.
  package func initials(of section: Section) -> Initials { initials[section] ?? Initials() }

  /// What a section is usually called in the language.
  package func heading(of section: Section) -> String { headings[section] ?? section.rawValue }

  package func names(of label: Label) -> Set<String> { labels[label] ?? [] }

  /// The words of which a page must have one in a heading to have a pattern.
  package var headingWords: [String] {
    let names = sections.filter { $0.value == .pattern }.map(\.key).sorted()
    return names.filter { name in !names.contains { $0 != name && name.contains($0) } }
  }

  package static func folded(_ title: String) -> String {
    if let folded = plainlyFolded(title) { return folded }
    var words = title.singleSpaced[...]
    while let last = words.last, last == "?" || last == "？" || last == " " { words.removeLast() }
    return words.lowercased()
  }

  /// The same as `folded` for a title in ASCII, byte by byte: every heading of a guide is asked for
  /// its name. Nil for other titles.
  private static func plainlyFolded(_ title: String) -> String? {
    var title = title
    return title.withUTF8 { title in
      var end = title.count
      while end > 0, title[end - 1] == UInt8(ascii: "?") || isSpace(title[end - 1]) { end -= 1 }
      guard title.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: end) { folded in
        var count = 0
        for byte in title[..<end] {
          if isSpace(byte) {
            guard count > 0, folded[count - 1] != 0x20 else { continue }
            folded[count] = 0x20
          } else {
            folded[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
          }
          count += 1
        }
        return count
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x9...0xD).contains(byte) }
}
