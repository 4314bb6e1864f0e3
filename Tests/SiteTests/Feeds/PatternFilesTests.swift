import Patterns
import Site
import Testing

@Suite("The pattern files of a site")
struct PatternFilesTests {
  private static func pattern(_ id: String) -> Pattern {
    var pattern = Pattern(id: id, title: id)
    pattern.variants = [Variant(id: id, title: id, kind: .main)]
    return pattern
  }

  @Test("are one for each pattern, the index and the schema, the same in any order")
  func files() throws {
    let patterns = ["b", "a", "ä"].map(Self.pattern)
    let files = PatternFiles.files(patterns)
    #expect(
      files.map(\.path) == [
        "patterns/a.json", "patterns/b.json", "patterns/ä.json", "patterns/index.json",
        "schemas/pattern.schema.json",
      ])
    #expect(Set(files.map(\.path)) == Set(PatternFiles.paths(patterns.map(\.id))))
    let again = PatternFiles.files(patterns.reversed())
    #expect(files.map(\.bytes) == again.map(\.bytes))
    let index = try PatternIndex(decoding: files[3].bytes)
    for (entry, file) in zip(index.entries, files) {
      #expect("patterns/" + entry.url == file.path)
      #expect(try PatternFile.decoded(file.bytes).pattern.id == entry.id)
      #expect(entry == PatternIndex.Entry(Self.pattern(entry.id), file: file.bytes))
    }
  }

  @Test("are none without patterns")
  func none() { #expect(PatternFiles.files([]).isEmpty && PatternFiles.paths([]).isEmpty) }
}
