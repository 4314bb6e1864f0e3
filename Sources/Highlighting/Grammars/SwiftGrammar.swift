extension CodeGrammar {
  static let swift = CodeGrammar(
    words: WordTable([
      (.definesFunction, "func macro"),
      (.definesType, "actor associatedtype class enum extension protocol struct typealias"),
      (
        .keyword,
        """
        as async await borrowing break case catch consuming continue convenience default defer \
        deinit do dynamic else fallthrough fileprivate final for guard if import in indirect init \
        inout internal is isolated lazy let mutating nonisolated nonmutating open operator \
        override package precedencegroup private public repeat required rethrows return sending \
        some static subscript super switch throw throws try unowned var weak where while
        """
      ),
      (.contextual, "any consume copy each of"),
      (.keyword, "get set willSet didSet"),
      (.builtin, "true false nil self Self"),
    ]),
    quotes: [Quote("\"", interpolation: .backslashParen)],
    traits: [.capitalTypes, .nestedComments, .tripleQuotes],
    leads: [
      ("/", .slash), ("@", .decorator), ("#", .pound), ("$", .dollarName), ("`", .quotedName),
    ])
}
