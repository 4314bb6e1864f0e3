import Testing

@testable import FileTree

@Suite struct RelativePathTests {
  @Test(
    "a path that could leave its folder, or has parts without a name, is refused",
    arguments: [
      "", "/", "/a", "a/", "a//b", ".", "..", "./a", "../a", "a/./b", "a/../b", "a/..", "a\0b",
    ])
  func refused(path: String) {
    #expect(RelativePath(checking: path) == nil)
  }

  @Test(
    "a path whose parts only look like dots is accepted",
    arguments: ["a", "a/b", "...", ".a", "a..", "..a/b", "a b/ü"])
  func accepted(path: String) {
    #expect(RelativePath(checking: path)?.text == path)
  }

  @Test("paths are ordered by their bytes, not by their letters")
  func order() throws {
    let paths = ["a/b", "a-b", "a", "ä", "Z", "a/B"].compactMap { RelativePath(checking: $0) }
    #expect(paths.sorted().map(\.text) == ["Z", "a", "a-b", "a/B", "a/b", "ä"])
  }

  @Test("the folder, the name and a sibling are told from the bytes")
  func parts() throws {
    let path = try #require(RelativePath(checking: "a/b/c.md"))
    #expect(path.parent?.text == "a/b")
    #expect(path.parent?.parent?.parent == nil)
    #expect(String(decoding: path.name, as: UTF8.self) == "c.md")
    #expect(path.sibling(named: "d").text == "a/b/d")
    #expect(RelativePath(checking: "c")?.sibling(named: "d").text == "d")
  }
}
