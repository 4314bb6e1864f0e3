/// What a programming language looks like, as data for `CodeLexer`.
struct CodeGrammar: Sendable {
  /// What a byte may be the first of.
  enum Lead: UInt8, Sendable {
    // `letter` and `digit` come first: together they are what continues an identifier.
    case letter, digit
    case blank, newline, other, dot, open, close, string
    /// `//` and `/* */`, in some languages a regular expression
    case slash
    /// `--`
    case dashes
    /// `#` up to the end of the line
    case hashComment
    /// `#include <stdio.h>`
    case preprocessor
    /// `#[derive(Debug)]`
    case bracketAttribute
    /// `#if`, `#expect`, `#"raw"#`
    case pound
    /// `@name`
    case decorator
    /// `$0`, `$name`
    case dollarName
    /// `$1`, `$$ text $$`, `$tag$ text $tag$`
    case dollarQuote
    /// `$"…"`, `@"…"`
    case signedString
    /// `:name`, `@name`
    case parameter
    /// `'a'` or `'lifetime`
    case tick
    /// `` `name` ``
    case quotedName
    /// `<div>` where an expression may begin
    case markup
  }

  struct Traits: OptionSet, Sendable {
    let rawValue: Int
    /// Names that begin with a capital are types, those in capitals with underscores constants.
    static let capitalTypes = Traits(rawValue: 1 << 0)
    /// `/* /* */ */`
    static let nestedComments = Traits(rawValue: 1 << 1)
    /// `/[a-z]+/g` where no value stands before
    static let regularExpressions = Traits(rawValue: 1 << 2)
    /// `name!(…)` is a call.
    static let macros = Traits(rawValue: 1 << 3)
    /// A word after a dot may be a keyword: `.await`.
    static let keywordsAfterDot = Traits(rawValue: 1 << 4)
    /// Three delimiters begin a string of several lines.
    static let tripleQuotes = Traits(rawValue: 1 << 5)
    /// `1'000`
    static let quotesInNumbers = Traits(rawValue: 1 << 6)
    /// `size_t` is a type.
    static let typeSuffix = Traits(rawValue: 1 << 7)
    /// A capital means nothing where a call follows: `fmt.Println(`.
    static let capitalCalls = Traits(rawValue: 1 << 8)
    /// `PATTERN` is a constant, even without an underscore.
    static let capitalConstants = Traits(rawValue: 1 << 10)
    /// `fetch<Page>(url)` is a call.
    static let genericCalls = Traits(rawValue: 1 << 11)
    /// `//` begins no comment.
    static let blockCommentsOnly = Traits(rawValue: 1 << 9)
  }

  /// What the letters right before a string mean.
  enum Prefixes: Sendable { case none, python, rust, c }

  let words: WordTable
  let leads: [Lead]
  let quotes: [Quote]
  let traits: Traits
  let prefixes: Prefixes

  /// - Parameter leads: characters with their leads, where they differ from what most languages do.
  init(
    words: WordTable, quotes: [Quote], traits: Traits = [], prefixes: Prefixes = .none,
    leads changes: [(StaticString, Lead)] = []
  ) {
    self.words = words
    self.quotes = quotes
    self.traits = traits
    self.prefixes = prefixes
    var leads = (0...255).map { Self.usualLead(of: UInt8($0)) }
    for quote in quotes { leads[Int(quote.delimiter)] = .string }
    for (characters, lead) in changes {
      for byte in characters.bytes { leads[Int(byte)] = lead }
    }
    self.leads = leads
  }

  /// The string that a delimiter begins.
  func quote(_ delimiter: UInt8) -> Quote? {
    quotes.first { $0.delimiter == delimiter }
  }

  private static func usualLead(of byte: UInt8) -> Lead {
    switch byte {
    case _ where byte.isLetter: .letter
    case _ where byte.isDigit: .digit
    case _ where byte.isBlank: .blank
    case .newline: .newline
    case .dot: .dot
    case .openParen, .openBracket, .openBrace: .open
    case .closeParen, .closeBracket, .closeBrace: .close
    default: .other
    }
  }
}
