import Diagnostics
import Pages
import PatternExtraction
import Site

/// Another label for a slot, in all templates of the page and in the front matter.
struct SlotRenaming {
  private let view: PageView

  init(_ view: PageView) { self.view = view }

  /// The bytes of a slot's label; nil where the words before it on its line are the label.
  func name(of slot: SlotPlace) -> ByteRange? {
    guard !slot.isNamedByLine else { return nil }
    let label = Array(slot.label.utf8)
    let place = view.range(slot.range)
    guard !label.isEmpty, place.count >= label.count else { return nil }
    for start in place.start...(place.end - label.count)
    where view.bytes[start...].starts(with: label) {
      return ByteRange(start, start + label.count)
    }
    return nil
  }

  func edits(_ slot: SlotPlace, to name: String) throws(RPCError) -> [Edit] {
    guard !name.contains(where: { "{}[]:|".contains($0) }) else {
      throw RPCError(.invalidParameters, "a label has no braces, brackets, colons or bars")
    }
    let slots = view.slots
    let places = slots.enumerated().filter { $1.variable == slot.variable }
    var edits: [Edit] = []
    for (_, place) in places {
      guard let range = self.name(of: place) else {
        throw RPCError(.failed, "the words before it name this slot: change them")
      }
      edits.append(Edit(path: view.printed, range: range, replacement: name))
    }
    edits.sort { $0.range.start < $1.range.start }
    let text = EditPlan.applying(edits, to: view.bytes)
    let renamed = view.guide.slots(in: text, path: view.path).filter { $0.path == view.printed }
    guard renamed.count == slots.count, let first = places.first else {
      throw RPCError(.failed, "with that label it would be a slot no more")
    }
    let variable = renamed[first.offset].variable
    let others = Set(slots.map(\.variable)).subtracting([slot.variable])
    guard !others.contains(variable) else {
      throw RPCError(.failed, "the page has a slot \"\(name)\" already")
    }
    return edits + declarations(of: slot, to: name, variable: variable)
  }

  /// What the front matter says of the slot goes on to mean it.
  private func declarations(of slot: SlotPlace, to name: String, variable: String) -> [Edit] {
    view.page.frontMatter.variables.compactMap { declared -> Edit? in
      guard declared.name.value == slot.variable else { return nil }
      guard let written = declared.slot else {
        guard variable != slot.variable else { return nil }
        return Edit(path: view.printed, range: declared.name.range, replacement: variable)
      }
      let label = Array(slot.label.utf8)
      let bytes = view.bytes
      for start in written.range.indices.clamped(to: bytes.indices)
      where bytes[start...].starts(with: label) {
        return Edit(
          path: view.printed, range: ByteRange(start, start + label.count), replacement: name)
      }
      return nil
    }
  }
}
