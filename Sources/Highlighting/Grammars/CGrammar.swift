extension CodeGrammar {
  static let c = CodeGrammar(
    words: WordTable(cWords),
    quotes: [Quote("\""), Quote("'")],
    traits: [.typeSuffix, .quotesInNumbers],
    prefixes: .c,
    leads: [("/", .slash), ("#", .preprocessor)])

  static let cpp = CodeGrammar(
    words: WordTable(cppWords + cWords),
    quotes: [Quote("\""), Quote("'")],
    traits: [.typeSuffix, .quotesInNumbers, .capitalTypes, .capitalCalls, .genericCalls],
    prefixes: .c,
    leads: [("/", .slash), ("#", .preprocessor), ("@", .decorator)])

  private static let cWords: [(Word, StaticString)] = [
    (.definesType, "enum struct union"),
    (
      .keyword,
      """
      _Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert _Thread_local auto break case \
      const constexpr continue default do else extern for goto if inline register restrict return \
      sizeof static static_assert switch thread_local typedef typeof volatile while
      """
    ),
    (.type, "bool char double float int long short signed unsigned void _Bool _Complex FILE"),
    (.builtin, "true false NULL nullptr stdin stdout stderr EOF errno"),
  ]

  private static let cppWords: [(Word, StaticString)] = [
    (.definesType, "class concept namespace typename"),
    (
      .keyword,
      """
      alignas alignof and asm catch co_await co_return co_yield const_cast consteval constinit \
      decltype delete dynamic_cast explicit export final friend mutable new noexcept not operator \
      or override private protected public reinterpret_cast requires static_cast template throw \
      try typeid using virtual xor
      """
    ),
    (.contextual, "import module"),
    (.type, "char8_t char16_t char32_t wchar_t string string_view vector"),
    (.builtin, "this std"),
  ]
}
