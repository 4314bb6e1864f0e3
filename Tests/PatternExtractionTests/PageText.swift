import ByteText
import Diagnostics
import Markdown
import Pages
import PatternExtraction
import Patterns

/// The pattern of a page that is given as text.
struct PageText {
  let extraction: Extraction

  init(
    _ text: String, path: String = "page.md", windows: [String: Int] = [:],
    names: SectionNames = SectionNames()
  ) {
    let bytes = Array(text.utf8)
    var parser = PageParser(
      dialect: Dialect(), slugRule: .mkdocs,
      outlines: OutlineWish(headingWords: names.headingWords))
    let page = parser.parse(bytes, path: path, printedPath: path)
    guard let outline = parser.outline else {
      extraction = Extraction()
      return
    }
    extraction = PatternBuilder(names: names, windows: windows).extract(
      page, outline: outline, spans: SpanTable(path: path, lines: LineTable(bytes)))
  }

  /// A page whose section *The Pattern* is that.
  static func pattern(_ section: String) -> PageText {
    PageText("# A technique\n\n## The Pattern\n\n\(section)\n")
  }

  /// A page whose template is that block.
  static func block(_ block: String) -> PageText { pattern("```text\n\(block)\n```") }

  var pattern: Pattern? { extraction.pattern }
  var codes: [String] { extraction.diagnostics.map(\.code.id) }
}

extension Pattern {
  subscript(variable name: String) -> Variable? { variables.first { $0.name == name } }
  subscript(variant id: String) -> Variant? { variants.first { $0.id == id } }
}

extension Turn {
  /// The messages in a line each, with names in braces.
  var written: String {
    messages.map { message in
      let role = message.role == .user ? "" : "\(message.role.rawValue): "
      return role
        + message.content.map { piece in
          switch piece {
          case .text(let text): text
          case .variable(let name): "{\(name)}"
          case .response(let id): "<\(id)>"
          }
        }.joined()
    }.joined(separator: " / ")
  }
}
