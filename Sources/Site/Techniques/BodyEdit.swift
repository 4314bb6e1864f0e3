import Templating

/// What takes the place of a piece of a page's HTML.
struct BodyEdit {
  enum Content {
    case html([UInt8])
    /// A template of the theme, and the innermost context that it sees.
    case template(String, TemplateValue)
  }

  /// Empty where something is put in.
  var range: Range<Int>
  var content: Content
}
