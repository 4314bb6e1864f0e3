import ByteText
import Diagnostics
import Pages
import Patterns

/// The variables of a page's templates, in the order of their first use, and which slot is which.
struct VariableTable {
  /// What makes two slots one.
  private struct Identity: Hashable {
    var label: String
    var text: String
    var item: Int?
  }

  private struct Entry {
    var identity: Identity
    var text: SlotText
    var slot: SlotParser.Slot
    var path: String
    var repeats: Bool
    var declaration: FrontMatter.Variable?
    var name = ""
  }

  private var entries: [Entry] = []
  private var places: [Identity: Int] = [:]
  /// The entry of each slot, by the place where it stands.
  private var entryOfSlot: [Place: Int] = [:]
  /// Declarations that no slot answers to.
  private(set) var unused: [FrontMatter.Variable] = []

  private struct Place: Hashable {
    var path: String
    var range: ByteRange
  }

  init(_ templates: [Template], declared: [FrontMatter.Variable]) {
    for template in templates { collect(template) }
    mergeShortForms()
    name(declared)
  }

  private mutating func collect(_ template: Template) {
    let slots = template.slots
    var textsOfLabel: [String: Set<String>] = [:]
    for (slot, _) in slots {
      guard let label = slot.lineLabel else { continue }
      textsOfLabel[SectionNames.folded(label), default: []].insert(SectionNames.folded(slot.text))
    }
    for (slot, repeats) in slots {
      var lineLabel = slot.lineLabel
      if let label = lineLabel {
        let isShared = !SlotNaming.words(label).isDisjoint(with: SlotNaming.words(slot.text))
        let isCommon = textsOfLabel[SectionNames.folded(label), default: []].count > 1
        if isShared || isCommon { lineLabel = nil }
      }
      let text = SlotText(slot.text, lineLabel: lineLabel)
      let identity = Identity(
        label: SectionNames.folded(text.label), text: SectionNames.folded(slot.text),
        item: slot.item?.number)
      let place = Place(path: template.path, range: slot.range)
      if let index = places[identity] {
        entryOfSlot[place] = index
        entries[index].repeats = entries[index].repeats && repeats
        entries[index].slot.isLong = entries[index].slot.isLong || slot.isLong
      } else {
        places[identity] = entries.count
        entryOfSlot[place] = entries.count
        entries.append(
          Entry(
            identity: identity, text: text, slot: slot, path: template.path, repeats: repeats))
      }
    }
  }

  /// `{Topic: what it is about}` is meant again where only `{topic}` stands.
  private mutating func mergeShortForms() {
    var target = Array(entries.indices)
    var longs: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated()
    where entry.identity.item == nil && entry.slot.lineLabel == nil
      && entry.identity.text != entry.identity.label
    {
      longs[entry.identity.label, default: []].append(index)
    }
    for (index, entry) in entries.enumerated()
    where entry.identity.item == nil && entry.identity.text == entry.identity.label {
      guard let long = longs[entry.identity.label], long.count == 1 else { continue }
      target[index] = long[0]
    }
    guard target != Array(entries.indices) else { return }
    // The first use decides the order, the longer form what is said.
    for (short, long) in target.enumerated() where short != long {
      let isOnlyRepeated = entries[short].repeats && entries[long].repeats
      entries[min(short, long)].text = entries[long].text
      entries[min(short, long)].repeats = isOnlyRepeated
    }
    var kept: [Entry] = []
    var newIndex: [Int: Int] = [:]
    var firstOfTarget: [Int: Int] = [:]
    for (index, target) in target.enumerated() where firstOfTarget[target] == nil {
      firstOfTarget[target] = index
    }
    for index in entries.indices {
      let partner = target[index] != index ? target[index] : firstOfTarget[index] ?? index
      let first = min(index, partner)
      if let known = newIndex[first], first != index {
        newIndex[index] = known
      } else {
        newIndex[index] = kept.count
        kept.append(entries[index])
      }
    }
    entries = kept
    entryOfSlot = entryOfSlot.mapValues { newIndex[$0] ?? $0 }
  }

  private mutating func name(_ declared: [FrontMatter.Variable]) {
    var waiting: [FrontMatter.Variable] = []
    var written = declared.isEmpty ? [:] : placesOfUndeclared { SectionNames.folded($0.slot.text) }
    for declaration in declared {
      guard let slot = declaration.slot else {
        waiting.append(declaration)
        continue
      }
      if let found = written[Self.bare(slot.value)]?.popLast() {
        entries[found].declaration = declaration
        entries[found].name = declaration.name.value
      } else {
        unused.append(declaration)
      }
    }
    var register = SlotNaming.Register(entries.map(\.name).filter { !$0.isEmpty })
    for index in entries.indices where entries[index].name.isEmpty {
      entries[index].name = register.name(
        of: entries[index].text.label, item: entries[index].identity.item, position: index + 1)
    }
    var named = waiting.isEmpty ? [:] : placesOfUndeclared { $0.name }
    for declaration in waiting {
      if let found = named[declaration.name.value]?.popLast() {
        entries[found].declaration = declaration
      } else {
        unused.append(declaration)
      }
    }
  }

  /// The entries that nothing was declared of, by what they are called; the last first.
  private func placesOfUndeclared(_ name: (Entry) -> String) -> [String: [Int]] {
    var places: [String: [Int]] = [:]
    for index in entries.indices.reversed() where entries[index].declaration == nil {
      places[name(entries[index]), default: []].append(index)
    }
    return places
  }

  /// A slot's text as a page may write it in its front matter, with or without braces.
  private static func bare(_ text: String) -> String {
    var bare = text.withoutEnds[...]
    if let first = bare.first, let last = bare.last, bare.count > 2,
      (first == "{" && last == "}") || (first == "[" && last == "]")
    {
      bare = bare.dropFirst().dropLast()
    }
    return SectionNames.folded(String(bare))
  }
}

extension VariableTable {
  var names: [String] { entries.map(\.name) }

  /// The variable that a slot stands for.
  func name(of slot: SlotParser.Slot, in path: String) -> String {
    index(of: slot, in: path).map { entries[$0].name } ?? slot.text
  }

  func isOptional(_ slot: SlotParser.Slot, in path: String) -> Bool {
    index(of: slot, in: path).map { entries[$0].text.isOptional } ?? false
  }

  private func index(of slot: SlotParser.Slot, in path: String) -> Int? {
    entryOfSlot[Place(path: path, range: slot.range)]
  }

  /// The variables as programs use them.
  /// - Parameter span: the place of a slot for a person.
  func variables(_ span: (ByteRange, String) -> SourceSpan?) -> [Variable] {
    entries.map { entry in
      var label = entry.text.label
      if let item = entry.slot.item {
        label =
          SectionNames.folded(item.first) == SectionNames.folded(entry.slot.text)
          ? "\(label) \(item.number)" : "\(label) (\(SlotText(item.first).label))"
      }
      var variable = Variable(name: entry.name, label: label)
      variable.hint = entry.text.hint
      variable.standard = entry.text.standard
      variable.choices = entry.text.choices
      if !variable.choices.isEmpty { variable.kind = .choice }
      variable.isList = entry.repeats
      variable.isMultiline = entry.slot.isLong
      variable.isRequired = !entry.text.isOptional && entry.text.standard == nil && !entry.repeats
      variable.source = span(entry.slot.range, entry.path)
      if let declaration = entry.declaration { variable.take(declaration) }
      return variable
    }
  }
}
