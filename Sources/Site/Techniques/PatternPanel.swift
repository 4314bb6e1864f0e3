import Markdown
import Pages
import PatternExtraction
import Patterns
import Templating

extension TechniqueBody {
  /// Right below the first template, where a reader wants to fill it in.
  var panel: BodyEdit? {
    guard let place = techniques.pattern(of: index),
      let main = techniques.patterns[place].variants.first,
      extraction.explanation.count == page.body.codeBlocks.count,
      let last = extraction.explanation.lastIndex(where: { $0.verdict == .template(main.id) }),
      let end = page.body.html.end(of: "</pre></div>\n", from: page.body.codeBlocks[last].offset)
    else { return nil }
    return BodyEdit(
      range: end..<end,
      content: .template("panel", ["pattern": contexts.pattern(of: index)]))
  }
}
