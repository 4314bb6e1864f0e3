import Testing

@Suite("The command line")
struct CommandLineTests {
  @Test(
    "help is there at every level",
    arguments: [
      [], ["build"], ["new"], ["new", "technique"], ["new", "page"], ["init"], ["completions"],
      ["manual"], ["explain"], ["patterns"],
    ])
  func help(command: [String]) throws {
    let guide = try Guide()
    for flag in ["--help", "-h"] {
      let run = try guide.run(command + [flag])
      #expect(run.status == 0)
      let usage = (["Usage: turnbook"] + command).joined(separator: " ")
      #expect(run.output.contains(usage))
      #expect(run.errors.isEmpty)
    }
    #expect(try guide.run(command + ["--version"]).output.hasPrefix("turnbook "))
  }

  @Test("without a command the program shows its help")
  func nothing() throws {
    let guide = try Guide()
    let run = try guide.run()
    #expect(run.status == 0)
    #expect(run.output == (try guide.run("--help").output))
  }

  @Test(
    "wrong usage is 64, said in one line with the way to help",
    arguments: [
      (["bild"], "did you mean \"build\"?"), (["build", "--job", "3"], "did you mean \"--jobs\"?"),
      (["build", "--jobs", "0"], "from 1 to 1024"), (["build", "--jobs", "two"], "whole number"),
      (["build", "a", "b"], "one argument too many"), (["build", "--output"], "--output DIR"),
      (["new"], "technique or page"), (["new", "technique"], "NAME"),
      (["completions", "tcsh"], "bash, zsh or fish"),
      (["build", "--base-url", "example.org"], "does not begin with https://"),
    ])
  func wrong(arguments: [String], words: String) throws {
    let guide = try Guide(["content/index.md": "# Home\n"])
    let run = try guide.run(arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.contains(" --help'.\n"))
    #expect(run.output.isEmpty)
    #expect(!guide.has("site"))
  }

  @Test("a guide begun with init builds without a finding, and every link of it works")
  func initialize() throws {
    let guide = try Guide()
    #expect(try guide.run("init", "mine").status == 0)
    let run = try guide.run("build", "mine", "--strict")
    #expect(run.status == 0)
    #expect(run.findings.isEmpty, "\(run.errors)")
    let links = try PublishedLinks(in: guide, site: "mine/site")
    #expect(links.dead.isEmpty && links.count > 10)
  }

  @Test("init changes nothing that is there")
  func initializeAgain() throws {
    let guide = try Guide(["mine/content/index.md": "# Mine\n"])
    let run = try guide.run("init", "mine")
    #expect(run.status == 2)
    #expect(run.errors.contains("mine/content/index.md: error: "))
    #expect(run.errors.contains("it exists already"))
    #expect(guide.text("mine/content/index.md") == "# Mine\n")
    #expect(!guide.has("mine/turnbook.yml"))
  }

  @Test(
    "new begins a page where the guide keeps its pages",
    arguments: [
      ("technique", "Ask for a plan", "pages/ask-for-a-plan.md"),
      ("page", "about/us.md", "pages/about/us.md"), ("page", "Größe", "pages/größe.md"),
    ])
  func new(kind: String, name: String, path: String) throws {
    let guide = try Guide([
      "turnbook.yml": "content: pages\n", "pages/index.md": "# Home\n",
    ])
    let run = try guide.run("new", kind, name)
    #expect(run.status == 0)
    #expect(run.errors == "Wrote \(path)\n")
    let text = try #require(guide.text(path))
    #expect(text.contains("## The Pattern") == (kind == "technique"))
    #expect(try guide.run("build", "--strict").findings.isEmpty)
    try guide.write(path, "mine")
    let again = try guide.run("new", kind, name)
    #expect(again.status == 2)
    #expect(again.errors.contains("choose another name"))
    #expect(guide.text(path) == "mine")
  }

  @Test("new makes no guide where there is none")
  func newWithoutGuide() throws {
    let guide = try Guide()
    let run = try guide.run("new", "page", "About")
    #expect(run.status == 2)
    #expect(run.errors.contains("turnbook init"))
    #expect(try guide.tree(".").isEmpty)
  }

  @Test("new writes nothing outside the content", arguments: ["../out", "/tmp/out", "..", "..."])
  func newOutside(name: String) throws {
    let guide = try Guide(["content/index.md": "# Home\n"])
    let run = try guide.run("new", "page", name)
    let files = try guide.tree(".").keys.sorted()
    if run.status == 0 {
      #expect(files.allSatisfy { $0.hasPrefix("content/") })
    } else {
      #expect(files == ["content/index.md"])
    }
  }

  @Test("completions are printed for each shell", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let run = try Guide().run("completions", shell)
    #expect(run.status == 0)
    #expect(run.output.contains("technique") && run.output.contains("base-url"))
  }

  @Test("the manual has a page for each command, and is written again where it stands")
  func manual() throws {
    let guide = try Guide()
    for _ in 0..<2 {
      #expect(try guide.run("manual", "--output", "man").status == 0)
    }
    let pages = try guide.tree("man")
    #expect(pages["turnbook.1"] != nil && pages["turnbook-build.1"] != nil)
    #expect(pages.values.allSatisfy { String(decoding: $0, as: UTF8.self).hasPrefix(".TH ") })
  }
}
