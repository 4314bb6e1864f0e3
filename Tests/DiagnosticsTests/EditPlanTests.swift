import Diagnostics
import Testing

@Suite("Fixes made together")
struct EditPlanTests {
  private static let text = Array("0123456789".utf8)

  private static func fix(_ edits: (Int, Int, String)...) -> Fix {
    Fix("mend it", edits.map { edit($0, $1, $2) }, isSafe: true)
  }

  private static func edit(_ start: Int, _ end: Int, _ text: String, in path: String = "a.md")
    -> Edit
  {
    Edit(path: path, range: ByteRange(start, end), replacement: text)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let fixes: [Fix]
    let result: String
    let leftOut: [Int]

    init(_ name: String, _ fixes: [Fix], _ result: String, leftOut: [Int] = []) {
      testDescription = name
      self.fixes = fixes
      self.result = result
      self.leftOut = leftOut
    }
  }

  @Test(
    "a fix is made whole or not at all, and the first one wins",
    arguments: [
      Case("none", [], "0123456789"),
      Case("one", [fix((2, 4, "ab"))], "01ab456789"),
      Case("out of order", [fix((8, 9, "y")), fix((2, 4, ""))], "014567y9"),
      Case("overlap", [fix((2, 5, "a")), fix((4, 6, "b"))], "01a56789", leftOut: [1]),
      Case("inside", [fix((2, 8, "a")), fix((4, 5, "b"))], "01a89", leftOut: [1]),
      Case("around", [fix((4, 5, "a")), fix((2, 8, "b"))], "0123a56789", leftOut: [1]),
      Case(
        "half of it overlaps", [fix((2, 3, "a")), fix((0, 1, "b"), (2, 4, "c"))], "01a3456789",
        leftOut: [1]),
      Case(
        "room that a fix left out would have taken",
        [fix((2, 3, "a")), fix((0, 1, "b"), (2, 4, "c")), fix((0, 1, "d"))], "d1a3456789",
        leftOut: [1]),
      Case("neighbours", [fix((2, 4, "a")), fix((4, 6, "b"))], "01ab6789"),
      Case("the same twice", [fix((2, 4, "a")), fix((2, 4, "a"))], "01a456789"),
      Case(
        "the same edit in two fixes", [fix((2, 4, "a")), fix((2, 4, "a"), (6, 7, "b"))],
        "01a45b789"),
      Case("the same put in twice", [fix((3, 3, "a")), fix((3, 3, "a"))], "012a3456789"),
      Case(
        "two texts for one spot", [fix((3, 3, "a")), fix((3, 3, "b"))], "012a3456789",
        leftOut: [1]),
      Case("put in before a change", [fix((3, 5, "a")), fix((3, 3, "b"))], "012ba56789"),
      Case("put in after a change", [fix((3, 5, "a")), fix((5, 5, "b"))], "012ab56789"),
      Case(
        "put in within a change", [fix((3, 5, "a")), fix((4, 4, "b"))], "012a56789", leftOut: [1]),
      Case(
        "at both ends", [fix((0, 0, "a"), (10, 10, "b")), fix((0, 1, "c"))], "ac123456789b"),
      Case("beyond the end", [fix((9, 11, "a"))], "0123456789", leftOut: [0]),
      Case("before the start", [fix((-1, 1, "a"))], "0123456789", leftOut: [0]),
      Case("nothing to do", [fix()], "0123456789", leftOut: [0]),
      Case(
        "another file", [Fix("", [edit(0, 1, "a"), edit(0, 1, "b", in: "b.md")], isSafe: true)],
        "0123456789", leftOut: [0]),
    ])
  func plans(_ example: Case) {
    let plan = EditPlan(example.fixes, for: "a.md", in: Self.text)
    #expect(String(decoding: plan.result, as: UTF8.self) == example.result)
    #expect(plan.leftOut == example.leftOut)
    #expect((plan.applied + plan.leftOut).sorted() == Array(example.fixes.indices))
  }

  @Test("whatever the fixes, bytes outside of the edits made stay as they are")
  func untouched() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
      let fixes = Self.fixes(in: bytes.count, using: &random)
      let plan = EditPlan(fixes, for: "a.md", in: bytes)
      // The result taken apart again: the text of each edit, and what stood between the edits.
      var rest = plan.result[...]
      var place = 0
      for edit in plan.edits {
        #expect(edit.range.start >= place, "\(fixes)")
        #expect(rest.prefix(edit.range.start - place) == bytes[place..<edit.range.start])
        rest = rest.dropFirst(edit.range.start - place)
        #expect(rest.starts(with: edit.replacement.utf8))
        rest = rest.dropFirst(edit.replacement.utf8.count)
        place = edit.range.end
      }
      #expect(rest == bytes[place...])
      // Every edit comes from a fix that counts as made, and none of those is missing.
      #expect(Set(plan.edits) == Set(plan.applied.flatMap { fixes[$0].edits }))
    }
  }

  @Test("fixes that do not overlap give the same in any order, and each left out overlaps one made")
  func order() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let bytes = (0..<40).map { UInt8($0) }
      let fixes = Self.fixes(in: bytes.count, using: &random)
      let plan = EditPlan(fixes, for: "a.md", in: bytes)
      let made = plan.applied.map { fixes[$0] }
      let again = EditPlan(made.shuffled(using: &random), for: "a.md", in: bytes)
      #expect(again.leftOut.isEmpty)
      #expect(again.result == plan.result)
      for index in plan.leftOut {
        let alone = EditPlan(made + [fixes[index]], for: "a.md", in: bytes)
        #expect(alone.leftOut == [made.count])
        #expect(alone.result == plan.result)
      }
    }
  }

  /// Fixes of one to three edits, each of which does not overlap itself.
  private static func fixes(
    in count: Int, using random: inout SystemRandomNumberGenerator
  ) -> [Fix] {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in
      let places = (0..<2 * Int.random(in: 1...3, using: &random)).map { _ in
        Int.random(in: 0...count, using: &random)
      }.sorted()
      let edits = stride(from: 0, to: places.count, by: 2).map { index in
        edit(places[index], places[index + 1], ["", "x", "yz"].randomElement(using: &random) ?? "")
      }
      return Fix("", edits, isSafe: true)
    }
  }
}
