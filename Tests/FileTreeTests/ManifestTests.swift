import Testing

@testable import FileTree

@Suite struct ManifestTests {
  @Test("every path comes back, whatever bytes it holds")
  func roundTrip() throws {
    let paths = ["a", "a\nb", "a\\nb", "end 3", "ü/\\", "z"].compactMap {
      RelativePath(checking: $0)
    }.sorted()
    let manifest = try #require(Manifest(parsing: Manifest.text(of: paths)))
    #expect(manifest.paths == Set(paths))
  }

  @Test("a manifest without files is whole")
  func empty() throws {
    #expect(try #require(Manifest(parsing: Manifest.text(of: []))).paths.isEmpty)
  }

  @Test(
    "a manifest that was cut off, or names what it must not, is damaged",
    arguments: [
      "", "turnbook-manifest 1\n", "turnbook-manifest 1\na\nb\n", "turnbook-manifest 1\na\nend 2\n",
      "turnbook-manifest 1\na\nend 1", "turnbook-manifest 2\na\nend 1\n",
      "turnbook-manifest 1\n../a\nend 1\n", "turnbook-manifest 1\n/a\nend 1\n",
      "turnbook-manifest 1\n.turnbook-lock\nend 1\n",
    ])
  func damaged(text: String) {
    #expect(Manifest(parsing: Array(text.utf8)) == nil)
  }

  @Test("an output with a damaged manifest is left alone")
  func refused() throws {
    let folder = try TemporaryFolder()
    try folder.publish(["a.html": "1"])
    try folder.write("site/.turnbook-manifest", "")
    let path = folder.at("site/.turnbook-manifest")
    #expect(throws: PublishError.damagedManifest(path)) { try folder.publish(["a.html": "2"]) }
    #expect(folder.text("site/a.html") == "1")
    #expect(try folder.entries() == ["site/", "site/.turnbook-manifest", "site/a.html"])
  }

  @Test("the folders are those above the files, at any depth")
  func folders() throws {
    let paths = ["a/b/c", "a/d", "e"].compactMap { RelativePath(checking: $0) }
    let manifest = try #require(Manifest(parsing: Manifest.text(of: paths)))
    #expect(manifest.folders.map(\.text).sorted() == ["a", "a/b"])
  }
}
