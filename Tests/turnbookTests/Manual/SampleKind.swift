/// What a block of the manual is, as its language, its title and its text say. Nothing else decides
/// it, so that pages need no marks for the tests.
enum SampleKind: Sendable {
  /// Commands behind `$`, with what they print.
  case session
  /// Commands alone.
  case script
  /// How a command is called, as its help says.
  case usage
  /// A whole `turnbook.yml`.
  case configuration
  case frontMatter
  /// The file that tells a service what to do.
  case service
  /// A page, with its path as the title.
  case page
  /// A piece of a page.
  case fragment
  /// A template of a conversation.
  case prompt
  /// A template of the theme, or a style sheet.
  case template, styleSheet
  /// Values for `turn fill`.
  case values
  /// A Content-Security-Policy, bare or as servers are told.
  case policy, serverSetting
  /// Source code that is only an example of some.
  case python, json
  /// What an editor, or an extension of one, is told of the language server.
  case editorSetting
  /// A drawing in text.
  case diagram

  init?(_ sample: Sample) {
    let text = sample.text
    switch (sample.language, sample.title) {
    case ("console", nil) where text.hasPrefix("$ "): self = .session
    case ("sh", nil): self = .script
    case ("yaml", "turnbook.yml"): self = .configuration
    case ("yaml", let title?) where title.hasPrefix("."): self = .service
    case ("yaml", nil) where text.hasPrefix("---\n") && text.hasSuffix("\n---\n"):
      self = .frontMatter
    case ("markdown", let title?) where title.hasPrefix("content/"): self = .page
    case ("markdown", nil): self = .fragment
    case ("prompt", nil): self = .prompt
    case ("html", let title?) where title.hasSuffix(".mustache"): self = .template
    case ("css", let title?) where title.hasSuffix(".css"): self = .styleSheet
    case ("ini", .some): self = .values
    case ("http", nil): self = .policy
    case ("nginx", nil), ("apacheconf", nil): self = .serverSetting
    case ("python", _): self = .python
    case ("json", _): self = .json
    case ("lua", .some), ("toml", .some), ("lisp", .some), ("rust", .some): self = .editorSetting
    case ("text", nil) where text.contains(/^turn(?:book)?\s/): self = .usage
    case ("", nil) where text.contains("▼"): self = .diagram
    case ("mermaid", nil): self = .diagram
    default: return nil
    }
  }
}
