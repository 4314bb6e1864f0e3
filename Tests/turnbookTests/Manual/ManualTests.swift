import Foundation
import Testing

/// Every fenced block of the manual and the reference is run, built or read by the real programs.
/// Where a page shows what is printed, that is what is printed.
@Suite("The samples of the manual")
struct ManualTests {
  /// Has a test of its own, `FirstGuideTests`.
  private static let first = "manual/first-guide.md"

  @Test("are found")
  func found() {
    #expect(ManualPage.all.count >= 14)
    #expect(ManualPage.all.contains { $0.path == Self.first })
    #expect(ManualPage.all.reduce(0) { $0 + $1.samples.count } > 120)
  }

  @Test("hold what they promise", arguments: ManualPage.all.filter { $0.path != first })
  func followed(page: ManualPage) throws {
    var follower = try Follower(page)
    try follower.follow()
  }

  @Test("name no exception that no page has", arguments: Exception.all.map(\.command))
  func exceptions(command: String) {
    let commands = ManualPage.all.flatMap(\.samples).flatMap { sample in
      (sample.language == "sh" ? Session(script: sample.text) : Session(sample.text)).steps
    }
    #expect(commands.contains { $0.command == command })
  }
}
