/// What is to be moved, and where to. Paths are those of the content folder.
package enum MoveRequest: Sendable, Hashable {
  /// A page, another file, or a folder with all that is in it.
  case path(from: String, to: String)
  /// A heading, by the page's path and the anchor it has now.
  case heading(page: String, anchor: String, to: HeadingName)

  /// What a heading is called from now on.
  package enum HeadingName: Sendable, Hashable {
    /// Other words, as Markdown; the anchor follows from them unless the author wrote one.
    case text(String)
    /// Another anchor; the words stay.
    case anchor(String)
  }
}
