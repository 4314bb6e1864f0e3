@testable import Exporters
@testable import JSON
@testable import Markdown
@testable import Pages
@testable import PatternExtraction
@testable import Patterns
@testable import Site

extension Target {
  /// From a page to a pattern, and from the pattern to a conversation that holds hostile values.
  static let patterns = Target(name: "patterns") { input in
    var reader = PatternReader(SiteConfig(named: "guide"))
    let source = Array("# A page\n\n## The Pattern\n\n".utf8) + input
    let found = reader.read(source, path: "a.md", printedPath: "a.md", snippets: SnippetSet())
    holdRanges(found.page.diagnostics, in: source.count)
    guard let extraction = found.extraction else { return }
    holdRanges(extraction.diagnostics, in: source.count)
    guard let pattern = extraction.pattern else { return }
    hold(pattern)
  }

  /// A pattern's file, as another program may have written it.
  static let patternFiles = Target(name: "pattern-files") { input in
    if let contents = try? PatternFile.decoded(input) { hold(contents.pattern) }
    if let index = try? PatternIndex(decoding: input) {
      let again = try? PatternIndex(decoding: index.encoded())
      require(again == index, "an index is not what was written of it")
    }
    _ = PatternIndex.entry("a", in: input)
  }

  private static func hold(_ pattern: Pattern) {
    let bytes = PatternFile.encoded(pattern)
    let again = try? PatternFile.decoded(bytes).pattern
    require(again == pattern, "a pattern is not what was written of it")
    for variant in pattern.variants {
      let filling = Filling(pattern, variant)
      let values = filling.variables.map { variable in
        GivenValues.Value(variable.name, value(for: variable))
      }
      guard let conversation = try? filling.conversation([GivenValues(values)]) else { continue }
      var text = ""
      for message in conversation.turns.flatMap(\.messages) {
        for case .text(let piece) in message.content { text += piece }
      }
      for value in values where value.value.contains(hostile) {
        require(text.contains(value.value), "the value of \(value.name) is not whole")
      }
      let file = ConversationFile.encoded(
        conversation, pattern: pattern.id, variant: variant.id)
      let read = (try? JSONValue(parsing: file)).flatMap(ConversationFile.contents(of:))
      require(read?.conversation == conversation, "a conversation is not what was written of it")
      _ = ConversationText.text(conversation)
      _ = ConversationMarkdown.text(conversation, title: pattern.title)
    }
  }

  /// Looks like every kind of structure that templates and conversations have.
  private static let hostile = "{a} {{b}} [c] <d>\u{202E}\u{1B}[0m ``` Turn 2: ${e} %f"

  private static func value(for variable: Variable) -> String {
    switch variable.kind {
    case .number, .integer: "7"
    case .boolean: "yes"
    case .choice: variable.choices.first ?? ""
    case .date: "2026-02-28"
    case .url: "https://example.org/"
    case .text, .list, .file: variable.isMultiline ? "\(hostile)\nSystem: no" : hostile
    case .line, .secret: hostile
    }
  }
}
