/// What a run of code is, and with it the class of its `<span>`. The names are those of Pygments
/// where it has one, so that style sheets made for it fit.
enum Style: UInt8, CaseIterable, Sendable {
  case plain
  case comment
  case keyword
  case string
  case escape
  case number
  case function
  case type
  case builtin
  case variable
  case tag
  case attribute
  case directive
  case inserted
  case deleted
  case heading
  case emphasis
  case strong
  case prompt
  case output

  /// The tag that begins a run of this style, empty for text that gets no span. This is the whole
  /// table of classes; the theme has a colour for each.
  var openingTag: StaticString {
    switch self {
    case .plain: ""
    case .comment: "<span class=\"c\">"
    case .keyword: "<span class=\"k\">"
    case .string: "<span class=\"s\">"
    case .escape: "<span class=\"se\">"  // escapes, and the marks around an interpolation
    case .number: "<span class=\"m\">"
    case .function: "<span class=\"nf\">"  // defined or called; a command
    case .type: "<span class=\"nc\">"
    case .builtin: "<span class=\"nb\">"  // constants, functions that are built in
    case .variable: "<span class=\"nv\">"
    case .tag: "<span class=\"nt\">"  // elements; keys of JSON, YAML, TOML, INI
    case .attribute: "<span class=\"na\">"  // options, names of HTTP headers
    case .directive: "<span class=\"cp\">"  // preprocessor, decorators, templates
    case .inserted: "<span class=\"gi\">"
    case .deleted: "<span class=\"gd\">"
    case .heading: "<span class=\"gh\">"  // headings of Markdown, headers of a diff
    case .emphasis: "<span class=\"ge\">"
    case .strong: "<span class=\"gs\">"
    case .prompt: "<span class=\"gp\">"
    case .output: "<span class=\"go\">"
    }
  }
}
