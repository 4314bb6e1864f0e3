import Testing

@testable import Site

@Suite("Pages to begin with")
struct PageDraftTests {
  @Test(
    "a title or a path becomes the name of a file",
    arguments: [
      ("Ask for a plan", "ask-for-a-plan.md", "Ask for a plan"),
      ("few-shot", "few-shot.md", "Few shot"), ("a/few_shot.md", "a/few_shot.md", "Few shot"),
      ("Über uns!", "über-uns.md", "Über uns!"),
      (
        "Part One/It's \"new\"",
        "part-one/its-new.md", "It's \"new\""
      ),
    ])
  func names(name: String, path: String, title: String) {
    let draft = PageDraft(named: name, kind: .page)
    #expect(draft?.path == path)
    #expect(draft?.text.contains("\n# \(title)\n") == true)
  }

  @Test("what makes no name is refused", arguments: ["", "/", "..", "../x", "!!!", "a/../b"])
  func refused(name: String) {
    #expect(PageDraft(named: name, kind: .technique) == nil)
  }
}
