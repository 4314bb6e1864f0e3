import Diagnostics
import Testing

@Suite("The name that was meant")
struct NearMissTests {
  private static let keys = ["title", "description", "tags", "date", "order", "slug"]

  @Test(
    "is the nearest one",
    arguments: [
      ("titel", "title"), ("Title", "title"), ("tag", "tags"), ("desciption", "description"),
      ("oder", "order"), ("slugs", "slug"), ("ttile", "title"), ("DATE", "date"),
    ])
  func near(name: String, meant: String) {
    #expect(NearMiss.best(for: name, among: Self.keys) == meant)
  }

  @Test(
    "is none when nothing is near",
    arguments: ["", "x", "category", "description of the page", "zzzz", "标题"])
  func far(name: String) {
    #expect(NearMiss.best(for: name, among: Self.keys) == nil)
  }

  @Test("is never the name itself, and the first of those that are equally near")
  func ties() {
    #expect(NearMiss.best(for: "cat", among: ["cat"]) == nil)
    #expect(NearMiss.best(for: "cat", among: ["bat", "hat"]) == "bat")
    #expect(NearMiss.best(for: "cat", among: []) == nil)
  }
}
