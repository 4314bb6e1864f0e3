package import Diagnostics
package import Markdown
package import Pages

/// A slot of a template, where it stands.
package struct SlotPlace: Sendable, Hashable {
  /// The name of the variable that it stands for.
  package var variable: String
  /// What stands between its braces or brackets.
  package var text: String
  /// What names it: a part of `text`, or the label before it on its line.
  package var label: String
  package var isNamedByLine: Bool
  package var path: String
  /// With its braces.
  package var range: ByteRange
}

extension PatternBuilder {
  /// The slots of a page's templates, in the order of the text.
  package func slots(of page: Page, outline: Outline) -> [SlotPlace] {
    let map = PageMap(outline, names: names)
    let classification = BlockClassification(map, names: names)
    let variants = VariantReading(classification, map, pageTitle: page.title)
    let table = VariableTable(variants.templates, declared: page.frontMatter.variables)
    return variants.templates.flatMap { template in
      template.slots.map { slot, _ in
        SlotPlace(
          variable: table.name(of: slot, in: template.path), text: slot.text,
          label: SlotText(slot.text, lineLabel: slot.lineLabel).label,
          isNamedByLine: slot.lineLabel != nil, path: template.path, range: slot.range)
      }
    }
  }
}
