import Diagnostics
import JSON
import Markdown
import Pages
import PatternExtraction

/// Gives what is under the cursor another name, everywhere.
struct Renaming {
  let view: PageView

  /// What would be renamed, with the name that it has; nil where nothing can be.
  func preparation(at offset: Int) -> JSONValue? {
    guard let name = name(at: offset) else { return nil }
    return [
      "range": Desk.range(name, in: view.text),
      "placeholder": .string(view.text.text(in: name.indices)),
    ]
  }

  /// Where the name stands that the cursor is on.
  private func name(at offset: Int) -> ByteRange? {
    switch Mention(at: offset, in: view) {
    case .heading(let index)?:
      return HeadingText.range(view.page.body.headings[index].range, in: view.text)
    case .label(let index, let range)?:
      let isFootnote = view.page.body.definitions[index].kind == .footnote
      return LabelRenaming.name(in: range, isFootnote: isFootnote, view.bytes)
    case .slot(let slot)?: return SlotRenaming(view).name(of: slot)
    case .link?, .related?, nil: return nil
    }
  }

  func answer(at offset: Int, to name: String) throws(RPCError) -> JSONValue {
    guard !name.isEmpty, !name.contains(where: \.isNewline) else {
      throw RPCError(.invalidParameters, "a name is a text on one line")
    }
    var edit = WorkspaceEdit(view.desk)
    switch Mention(at: offset, in: view) {
    case .heading(let index)?: edit.add(try HeadingRenaming(view).edits(index, to: name))
    case .label(let index, _)?: edit.add(try LabelRenaming(view).edits(index, to: name))
    case .slot(let slot)?: edit.add(try SlotRenaming(view).edits(slot, to: name))
    case .link?, .related?, nil:
      throw RPCError(.failed, "there is no heading, label or slot here")
    }
    guard let json = edit.json else {
      throw RPCError(.failed, "a file that refers to this cannot be read")
    }
    return json
  }
}
