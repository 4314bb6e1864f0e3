import Diagnostics
import Testing

@testable import FileTree

@Suite struct PublishLockTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("a second publisher is refused while the first works, and told which process it is")
  func refused() throws {
    let first = try Publisher.begin(output: folder.at("site"))
    let error = #expect(throws: PublishError.self) {
      try Publisher.begin(output: folder.at("site"), patience: .milliseconds(30))
    }
    guard case .locked(let output, let process?) = error else {
      Issue.record("not locked: \(String(describing: error))")
      return
    }
    #expect(output == folder.at("site"))
    #expect(process > 0)
    #expect(
      error?.diagnostic.message == "another build (process \(process)) is writing this folder")
    try first.write("a.html", [])
    #expect(try first.commit().way == .created)
  }

  @Test("a second publisher that waits goes on where the first ended")
  func waits() async throws {
    let folder = folder
    let first = try Publisher.begin(output: folder.at("site"))
    try first.write("a.html", Array("1".utf8))
    async let second = Task.detached {
      let publisher = try Publisher.begin(output: folder.at("site"), patience: .seconds(60))
      try publisher.write("a.html", Array("2".utf8))
      return try publisher.commit()
    }.value
    try await Task.sleep(for: .milliseconds(50))
    #expect(try first.commit().way == .created)
    #expect(try await second.way == .exchanged)
    #expect(try folder.site() == ["a.html": "2"])
  }

  @Test("many publishers at once are served one after another, and none mixes with another")
  func many() async throws {
    let folder = folder
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<4 {
        group.addTask {
          for _ in 0..<5 {
            let publisher = try Publisher.begin(output: folder.at("site"), patience: .seconds(60))
            for page in 0..<5 { try publisher.write("\(page)", Array("\(number)".utf8)) }
            _ = try publisher.commit()
          }
        }
      }
      try await group.waitForAll()
    }
    let site = try folder.site()
    #expect(site.count == 5)
    #expect(Set(site.values).count == 1)
    #expect(try folder.entries().allSatisfy { $0.hasPrefix("site") })
  }

  @Test("publishers of two outputs in one folder do not wait for each other")
  func apart() throws {
    let first = try Publisher.begin(output: folder.at("site"))
    let second = try Publisher.begin(output: folder.at("site2"), patience: .zero)
    first.abandon()
    second.abandon()
  }

  @Test("a lock file that a killed run left does not stop the next")
  func leftLock() throws {
    try folder.write(".site.turnbook-lock", "99999\n")
    try folder.publish(["a.html": "1"])
    #expect(try folder.entries() == ["site/", "site/.turnbook-manifest", "site/a.html"])
  }
}
