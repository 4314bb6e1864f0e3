import Foundation
import Testing

/// What a page of the manual takes for granted, and a reader of it has.
struct Preparation: Sendable {
  let page: String
  /// A text in the block before which it is made; nil at the beginning of the page.
  let mark: String?
  let arrange: @Sendable (Guide) throws -> Void

  func isMet(by sample: Sample) -> Bool { mark.map { sample.text.contains($0) } ?? true }

  init(
    _ page: String, before mark: String? = nil,
    _ arrange: @escaping @Sendable (Guide) throws -> Void
  ) {
    self.page = page
    self.mark = mark
    self.arrange = arrange
  }

  static let all = [
    Preparation("manual/chat.md") { guide in
      let page = try ManualPage.sample(
        "content/techniques/code-review.md", of: "manual/patterns.md")
      try guide.write("turnbook.yml", "name: The guide\n")
      try guide.write("content/techniques/code-review.md", page.text)
      _ = try guide.shell("turnbook build", in: "")
      try write(guide, Guides.ofAnswers)
    },
    Preparation("manual/checking.md") { try write($0, Guides.withMisspeltLink) },
    Preparation("manual/checks-in-ci.md") { try write($0, SmallGuide.good) },
    Preparation("manual/diagrams.md") { try write($0, ["content/manual/chat.md": "# Chat\n"]) },
    Preparation("manual/install.md") { guide in
      try Shelves.make(in: guide)
      try guide.write("turnbook/Makefile", "")
      try Shelves.linkPrograms(into: "../home/.local/bin", of: guide)
    },
    Preparation("manual/mcp.md") { guide in
      try Shelves.make(in: guide)
      let page = try ManualPage.sample(
        "content/techniques/code-review.md", of: "manual/patterns.md")
      for place in ["", "../home/guides/prompts/"] {
        try guide.write(place + "turnbook.yml", "name: The guide\n")
        try guide.write(place + "content/techniques/code-review.md", page.text)
        _ = try guide.shell("turnbook build", in: place)
      }
      try guide.write(
        "question.json",
        """
        {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "check_prompt", \
        "arguments": {"text": "Review {code}"}, "_meta": \
        {"io.modelcontextprotocol/protocolVersion": "2026-07-28", \
        "io.modelcontextprotocol/clientCapabilities": {}}}}

        """)
    },
    Preparation("manual/moving-from-mkdocs.md") { try write($0, Guides.handbook) },
    Preparation("manual/moving-pages.md") { try write($0, Guides.toBeMoved) },
    Preparation("manual/patterns.md") { try write($0, ["turnbook.yml": "name: The guide\n"]) },
    Preparation("manual/publishing.md") { try write($0, SmallGuide.good) },
    Preparation("manual/search.md") { try write($0, SmallGuide.good) },
    Preparation("manual/serve.md") { try write($0, SmallGuide.good) },
    Preparation("manual/templates.md") { guide in
      try write(guide, SmallGuide.good)
      for name in ["logo", "icon"] { try guide.write("content/images/\(name).svg", "<svg/>\n") }
    },
    Preparation("manual/templates.md", before: "<footer class") { guide in
      for path in ["content", "turnbook.yml"] { try guide.remove(path) }
      try Guides.firstGuide(guide)
    },
    Preparation("manual/templates.md", before: "[TB-T010]") { guide in
      let path = "templates/footer.mustache"
      let footer = try #require(guide.text(path))
      try guide.write(path, footer.replacing("{{site.root}}", with: "{{site.rot}}"))
    },
    Preparation("manual/test-prompts.md") { guide in
      let page = try ManualPage.sample(
        "content/techniques/code-review.md", of: "manual/patterns.md")
      try write(
        guide, [page.title ?? "": page.text, "turnbook.yml": "name: The guide\n"])
      _ = try guide.shell("turnbook build", in: "")
      let script = try ManualPage.sample("review.turntest.json", of: "manual/test-prompts.md")
      try write(guide, [script.title ?? "": script.text])
      try write(guide, Guides.recordings)
    },
    Preparation("manual/test-prompts.md", before: "--junit") { guide in
      for name in ["review", "changed"] { try guide.remove("\(name).turntest.json") }
      for (name, text) in Guides.passingTest { try guide.write(name, text) }
    },
    Preparation("manual/turn.md") { guide in
      try Shelves.make(in: guide)
      let page = try ManualPage.sample(
        "content/techniques/code-review.md", of: "manual/patterns.md")
      for place in ["", "../home/guides/prompts/"] {
        try guide.write(place + "turnbook.yml", "name: The guide\n")
        try guide.write(place + "content/techniques/code-review.md", page.text)
        _ = try guide.shell("turnbook build", in: place)
      }
      _ = try guide.shell("turn install ~/guides/prompts --name team", in: "")
      try guide.write("double.py", "def f(l): return [x*2 for x in l]\n")
    },
    Preparation("manual/writing-pages.md") { guide in
      try write(guide, ["turnbook.yml": "name: The guide\nplatforms: [claude, gemini]\n"])
      for folder in ["manual", "_parts"] {
        try FileManager.default.createDirectory(
          at: guide.at("content"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
          at: Repository.folder.appending(path: "content/\(folder)"),
          to: guide.at("content/\(folder)"))
      }
    },
    Preparation("manual/writing-pages.md", before: "[TB-M011]") { guide in
      try guide.remove("content")
      try write(guide, Guides.withSlips)
    },
    Preparation("reference/commands.md") { guide in
      try Shelves.make(in: guide)
      try write(guide, Guides.ofReviews)
      try write(guide, Guides.handbook)
      for place in ["", "../home/guides/prompts/"] {
        try guide.write(place + "turnbook.yml", "name: The guide\nplatforms: [claude]\n")
        try guide.write(place + "content/index.md", "# Home\n")
        _ = try guide.shell("turnbook build", in: place)
      }
      _ = try guide.shell("git init -q", in: "")
      try guide.write("talk.json", #"[{"role": "user", "content": "A review, please"}]"#)
      _ = try guide.shell("turn sessions import talk.json", in: "")
    },
  ]

  private static func write(_ guide: Guide, _ files: [String: String]) throws {
    for (path, text) in files { try guide.write(path, text) }
  }
}

/// Folders of a person's home that the manual writes into.
private enum Shelves {
  static func make(in guide: Guide) throws {
    for path in [".local/share/bash-completion/completions", ".zfunc", ".config/fish/completions"] {
      try FileManager.default.createDirectory(
        at: guide.at("../home/" + path), withIntermediateDirectories: true)
    }
  }

  static func linkPrograms(into path: String, of guide: Guide) throws {
    let folder = guide.at(path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["turnbook", "turn"] {
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: name),
        withDestinationURL: Run.program.deletingLastPathComponent().appending(path: name))
    }
  }
}
