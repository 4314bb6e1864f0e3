import ByteText
package import Diagnostics
package import Markdown
package import Pages
package import Patterns

/// What was found on a page.
package struct Extraction: Sendable {
  /// Nil where the page has no template.
  package var pattern: Pattern?
  /// Why each block of code was or was not taken, in the order of the text.
  package var explanation: [FenceDecision] = []
  package var diagnostics: [Diagnostic] = []
  /// What goes wrong with the technique, where the page has no template too.
  package var pitfalls: [Pattern.Pitfall] = []
  /// The worked examples, where the page has no template too.
  package var examples: [WorkedExample] = []

  package init() {}
}

/// Takes patterns from pages.
package struct PatternBuilder: Sendable {
  let names: SectionNames
  /// Tokens that each platform reads at once.
  private let windows: [String: Int]

  package init(names: SectionNames = SectionNames(), windows: [String: Int] = [:]) {
    self.names = names
    self.windows = windows
  }

  /// The pattern of a page, its links still as they are written there.
  package func extract(
    _ page: Page, outline: Outline, spans: SpanTable
  ) -> Extraction {
    let map = PageMap(outline, names: names)
    let classification = BlockClassification(map, names: names)
    var variants = VariantReading(classification, map, pageTitle: page.title)
    let table = VariableTable(variants.templates, declared: page.frontMatter.variables)
    variants.assignExamples(table)

    var extraction = Extraction()
    let worked = WorkedExamples(
      map, Set(classification.blocks.filter { $0.role == .worked }.map(\.index)), names: names,
      spans: spans)
    extraction.explanation = Self.explanation(classification, map, variants, worked, spans)
    extraction.pitfalls = Pitfalls(map, names: names, declared: page.frontMatter.pitfalls).all
    extraction.examples = worked.all
    guard !variants.templates.isEmpty else { return extraction }

    var pattern = Pattern(id: Self.id(of: page), title: page.title)
    pattern.description = page.frontMatter.description?.value ?? ""
    pattern.source.path = page.path
    pattern.tags = page.frontMatter.tags.map(\.value)
    pattern.goal = page.frontMatter.goal.map {
      Pattern.Goal(statement: $0.statement.value, doneWhen: $0.doneWhen.map(\.value))
    }
    pattern.platforms = page.platforms.map {
      Pattern.Platform(id: $0, name: $0, window: windows[$0])
    }
    let links = RelatedLinks(map)
    pattern.whenToUse = links.whenToUse()
    pattern.related = links.related(declared: page.frontMatter.related)
    pattern.reading = links.reading()
    pattern.pitfalls = extraction.pitfalls
    pattern.examples = worked.all
    pattern.variables = table.variables(in: variants.templates, spans)
    pattern.variants = variants.variants(table, spans)
    pattern.takeExamples()
    extraction.pattern = pattern

    extraction.diagnostics =
      variants.diagnostics
      + PatternChecks(page, variants.templates, table, windows: windows).diagnostics
    return extraction
  }

  /// The id that the author gave, else the name of the file.
  package static func id(of page: Page) -> String {
    if let id = page.frontMatter.id?.value { return id }
    let slug = SlugRule.unicode.slug(of: PagePath(page.path).plainTitle)
    return slug.isEmpty ? "pattern" : slug
  }

  private static func explanation(
    _ classification: BlockClassification, _ map: PageMap, _ variants: VariantReading,
    _ worked: WorkedExamples, _ spans: SpanTable
  ) -> [FenceDecision] {
    classification.blocks.compactMap { block in
      guard let code = map.outline.code(at: block.index) else { return nil }
      var verdict = FenceDecision.Verdict.notTaken
      var reason = block.reason
      switch block.role {
      case .template:
        if let id = variants.variantOfBlock[block.index] {
          verdict = .template(id)
        } else {
          reason = "it is empty"
        }
      case .example:
        if let id = variants.variantOfBlock[block.index] {
          verdict = .example(id)
        } else {
          reason += ", and there is no template that it could be an example of"
        }
      case .worked: verdict = .workedExample(worked.titles[block.index] ?? "")
      case .nothing: break
      }
      let place = map.outline.blocks[block.index]
      return FenceDecision(
        verdict: verdict, reason: reason, language: code.language, path: place.path,
        range: place.range, line: spans.span(place.range, in: place.path)?.line,
        worked: worked.places[block.index])
    }
  }
}

extension VariableTable {
  fileprivate func variables(in templates: [Template], _ spans: SpanTable) -> [Variable] {
    variables { range, path in spans.span(range, in: path) }
  }
}

extension Pattern {
  /// Gives each variable the value that the first fitting example has for it.
  fileprivate mutating func takeExamples() {
    var values: [String: String] = [:]
    for value in variants.flatMap(\.filled).compactMap(\.values).flatMap({ $0 })
    where !value.value.isEmpty && values[value.name] == nil {
      values[value.name] = value.value
    }
    for index in variables.indices where variables[index].example == nil {
      variables[index].example = values[variables[index].name]
    }
  }
}
