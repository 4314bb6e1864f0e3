import Diagnostics
import Markdown
import Pages
import Testing

@testable import Checking

@Suite("Guides made at random")
struct DraftTests {
  @Test(
    "that are right have no finding, and every link is read", arguments: 0..<200 as Range<UInt64>)
  func valid(seed: UInt64) {
    let draft = RandomDraft(seed: seed).draft
    let fixture = draft.fixture
    let found = fixture.findings.filter { !Expectation.style.contains($0.code.id) }
      .map(Expectation.init)
    #expect(found == [], "\(found.map { $0.words(in: fixture) })")

    let read = fixture.catalog.pages.flatMap(\.body.links).filter(\.isPlaced)
      .map { Expectation("read", $0.path, $0.range) }
    let written = draft.places.filter { draft.links[$0.link].way != .related }
      .map { Expectation("read", $0.path, $0.range) }
    let lost = Set(written).subtracting(read)
    #expect(lost == [], "\(lost.map { $0.words(in: fixture) })")
  }

  @Test("have exactly the findings of the one thing that goes wrong", arguments: Mutation.allCases)
  func mutated(mutation: Mutation) {
    var count = 0
    for seed in 1_000..<1_060 as Range<UInt64> where count < 20 {
      var draft = RandomDraft(seed: seed).draft
      var chance = Chance(seed: seed)
      guard let expected = mutation.apply(to: &draft, &chance) else { continue }
      // A guide in which nothing leads to what was changed shows little.
      if !expected.isEmpty || mutation == .definitionDropped { count += 1 }
      let fixture = draft.fixture
      let found = fixture.findings.map(Expectation.init).filter {
        !Expectation.style.contains($0.code) && !mutation.leavesRoom(for: $0.code)
      }
      let missed = expected.filter { !found.contains($0) }.map { $0.words(in: fixture) }
      let needless = found.filter { !expected.contains($0) }.map { $0.words(in: fixture) }
      #expect(missed == [], "missed, seed \(seed)")
      #expect(needless == [], "not so, seed \(seed)")
      #expect(found.count == expected.count, "each is found once, seed \(seed)")
    }
    #expect(count == 20)
  }
}

/// A finding that is expected: what and where.
struct Expectation: Hashable, Comparable {
  /// What cannot be avoided in a guide made at random, or is another stage's affair.
  static let style: Set<String> = ["TB-P008"]

  var code: String
  var path: String
  var range: ByteRange?

  init(_ code: String, _ path: String, _ range: ByteRange?) {
    self.code = code
    self.path = path
    self.range = range
  }

  init(_ finding: Diagnostic) {
    self.init(finding.code.id, finding.path ?? "", finding.range)
  }

  static func < (left: Expectation, right: Expectation) -> Bool {
    (left.path, left.range?.start ?? -1, left.code) < (
      right.path, right.range?.start ?? -1, right.code
    )
  }

  /// With the text around the place.
  func words(in fixture: Fixture) -> String {
    let bytes = Array((fixture.pages[path] ?? "").utf8)
    guard let range, range.end <= bytes.count else { return "\(code) \(path)" }
    let around = max(0, range.start - 90)..<min(bytes.count, range.end + 60)
    return "\(code) \(path) …" + String(decoding: bytes[around], as: UTF8.self) + "…"
  }
}
