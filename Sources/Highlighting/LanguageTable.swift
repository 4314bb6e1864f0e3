/// Which lexer colours which language: the one place where a language is announced.
enum LanguageTable {
  struct Entry: Sendable {
    /// The usual name first, then its aliases, all in small letters.
    let names: [String]
    let lex: @Sendable (inout Painter) -> Void

    var name: String { names[0] }

    init(_ names: String, _ lex: @escaping @Sendable (inout Painter) -> Void) {
      self.names = names.split(separator: " ").map(String.init)
      self.lex = lex
    }
  }

  static let entries: [Entry] = [
    Entry("bash sh zsh shell ksh fish shellscript", ShellLexer.lex),
    Entry("c h", { CodeLexer.lex(&$0, .c) }),
    Entry("console shell-session sh-session bash-session shellsession terminal", ConsoleLexer.lex),
    Entry("cpp c++ cc cxx hpp hxx objc objective-c", { CodeLexer.lex(&$0, .cpp) }),
    Entry("csharp c# cs", { CodeLexer.lex(&$0, .csharp) }),
    Entry("css scss less", CSSLexer.lex),
    Entry("diff patch udiff", DiffLexer.lex),
    Entry("dockerfile docker containerfile", DockerfileLexer.lex),
    Entry("go golang", { CodeLexer.lex(&$0, .go) }),
    Entry("html htm xhtml vue svelte jinja jinja2 html+jinja django twig liquid", HTMLLexer.lex),
    Entry("http https rest", HTTPLexer.lex),
    Entry("ini cfg conf properties dosini editorconfig systemd env dotenv", INILexer.lex),
    Entry("java", { CodeLexer.lex(&$0, .java) }),
    Entry("javascript js jsx mjs cjs node", { CodeLexer.lex(&$0, .javascript) }),
    Entry("json jsonc json5 jsonl ndjson geojson webmanifest", JSONLexer.lex),
    Entry("kotlin kt kts", { CodeLexer.lex(&$0, .kotlin) }),
    Entry("makefile make mk bsdmake gnumake", MakefileLexer.lex),
    Entry("markdown md mdx mkd", MarkdownLexer.lex),
    Entry("powershell ps1 pwsh posh psm1 psd1", PowerShellLexer.lex),
    Entry("pycon python-console", PythonConsoleLexer.lex),
    Entry("python py python3 py3 pyi", { CodeLexer.lex(&$0, .python) }),
    Entry("rust rs", { CodeLexer.lex(&$0, .rust) }),
    Entry("sql mysql pgsql postgres postgresql sqlite sqlite3 tsql", { CodeLexer.lex(&$0, .sql) }),
    Entry("swift", { CodeLexer.lex(&$0, .swift) }),
    Entry("toml", TOMLLexer.lex),
    Entry("tsx", { CodeLexer.lex(&$0, .tsx) }),
    Entry("typescript ts mts cts", { CodeLexer.lex(&$0, .typescript) }),
    Entry("xml svg xsl xslt xsd rss atom plist", HTMLLexer.lex),
    Entry("yaml yml", YAMLLexer.lex),
  ]

  static let indices: [String: Int] = {
    var indices: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      for name in entry.names { indices[name] = index }
    }
    return indices
  }()

  static let longestName = indices.keys.reduce(0) { max($0, $1.utf8.count) }
}
