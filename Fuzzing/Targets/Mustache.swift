@testable import ByteText
@testable import Templating

extension Target {
  /// A template and its partials, each after a NUL, filled with texts, lists and objects.
  static let mustache = Target(name: "mustache") { input in
    let parts = input.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
    let sources = zip(["page", "a", "b", "c"], parts).map { name, part in
      TemplateSource(name: name, path: name, bytes: Array(part))
    }
    let library = TemplateLibrary(sources)
    guard let page = library.template(named: "page") else { return }
    var renderer = TemplateRenderer(library)
    var output = ByteBuffer()
    renderer.render(page, with: [context], into: &output)
    var again = ByteBuffer()
    renderer.render(page, with: [context], into: &again)
    require(output.array == again.array, "the same template is filled in two ways")
    _ = renderer.takeDiagnostics()
  }

  private static let context: TemplateValue = [
    "a": "<&\">", "b": ["1", "2"], "c": ["d": "e", "f": ["g": false]], "h": .null, "i": 7,
    "list": [["a": "x"], ["a": "y"]], "html": .html(Array("<b>".utf8)),
  ]
}
