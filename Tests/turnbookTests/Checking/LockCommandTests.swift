import Testing

@Suite("turnbook check --update-lock")
struct LockCommandTests {
  private func guide() throws -> Guide {
    try Guide([
      "turnbook.yml": "name: G\nurl: https://example.org/g/\n",
      "content/index.md": "# Home\n\n[x](a/one.md#part)\n",
      "content/a/one.md": "# One\n\n## Part\n\nText.\n\n## Other part\n",
    ])
  }

  @Test("a page that was renamed is missed until it says where it was")
  func renamed() throws {
    let guide = try guide()
    #expect(try guide.run("check", "--update-lock").status == 0)
    let lock = try #require(guide.text("turnbook.lock"))
    #expect(lock == "turnbook.lock 1\n/\n  #home\n/a/one/\n  #one\n  #other-part\n  #part\n")
    #expect(try guide.run("check").findings == [])

    let page = try #require(guide.text("content/a/one.md"))
    try guide.remove("content/a/one.md")
    try guide.write("content/a/first.md", page)
    try guide.write("content/index.md", "# Home\n\n[x](a/first.md#part)\n")
    let run = try guide.run("check")
    #expect(run.codes == ["TB-L022"])
    #expect(run.reports("TB-L022", at: "turnbook.lock:4:1"), "\(run.output)")
    #expect(run.output.contains("https://example.org/g/a/one/ was published and is gone"))
    #expect(run.status == 1)

    try guide.write("content/a/first.md", "---\nredirect_from: [a/one.md]\n---\n" + page)
    #expect(try guide.run("check").findings == [])
    try guide.write("content/a/first.md", "---\nredirect_from: [/a/one/]\n---\n" + page)
    #expect(try guide.run("check").findings == [])
    #expect(guide.text("turnbook.lock") == lock, "a check writes nothing")
  }

  @Test("with --dry-run nothing is written")
  func rehearsed() throws {
    let guide = try guide()
    try guide.run("check", "--dry-run", "--update-lock")
    #expect(!guide.has("turnbook.lock"))
    try guide.run("check", "--fix", "--dry-run", "--update-lock")
    #expect(!guide.has("turnbook.lock"))
    try guide.run("check", "--update-lock")
    #expect(guide.has("turnbook.lock"))
  }

  @Test("a heading that was reworded is missed until its anchor is kept")
  func reworded() throws {
    let guide = try guide()
    try guide.run("check", "--update-lock")
    try guide.write("content/index.md", "# Home\n\n[x](a/one.md)\n")
    try guide.write("content/a/one.md", "# One\n\n## Parts\n\nText.\n\n## Other part\n")
    let run = try guide.run("check")
    #expect(run.reports("TB-L023", at: "turnbook.lock:7:3"), "\(run.output)")
    #expect(run.codes == ["TB-L023"])
    #expect(run.output.contains("write {#part} after the heading \"Parts\""))
    try guide.write("content/a/one.md", "# One\n\n## Parts {#part}\n\nText.\n\n## Other part\n")
    #expect(try guide.run("check").findings == [])
  }

  @Test("a slot that was reworded is missed until its old name is an alias")
  func variable() throws {
    let page = "# Plan\n\n## The Pattern\n\n```text\nPlan {topic}.\n```\n\n[x](index.md)\n"
    let guide = try Guide(["content/index.md": "# Home\n\n[x](plan.md)\n", "content/plan.md": page])
    try guide.run("check", "--update-lock")
    #expect(try guide.run("check").status == 0)
    let reworded = page.replacing("{topic}", with: "{what to plan}")
    try guide.write("content/plan.md", reworded)
    let run = try guide.run("check")
    #expect(run.status == 1 && run.codes.contains("TB-P020"), "\(run.output)")
    try guide.write(
      "content/plan.md",
      "---\nvariables: {what_to_plan: {aliases: [topic]}}\n---\n" + reworded)
    #expect(try guide.run("check").status == 0)
  }

  @Test("a renamed page with a redirect must keep its anchors too")
  func renamedAndReworded() throws {
    let guide = try guide()
    try guide.run("check", "--update-lock")
    try guide.remove("content/a/one.md")
    try guide.write("content/index.md", "# Home\n\n[x](two.md)\n")
    try guide.write("content/two.md", "---\nredirect_from: a/one.md\n---\n# One\n\n## Other part\n")
    #expect(try guide.run("check").codes == ["TB-L023"])
  }

  @Test("what is gone for good is forgotten when it is said again, and nothing else changes")
  func updated() throws {
    let guide = try guide()
    #expect(try guide.run("check", "--update-lock").errors.contains("Wrote turnbook.lock\n"))
    let inode = try guide.inode("turnbook.lock")
    #expect(try !guide.run("check", "--update-lock").errors.contains("Wrote"))
    #expect(try guide.inode("turnbook.lock") == inode)
    try guide.remove("content/a/one.md")
    try guide.write("content/index.md", "# Home\n")
    let run = try guide.run("check", "--update-lock")
    #expect(run.findings == [] && run.status == 0, "\(run.output)")
    #expect(guide.text("turnbook.lock") == "turnbook.lock 1\n/\n  #home\n")
  }

  @Test("a draft that is looked at is not yet published")
  func drafts() throws {
    let guide = try guide()
    try guide.write("content/draft.md", "---\ndraft: true\n---\n\n# A draft\n")
    try guide.run("check", "--drafts", "--update-lock")
    #expect(guide.text("turnbook.lock")?.contains("draft") == false)
    #expect(try guide.run("check").findings == [])
  }

  @Test("a lock that a merge left its marks in is an error at its lines, and can be written anew")
  func merged() throws {
    let guide = try guide()
    try guide.write(
      "turnbook.lock",
      "turnbook.lock 1\n/\n<<<<<<< ours\n/a/one/\n=======\n/a/two/\n>>>>>>> theirs\n")
    let run = try guide.run("check")
    #expect(run.codes == ["TB-S027", "TB-S027", "TB-L022", "TB-S027"], "\(run.output)")
    #expect(run.reports("TB-S027", at: "turnbook.lock:3:1"))
    #expect(run.status == 1)
    #expect(try guide.run("check", "--update-lock").status == 0)
    #expect(try guide.run("check").findings == [])
  }

  @Test("a lock file in a guide without a configuration is no file of the site")
  func bareFolder() throws {
    let guide = try Guide(["index.md": "# Home\n"])
    try guide.run("check", "--update-lock")
    #expect(guide.has("turnbook.lock"))
    #expect(try guide.run("check").findings == [])
    try guide.run("build")
    #expect(!guide.has("site/turnbook.lock"))
  }
}
