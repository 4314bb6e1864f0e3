import Fetch
import FileTree
import Foundation
import Testing

@testable import ExternalLinks

@Suite("Answers that are kept")
struct AnswerCacheTests {
  private let now = 1_800_000_000

  private func address(_ text: String) throws -> WebAddress { try #require(WebAddress(text)) }

  private func filled() throws -> AnswerCache {
    var cache = AnswerCache()
    var answer = Answer(.status(200), finalAddress: try address("https://b.org/"))
    answer.redirects = [Answer.Redirect(from: "https://a.org/", status: 308)]
    answer.anchors = ["here": .found, "gone": .missing(near: nil), "late": .unknown]
    cache.store(answer, for: try address("https://a.org/"), now: now)
    return cache
  }

  @Test("come back as they were, through a file's bytes")
  func roundTrip() throws {
    let cache = AnswerCache(try filled().bytes)
    let answer = try #require(
      cache.answer(
        for: try address("https://a.org/"), fragments: ["here", "late"], now: now + 5, age: 10))
    #expect(answer.outcome == .status(200))
    #expect(answer.hasMoved)
    #expect(answer.finalAddress.printed == "https://b.org/")
    #expect(cache.bytes == (try filled().bytes))
  }

  @Test(
    "count only while they are young and tell of every fragment",
    arguments: [
      (0, ["here"], true), (9, [], true), (10, [], false), (-1, [], false), (0, ["gone"], false),
      (0, ["here", "new"], false),
    ])
  func age(later: Int, fragments: [String], counts: Bool) throws {
    let answer = try filled().answer(
      for: try address("https://a.org/"), fragments: fragments, now: now + later, age: 10)
    #expect((answer != nil) == counts)
  }

  @Test("are dropped when nobody will believe them any more")
  func prune() throws {
    var cache = try filled()
    cache.prune(now: now + 5, age: 10)
    #expect(cache.count == 1)
    cache.prune(now: now + 10, age: 10)
    #expect(cache.count == 0)
  }

  @Test(
    "a file that is damaged or of another kind counts as empty",
    arguments: [
      "", "nonsense", "{}", "{\"turnbook-links\":2}\n", "{\"turnbook-links\":1}\nnonsense\n",
      "{\"turnbook-links\":1}\n{\"url\":\"https://a.org/\"}\n", "\u{0}\u{1}\u{2}",
      "{\"turnbook-links\":1}\n{\"url\":\"https://a.org/\",\"at\":-1,\"status\":200,"
        + "\"final\":\"https://a.org/\",\"moved\":false,\"anchors\":[]}\n",
    ])
  func damaged(text: String) {
    #expect(AnswerCache(Array(text.utf8)).count == 0)
  }

  @Test("answers to a name and password are not kept")
  func userinfo() throws {
    var cache = AnswerCache()
    let address = try address("https://me:secret@a.org/")
    cache.store(Answer(.status(200), finalAddress: address), for: address, now: now)
    #expect(cache.count == 0)
  }

  @Test("the file is written whole; one of somebody else's is left alone")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "links.cache").path
    #expect(AnswerCache(path: path).count == 0)
    let cache = try filled()
    try cache.write(to: path)
    #expect(AnswerCache(path: path).count == 1)
    try AnswerCache().write(to: path)
    #expect(AnswerCache(path: path).count == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["links.cache"])

    try Data("{\"turnbook-links\":0}\nold\n".utf8).write(to: URL(filePath: path))
    try cache.write(to: path)
    #expect(AnswerCache(path: path).count == 1)
    try Data().write(to: URL(filePath: path))
    try cache.write(to: path)

    try Data("# My page\n".utf8).write(to: URL(filePath: path))
    #expect(throws: FileError.self) { try cache.write(to: path) }
    #expect(throws: FileError.self) { try cache.write(to: folder.path) }
    #expect(throws: FileError.self) { try cache.write(to: folder.path + "/no/such/folder") }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "# My page\n")
  }
}
