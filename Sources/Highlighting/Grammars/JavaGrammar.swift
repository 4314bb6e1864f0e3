extension CodeGrammar {
  static let java = CodeGrammar(
    words: WordTable([
      (.definesType, "class enum interface"),
      (Word(style: .keyword, next: .type, isContextual: true), "record"),
      (
        .keyword,
        """
        abstract assert break case catch const continue default do else extends final finally for \
        goto if implements import instanceof native new package private protected public return \
        static strictfp super switch synchronized this throw throws transient try volatile while
        """
      ),
      (.contextual, "exports module opens permits requires sealed to var when yield"),
      (.type, "boolean byte char double float int long short void"),
      (.builtin, "true false null"),
    ]),
    quotes: [Quote("\""), Quote("'")],
    traits: [.capitalTypes, .tripleQuotes],
    leads: [("/", .slash), ("@", .decorator)])

  static let kotlin = CodeGrammar(
    words: WordTable([
      (.definesFunction, "fun"),
      (.definesType, "class interface object typealias"),
      (
        .keyword,
        """
        as break by catch companion const constructor continue crossinline data do else enum \
        external final finally for if import in infix init inline internal is lateinit noinline \
        open operator out override package private protected public reified return sealed super \
        suspend tailrec this throw try val value var vararg when where while
        """
      ),
      (.builtin, "true false null it"),
    ]),
    quotes: [Quote("\"", interpolation: .dollar), Quote("'")],
    traits: [.capitalTypes, .nestedComments, .tripleQuotes],
    leads: [("/", .slash), ("@", .decorator), ("`", .quotedName)])

  static let csharp = CodeGrammar(
    words: WordTable([
      (.definesType, "class enum interface namespace record struct"),
      (
        .keyword,
        """
        abstract as async await base break case catch checked const continue default delegate do \
        else event explicit extern finally fixed for foreach get goto if implicit in init internal \
        is lock new operator out override params private protected public readonly ref return \
        sealed set sizeof stackalloc static switch this throw try typeof unchecked unsafe using \
        virtual volatile while
        """
      ),
      (.contextual, "and from into join let not or orderby partial required select"),
      (.contextual, "var when where with yield"),
      (
        .type,
        """
        bool byte char decimal double dynamic float int long nint nuint object sbyte short string \
        uint ulong ushort void
        """
      ),
      (.builtin, "true false null nameof"),
    ]),
    quotes: [Quote("\""), Quote("'")],
    traits: [.capitalTypes, .capitalCalls, .genericCalls, .tripleQuotes],
    leads: [("/", .slash), ("#", .preprocessor), ("$@", .signedString)])
}
