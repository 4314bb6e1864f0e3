import Diagnostics
import Testing

@testable import Checking

@Suite("Fixes of guides made at random")
struct DraftFixTests {
  private static let mutations: [Mutation] = [
    .pathBroken, .pathInOtherCase, .fragmentInOtherCase, .pageRenamed,
  ]

  @Test("lead somewhere, and touch nothing else", arguments: mutations)
  func fixes(mutation: Mutation) {
    var count = 0
    for seed in 2_000..<2_060 as Range<UInt64> where count < 15 {
      var draft = RandomDraft(seed: seed).draft
      var chance = Chance(seed: seed)
      guard let expected = mutation.apply(to: &draft, &chance), !expected.isEmpty else { continue }
      let fixture = draft.fixture
      let found = fixture.findings.filter { !Expectation.style.contains($0.code.id) }
      // As a person would who accepts one proposal alone.
      for finding in found {
        guard let fix = finding.fix else { continue }
        count += 1
        var mended = fixture
        mended.apply(fix)
        let left = mended.findings.filter { !Expectation.style.contains($0.code.id) }
        // What is only likely may lack the anchor.
        let dead = left.filter { fix.isSafe || $0.code.id != "TB-L002" }
        #expect(
          dead.count < found.count && !dead.contains { $0.range?.start == finding.range?.start },
          "seed \(seed): \(finding.subject ?? "") \(fix.title) \(left.map(\.message))")
      }
    }
    #expect(count >= 5)
  }
}

extension Fixture {
  /// Makes one fix.
  mutating func apply(_ fix: Fix) {
    for path in Set(fix.edits.map(\.path)) {
      let plan = EditPlan([fix], for: path, in: Array((pages[path] ?? "").utf8))
      pages[path] = String(decoding: plan.result, as: UTF8.self)
    }
  }
}
