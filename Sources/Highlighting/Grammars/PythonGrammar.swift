extension CodeGrammar {
  static let python = CodeGrammar(
    words: WordTable([
      (.definesFunction, "def"),
      (.definesType, "class"),
      (
        .keyword,
        """
        and as assert async await break continue del elif else except finally for from global if \
        import in is lambda nonlocal not or pass raise return try while with yield
        """
      ),
      (.contextual, "match case type"),
      (.builtin, "None True False NotImplemented Ellipsis self cls __name__ __file__ __init__"),
      (
        .builtin,
        """
        abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod \
        compile complex delattr dict dir divmod enumerate eval exec filter float format frozenset \
        getattr globals hasattr hash help hex id input int isinstance issubclass iter len list \
        locals map max memoryview min next object oct open ord pow print property range repr \
        reversed round set setattr slice sorted staticmethod str sum super tuple vars zip
        """
      ),
    ]),
    quotes: [Quote("\""), Quote("'")],
    traits: [.capitalTypes, .capitalConstants, .tripleQuotes],
    prefixes: .python,
    leads: [("#", .hashComment), ("@", .decorator)])
}
