extension CodeGrammar {
  static let go = CodeGrammar(
    words: WordTable([
      (.definesFunction, "func"),
      (.definesType, "type"),
      (
        .keyword,
        """
        break case chan const continue default defer else fallthrough for go goto if import \
        interface map package range return select struct switch var
        """
      ),
      (
        .type,
        """
        any bool byte comparable complex128 complex64 error float32 float64 int int16 int32 int64 \
        int8 rune string uint uint16 uint32 uint64 uint8 uintptr
        """
      ),
      (
        .builtin,
        """
        append cap clear close complex copy delete false imag iota len make max min new nil panic \
        print println real recover true
        """
      ),
    ]),
    quotes: [Quote("\""), Quote("'"), Quote("`", escapes: .none, isMultiline: true)],
    leads: [("/", .slash)])
}
