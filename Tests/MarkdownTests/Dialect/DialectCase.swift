import Testing

/// Markdown with the whole dialect on, and the HTML that it means.
struct DialectCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var markdown: String
  var expected: String

  init(_ sentence: String, _ markdown: String, _ expected: String) {
    testDescription = sentence
    self.markdown = markdown + "\n"
    self.expected = expected + "\n"
  }

  var html: String { RenderedText(markdown).html }
}
