import Testing

@testable import FileTree

@Suite struct OutputCheckTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("project/content/a.md")
  }

  private func refusal(_ output: String) -> PublishError? {
    OutputCheck.error(output: output, inputs: [folder.at("project/content")])
  }

  @Test("an output that is or holds an input is refused, whatever it is called")
  func holdsInput() throws {
    try folder.makeLink("alias", to: "project/content")
    for name in ["project", "project/content", "project/content/", "project/../project", "alias"] {
      let output = folder.at(name)
      #expect(
        refusal(output) == .refused(output: output, .holds(folder.at("project/content"))))
    }
  }

  @Test("an output beside or inside an input, or not there yet, is accepted")
  func accepted() throws {
    try folder.makeFolder("project/site")
    try folder.makeFolder("project/content/site")
    for name in ["project/site", "project/content/site", "project/new", "new/deep"] {
      #expect(refusal(folder.at(name)) == nil)
    }
  }

  @Test("what is no place for a site is refused, with the reason")
  func refused() throws {
    try folder.write("file")
    try folder.makeLink("dangling", to: "nowhere")
    #expect(refusal("/") == .refused(output: "/", .isRoot))
    #expect(refusal("/tmp/..") == .refused(output: "/tmp/..", .isRoot))
    #expect(refusal("") == .refused(output: "", .noName))
    #expect(refusal("new/..") == .refused(output: "new/..", .noName))
    #expect(refusal(folder.at("file")) == .refused(output: folder.at("file"), .notAFolder))
    #expect(
      refusal(folder.at("dangling")) == .refused(output: folder.at("dangling"), .danglingLink))
    #expect(throws: PublishError.refused(output: "/", .isRoot)) {
      try Publisher.begin(output: "/")
    }
  }
}
