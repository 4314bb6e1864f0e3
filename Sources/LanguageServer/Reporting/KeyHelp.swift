import Diagnostics
import Pages
import Site
import YAML

/// What a key of front matter or of the configuration means.
struct KeyHelp {
  let words: String
  let range: ByteRange

  init?(_ text: TextDocument, at offset: Int, in view: PageView) {
    guard let yaml = view.frontMatter.yaml, yaml.contains(offset) else { return nil }
    self.init(text, at: offset, in: yaml, of: FrontMatter.record)
  }

  init?(_ text: TextDocument, at offset: Int, in yaml: Range<Int>, of record: Record) {
    let place = KeyPlace(text, at: offset, in: yaml)
    guard place.kind == .key, let key = place.ownKey,
      let field = KeyShapes.fields(below: place.keys, of: record)
        .first(where: { $0.name == key.name })
    else { return nil }
    words = "**\(field.name)**: \(field.summary)\n\n\(field.shape.expectation)"
    range = key.range
  }
}
