/// A section, parent or block whose closing tag has not come yet; the first one is the template
/// itself.
struct OpenScope {
  enum Kind {
    case template
    case section(startsLine: Bool)
    /// `blanks`: what stands before a parent tag that may turn out to have its lines to itself.
    case parent(blanks: Range<Int>?, startsLine: Bool)
    case block(BlockNode.Placement, indentation: Range<Int>)
    /// A block directly inside a parent tag; `opensLine` when its content begins on the next line.
    case argument(opensLine: Bool)
  }

  let kind: Kind
  /// The opening tag; nil for the template itself.
  let tag: Tag?
  var children: [TemplateNode] = []
  /// The blocks of a parent.
  var arguments: [BlockNode] = []
  /// Content outside a parent's blocks was met and reported.
  var hasStrayContent = false

  var isParent: Bool {
    if case .parent = kind { true } else { false }
  }
}
