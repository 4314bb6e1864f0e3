extension CodeGrammar {
  static let javascript = ecmaScript(words: commonWords, allowsMarkup: true)
  static let typescript = ecmaScript(words: typeWords + commonWords, allowsMarkup: false)
  static let tsx = ecmaScript(words: typeWords + commonWords, allowsMarkup: true)

  private static func ecmaScript(
    words: [(Word, StaticString)], allowsMarkup: Bool
  ) -> CodeGrammar {
    CodeGrammar(
      words: WordTable(words),
      quotes: [
        Quote("\""), Quote("'"), Quote("`", interpolation: .dollarBrace, isMultiline: true),
      ],
      traits: [.capitalTypes, .regularExpressions, .genericCalls],
      leads: [
        ("/", .slash), ("@", .decorator), ("$#", .letter), ("<", allowsMarkup ? .markup : .other),
      ])
  }

  private static let commonWords: [(Word, StaticString)] = [
    (.definesFunction, "function"),
    (.definesType, "class"),
    (
      .keyword,
      """
      async await break case catch const continue debugger default delete do else export extends \
      finally for if import in instanceof let new return super switch this throw try typeof var \
      void while with yield
      """
    ),
    (.contextual, "as from get of set static"),
    (
      .builtin,
      """
      console document exports false globalThis Infinity module NaN null process require true \
      undefined window
      """
    ),
  ]

  private static let typeWords: [(Word, StaticString)] = [
    (Word(style: .keyword, next: .type, isContextual: true), "interface enum namespace type"),
    (
      .contextual,
      """
      abstract accessor asserts declare implements infer is keyof module override private \
      protected public readonly satisfies unique
      """
    ),
    (.type, "any bigint boolean never number object string symbol unknown"),
  ]
}
