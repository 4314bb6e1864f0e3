import Testing

@Suite(
  "The Mustache specification", .enabled(if: Specification.isPresent, Specification.skipped))
struct SpecificationTests {
  @Test("comments print nothing", arguments: try Specification.cases("comments"))
  func comments(_ example: SpecificationCase) {
    #expect(example.rendered() == example.expected)
  }

  @Test("delimiters can be changed", arguments: try Specification.cases("delimiters"))
  func delimiters(_ example: SpecificationCase) {
    #expect(example.rendered() == example.expected)
  }

  @Test("names become their values", arguments: try Specification.cases("interpolation"))
  func interpolation(_ example: SpecificationCase) {
    #expect(example.rendered() == example.expected)
  }

  @Test("sections repeat and hide", arguments: try Specification.cases("sections"))
  func sections(_ example: SpecificationCase) {
    #expect(example.rendered() == example.expected)
  }

  @Test("inverted sections show what is missing", arguments: try Specification.cases("inverted"))
  func inverted(_ example: SpecificationCase) {
    #expect(example.rendered() == example.expected)
  }

  @Test("partials are filled where they stand", arguments: try Specification.cases("partials"))
  func partials(_ example: SpecificationCase) {
    #expect(example.rendered() == example.expected)
  }

  @Test("parents are filled with blocks", arguments: try Specification.cases("inheritance"))
  func inheritance(_ example: SpecificationCase) {
    #expect(example.rendered() == example.expected)
  }

  @Test("dynamic names choose the partial", arguments: try Specification.cases("dynamic-names"))
  func dynamicNames(_ example: SpecificationCase) {
    #expect(example.rendered() == example.expected)
  }
}
