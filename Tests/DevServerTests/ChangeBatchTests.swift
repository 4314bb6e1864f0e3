import Testing

@testable import DevServer

/// Times are milliseconds.
@Suite("What belongs to one change")
struct ChangeBatchTests {
  private static func noted(
    _ events: (String, ChangeBatch.Sign, Int64)...
  ) -> ChangeBatch {
    var batch = ChangeBatch()
    for (path, sign, time) in events { batch.note(path, sign, at: time * 1_000_000) }
    return batch
  }

  /// When it is given away, and what it is.
  private static func outcome(_ batch: ChangeBatch) -> (time: Int64, changes: Changes?) {
    var batch = batch
    guard let deadline = batch.deadline else { return (-1, nil) }
    #expect(batch.take(at: deadline - 1) == nil)
    let changes = batch.take(at: deadline)
    #expect(batch.deadline == nil)
    return (deadline / 1_000_000, changes)
  }

  @Test("is told a moment after the last event")
  func pause() {
    #expect(ChangeBatch().deadline == nil)
    #expect(Self.outcome(Self.noted(("a", .written, 10))) == (13, .files(["a"])))
    let two = Self.noted(("a", .written, 10), ("b", .written, 12))
    #expect(Self.outcome(two) == (15, .files(["a", "b"])))
  }

  @Test("is told when a file that went is back, and not before")
  func replaced() {
    let moved = Self.noted(("a", .gone, 0), ("a~", .written, 0), ("a", .begun, 1))
    #expect(Self.outcome(moved).time == 101)
    var back = moved
    back.note("a", .touched, at: 2_000_000)
    #expect(Self.outcome(back).time == 102)
    back.note("a", .written, at: 40_000_000)
    back.note("a~", .gone, at: 41_000_000)
    #expect(Self.outcome(back) == (44, .files(["a"])))
  }

  @Test("is told without waiting for files that came and went")
  func passing() {
    let batch = Self.noted(("4913", .begun, 0), ("4913", .gone, 1), ("a", .written, 2))
    #expect(Self.outcome(batch) == (5, .files(["a"])))
    // A file that was moved over another one and then removed.
    let alone = Self.noted(("a", .written, 0), ("a", .gone, 1))
    #expect(Self.outcome(alone) == (4, .files(["a"])))
  }

  @Test("waits for a file that went for good only so long")
  func gone() {
    #expect(Self.outcome(Self.noted(("a", .gone, 5))) == (105, .files(["a"])))
  }

  @Test("waits longer between many files, and never longer than a second")
  func many() {
    var batch = ChangeBatch()
    for number in 0..<100 { batch.note("\(number)", .written, at: Int64(number) * 1_000_000) }
    #expect(Self.outcome(batch).time == 99 + 30)
    for number in 100..<5000 { batch.note("\(number)", .written, at: Int64(number) * 1_000_000) }
    #expect(batch.deadline == 1_000_000_000)
  }

  @Test("is everything when a folder has moved, whatever else is in it")
  func everything() {
    var batch = Self.noted(("a", .gone, 0))
    batch.noteEverything(at: 1_000_000)
    batch.note("b", .begun, at: 2_000_000)
    #expect(Self.outcome(batch) == (32, .everything))
  }
}

private func == (
  left: (time: Int64, changes: Changes?), right: (Int64, Changes)
) -> Bool {
  left.time == right.0 && left.changes == right.1
}
