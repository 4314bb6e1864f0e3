import Testing

@testable import Site

@Suite("Workers")
struct WorkersTests {
  @Test(
    "results come in the order of the items", arguments: [1, 2, 3, 8], [0, 1, 8, 9, 100, 1001])
  func order(jobs: Int, count: Int) async {
    let results = await Workers.map(
      count, jobs: jobs, makeWorker: { 0 },
      { worker, index in
        worker += 1
        return index * index
      })
    #expect(results == (0..<count).map { $0 * $0 })
  }

  @Test("each worker meets its items in ascending order", arguments: [2, 5])
  func ascending(jobs: Int) async {
    let results = await Workers.map(
      500, jobs: jobs, makeWorker: { -1 },
      { last, index in
        defer { last = index }
        return last < index
      })
    #expect(results.count == 500 && results.allSatisfy(\.self))
  }
}
