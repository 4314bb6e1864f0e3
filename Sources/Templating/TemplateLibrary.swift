package import Diagnostics

/// A set of Mustache templates that may include each other, compiled once and rendered from any
/// number of threads.
///
/// Complete by the Mustache specification: comments, delimiters, interpolation, sections, inverted
/// sections, partials, dynamic names and inheritance (lambdas do not apply: values hold no code). A
/// library can be rendered even when `diagnostics` has errors: a tag that is wrong then prints
/// nothing.
package struct TemplateLibrary: Sendable {
  /// Everything that is wrong with the templates themselves, by file and place.
  package let diagnostics: [Diagnostic]
  let program: Program

  /// - Parameter allowsRecursion: the specification lets a template include itself, for trees in
  ///   the data. Where no template does, a cycle is a mistake and becomes a diagnostic. Rendering
  ///   stops 1,000 includes deep in any case.
  package init(_ sources: [TemplateSource], allowsRecursion: Bool = false) {
    let templates = sources.map(TemplateParser.parse)
    let graph = IncludeGraph(templates)
    program = Assembler.assemble(templates)
    diagnostics =
      (templates.flatMap(\.diagnostics) + graph.findings(allowsRecursion: allowsRecursion))
      .sorted()
  }

  /// The names of all templates, sorted.
  package var names: [String] { program.templates.keys.sorted() }

  /// The template of that name, to be rendered by a `TemplateRenderer` of this library.
  package func template(named name: String) -> TemplateID? {
    program.templates[name].map { TemplateID(number: $0) }
  }
}

/// One template of a library.
package struct TemplateID: Hashable, Sendable {
  let number: Int32
}

extension TemplateLibrary {
  /// Finds names that no context of the program has, in every template, also in sections that no
  /// page shows.
  ///
  /// `names` are all that any object has, at whatever depth. Where a name stands is not looked at:
  /// that is what rendering with `MissingNames.diagnose` adds.
  package func unknownNames(known names: some Sequence<String>) -> [Diagnostic] {
    let ordered = Set(names).sorted()
    let known = Set(ordered)
    return program.names.indices.compactMap { number in
      let name = program.names[number]
      for (index, part) in program.parts[name.parts.asIndices].enumerated()
      where !part.name.isEmpty && !known.contains(part.name) {
        return program.unknownName(Int32(number), at: index, visible: ordered)
      }
      return nil
    }.sorted()
  }

  /// One diagnostic for each tag, the first: what renderers on several threads found, put in the
  /// order of the pages, makes the same report on every run.
  package static func firstForEachTag(_ diagnostics: some Sequence<Diagnostic>) -> [Diagnostic] {
    var seen: Set<TaggedCode> = []
    return diagnostics.filter {
      seen.insert(TaggedCode(code: $0.code, path: $0.path, range: $0.range)).inserted
    }.sorted()
  }

  private struct TaggedCode: Hashable {
    let code: Code
    let path: String?
    let range: ByteRange?
  }
}

extension Range<Int32> {
  var asIndices: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}
