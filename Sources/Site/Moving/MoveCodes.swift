package import Diagnostics

/// What can keep something from being moved.
extension Code {
  package static let moveSource = Code(
    "TB-F040", "what is moved is a page, a file, a folder or a heading of the guide",
    explanation: """
      `turnbook mv` moves what lies in the content folder. It was asked to move something that is not \
      there, that lies elsewhere, or that is reached through a symbolic link, whose other name would \
      keep leading to the old place. Nothing was changed. Name it as it lies there: \
      `turnbook mv content/few-shot.md content/techniques/few-shot.md`, or a heading as \
      `content/few-shot.md#when-to-use-it`.
      """)
  package static let moveTargetTaken = Code(
    "TB-F041", "what is moved takes nobody else's place",
    explanation: """
      Something stands where the moved page or folder is to go, or is published at its new address: a \
      file, a page with that address, or a redirect that leads readers of that address to another \
      page. Nothing was changed. Choose another name, or move what stands there first.
      """)
  package static let moveTarget = Code(
    "TB-F042", "what is moved stays in the guide",
    explanation: """
      After the move the page would be no page of the guide: its new place lies outside of the content \
      folder or in itself, begins with `_` or `.`, is excluded by the configuration, or ends with \
      something else than `.md`. Links to it would lead nowhere. Nothing was changed; choose another \
      name. To leave a page out of the guide, write `draft: true` into its front matter.
      """)
  package static let unmovableReference = Code(
    "TB-F043", "every reference to what is moved can be rewritten",
    explanation: """
      A link, a navigation entry or an include would lead elsewhere after the move, and cannot be \
      rewritten where it stands. Mostly it stands in a file that several pages include: seen from each \
      of them, its target would have to be written otherwise. Nothing was changed. Write the reference \
      from the top of the content folder, with a slash in front, which is the same from everywhere; or \
      write it on one line; then run again.
      """)
  package static let halfMoved = Code(
    "TB-F044", "a move that was interrupted is finished first",
    explanation: """
      A move changes many files. All new texts are written beside the old ones first; then they take \
      their places. When the program is killed in between, `.turnbook-move` in the guide's folder says \
      what is left, and the next `turnbook mv` finishes that first; the same one again does no more. It \
      stops where a file has been edited since: take over by hand what the text says that the move \
      wrote, whose path is named, delete that one, and run `turnbook mv` again.
      """)
}
