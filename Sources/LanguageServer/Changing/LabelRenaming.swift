import Diagnostics
import Markdown
import Pages

/// Another label for a link definition or a footnote.
struct LabelRenaming {
  private let view: PageView

  init(_ view: PageView) { self.view = view }

  /// The label between its brackets, where some stand around it.
  static func name(in range: ByteRange, isFootnote: Bool, _ bytes: [UInt8]) -> ByteRange {
    guard range.count > 2, range.end <= bytes.count, bytes[range.start] == UInt8(ascii: "[") else {
      return range
    }
    return ByteRange(range.start + (isFootnote ? 2 : 1), range.end - 1)
  }

  func edits(_ index: Int, to name: String) throws(RPCError) -> [Edit] {
    let uses = LabelUses(view, definition: index)
    guard !name.contains(where: { "[]".contains($0) }),
      !uses.isFootnote || !name.contains(" ")
    else {
      throw RPCError(
        .invalidParameters,
        uses.isFootnote
          ? "the label of a footnote has no brackets or spaces" : "a label has no brackets")
    }
    let kind = view.page.body.definitions[index].kind
    let isTaken = view.page.body.definitions.contains {
      $0.kind == kind && $0.label == name.lowercased()
        && $0.label != view.page.body.definitions[index].label
    }
    guard !isTaken else {
      throw RPCError(.failed, "the page defines the label \"\(name)\" already")
    }
    let defined = uses.definitions.map {
      edit(Self.name(in: $0, isFootnote: uses.isFootnote, view.bytes), name)
    }
    let used = uses.uses.map { use in
      uses.isFootnote
        ? edit(Self.name(in: use, isFootnote: true, view.bytes), name) : reference(use, name)
    }
    return defined + used
  }

  /// What a reader reads stays as it is: `[text]`, whose text is its label, gets one of its own.
  private func reference(_ use: ByteRange, _ name: String) -> Edit {
    if LinkText.hasText(use, in: view.bytes) {
      return edit(ByteRange(use.start + 1, use.end - 1), name)
    }
    let isCollapsed = view.bytes[min(use.end, view.bytes.count)...].starts(with: "[]".utf8)
    return isCollapsed
      ? edit(ByteRange(use.end + 1, use.end + 1), name)
      : edit(ByteRange(use.end, use.end), "[\(name)]")
  }

  private func edit(_ range: ByteRange, _ text: String) -> Edit {
    Edit(path: view.printed, range: range, replacement: text)
  }
}
