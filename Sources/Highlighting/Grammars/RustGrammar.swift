extension CodeGrammar {
  static let rust = CodeGrammar(
    words: WordTable([
      (.definesFunction, "fn"),
      (.definesType, "enum struct trait type"),
      (
        .keyword,
        """
        as async await break const continue crate dyn else extern for if impl in let loop \
        macro_rules match mod move mut pub ref return static super unsafe use where while yield
        """
      ),
      (Word(style: .keyword, next: .type, isContextual: true), "union"),
      (
        .type,
        """
        bool char f32 f64 i128 i16 i32 i64 i8 isize str u128 u16 u32 u64 u8 usize
        """
      ),
      (.builtin, "true false self Self None Some Ok Err"),
    ]),
    quotes: [Quote("\"", isMultiline: true)],
    traits: [.capitalTypes, .nestedComments, .macros, .keywordsAfterDot],
    prefixes: .rust,
    leads: [("/", .slash), ("#", .bracketAttribute), ("'", .tick), ("$", .dollarName)])
}
