import Foundation
import JSON
import Testing

/// Somebody in an empty folder who does what a page says, block by block, and is sure of each.
struct Follower {
  let page: ManualPage
  private let guide: Guide
  /// Where the page's commands are run, below the guide's folder; `cd` changes it.
  private var folder = ""

  init(_ page: ManualPage) throws {
    self.page = page
    guide = try Guide()
  }

  mutating func follow() throws {
    var preparations = Preparation.all.filter { $0.page == page.path }[...]
    for sample in page.samples {
      while let next = preparations.first, next.isMet(by: sample) {
        folder = ""
        try next.arrange(guide)
        preparations = preparations.dropFirst()
      }
      try follow(sample)
    }
    #expect(preparations.isEmpty, "the page has no block with \(preparations.map(\.mark))")
  }

  private mutating func follow(_ sample: Sample) throws {
    guard let kind = SampleKind(sample) else {
      Issue.record("\(sample.place): no test knows what it is; see SampleKind")
      return
    }
    switch kind {
    case .session: try run(Session(sample.text), of: sample)
    case .script: try run(Session(script: sample.text), of: sample)
    case .usage: try compareUsage(sample)
    case .configuration: try configure(sample)
    case .frontMatter: try check("\(sample.text)\n# A page\n", sample)
    case .fragment: try checkFragment(sample)
    case .prompt: try fill(sample)
    case .page, .template: try add(sample)
    case .values: try addValues(sample)
    case .styleSheet: try compareWithTheme(sample)
    case .policy: try Policy.page(sample)
    case .serverSetting: try Policy.server(sample, in: guide)
    case .python: try compile(sample)
    case .json: _ = try JSONValue(parsing: Array(sample.text.utf8))
    case .editorSetting: #expect(sample.text.contains("turnbook"), sample.place)
    // Tests of their own look at these with other programs, where they are installed.
    case .service: break
    // For eyes only.
    case .diagram: break
    }
  }

  // MARK: Commands

  private mutating func run(_ session: Session, of sample: Sample) throws {
    #expect(!session.steps.isEmpty, sample.place)
    for step in session.steps {
      let exception = Exception.of(step.command)
      if let folder = step.command.wholeMatch(of: /cd ([\w-]+)/)?.output.1 {
        #expect(guide.has(self.folder + folder), sample.place)
        self.folder += folder + "/"
      } else if case .unrun? = exception?.kind {
        try Workshop.readWords(of: step.command)
      } else if case .endless? = exception?.kind {
        let printed = try guide.shell(
          """
          \(step.command) >served.txt 2>&1 & server=$!; n=0
          until grep -q 'Ctrl-C ends it' served.txt || [ $n -ge 600 ]; do
            sleep 0.1; n=$((n + 1))
          done
          kill -TERM $server; wait $server; code=$?
          cat served.txt; rm served.txt; exit $code
          """, in: folder)
        #expect(printed.status == 0, "\(sample.place): \(printed.text)")
        let first = step.output.split(separator: "\n").first.map(String.init) ?? ""
        #expect(
          first.isEmpty
            || printed.text.replacing(/\d+/, with: "0").contains(first.replacing(/\d+/, with: "0")),
          "\(sample.place): \(step.command) prints\n\(printed.text)")
      } else {
        let printed = try guide.shell(step.command, in: folder)
        if showsOutput(sample) {
          #expect(
            Session.shows(step.output, printed.text),
            "\(sample.place): \(step.command) prints\n\(printed.text)")
        } else {
          var status: Int32 = 0
          if case .ending(let code)? = exception?.kind { status = code }
          #expect(
            printed.status == status, "\(sample.place): \(step.command) prints\n\(printed.text)")
        }
      }
    }
  }

  /// The reference of commands shows how they are called, and nothing of what they print.
  private func showsOutput(_ sample: Sample) -> Bool {
    sample.language == "console" && sample.page != "reference/commands.md"
  }

  private func compareUsage(_ sample: Sample) throws {
    let usage = sample.text.trimmingCharacters(in: .newlines)
    let words = usage.split(separator: " ").prefix { $0.contains(/^[a-z]+$/) }
    let help = try guide.shell(words.joined(separator: " ") + " --help", in: "").text
    let said = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("Usage: \(usage) "), "\(sample.place): \(help)")
  }

  // MARK: Files of a guide

  private func write(_ path: String, _ sample: Sample) throws {
    try guide.write(folder + path, sample.text)
  }

  private func configure(_ sample: Sample) throws {
    try write("turnbook.yml", sample)
    let run = try guide.shell("turnbook check", in: folder)
    let faults = run.text.matches(of: /^turnbook\.yml:.*/.anchorsMatchLineEndings())
    #expect(run.status < 2 && faults.isEmpty, "\(sample.place): \(run.text)")
  }

  private func add(_ sample: Sample) throws {
    try write(try #require(sample.title), sample)
    let run = try guide.shell("turnbook check --fail-on error", in: folder)
    #expect(run.status == 0, "\(sample.place): \(run.text)")
  }

  private func addValues(_ sample: Sample) throws {
    let name = try #require(sample.title)
    try write(name, sample)
    #expect(
      page.samples.contains { $0.line > sample.line && $0.text.contains("--values \(name)") },
      "\(sample.place) is not used")
  }

  /// Builds a page of nothing but the sample.
  private func check(_ text: String, _ sample: Sample) throws {
    let findings = try findings(about: text).filter {
      // A piece of a technique page lacks the others.
      !$0.contains("[TB-P")
    }
    #expect(findings.isEmpty, sample.place)
  }

  private func findings(about text: String) throws -> [String] {
    try guide.write(Self.path, text)
    defer { try? guide.remove(Self.path) }
    return try guide.run("check").findings.filter { $0.hasPrefix(Self.path + ":") }
  }

  private static let path = "content/manual/sample.md"

  private func checkFragment(_ sample: Sample) throws {
    let text = "# A page\n\n## \(sample.section)\n\n\(sample.source)"
    try check(text, sample)
    if let comment = text.firstMatch(of: /<!-- turnbook-ignore (\S+) .*-->\n/) {
      let loud = try findings(about: text.replacing(comment.output.0, with: ""))
      #expect(loud.contains { $0.hasSuffix("[\(comment.output.1)]") }, sample.place)
    }
    let pattern = /```pattern \{#(?<id>\S+) title="(?<title>.*)" kind="(?<kind>.*)"\}/
    guard let fence = text.firstMatch(of: pattern) else { return }
    let variants = try patterns(of: text)["variants"]?.array
    let variant = try #require(variants?.first { $0["id"]?.string == String(fence.output.id) })
    #expect(variant["title"]?.string == String(fence.output.title), sample.place)
    #expect(variant["kind"]?.string == String(fence.output.kind), sample.place)
  }

  private func fill(_ sample: Sample) throws {
    let text = "# A page\n\n## The Pattern\n\n```\(sample.language)\n\(sample.text)```\n"
    let turns = try patterns(of: text)["variants"]?[0]?["turns"]?.array
    let labels = sample.text.matches(of: /^Turn \w+:/.anchorsMatchLineEndings())
    #expect(turns?.count == max(labels.count, 1), sample.place)
  }

  private func patterns(of text: String) throws -> JSONValue {
    try guide.write(Self.path, text)
    defer { try? guide.remove(Self.path) }
    return try #require(try guide.run("patterns", Self.path, "--json").json()["pattern"])
  }

  // MARK: Other languages

  /// A style sheet of a guide changes what the theme has.
  private func compareWithTheme(_ sample: Sample) throws {
    try write(try #require(sample.title), sample)
    let theme = Repository.folder.appending(path: "templates/theme")
    let names = try FileManager.default.contentsOfDirectory(atPath: theme.path)
    let styles = try names.filter { $0.hasSuffix(".css") }.map {
      try String(contentsOf: theme.appending(path: $0), encoding: .utf8)
    }.joined()
    let used = sample.text.matches(of: /--[\w-]+|\.[a-z][\w-]*/).map { String($0.output) }
    #expect(!used.isEmpty, sample.place)
    for name in used { #expect(styles.contains(name), "\(sample.place): \(name)") }
    #expect(sample.text.count { $0 == "{" } == sample.text.count { $0 == "}" }, sample.place)
  }

  private func compile(_ sample: Sample) throws {
    try guide.write("sample.py", sample.text)
    let run = try guide.shell(
      "python3 -c 'compile(open(\"sample.py\").read(), \"sample.py\", \"exec\")'", in: "")
    #expect(run.status == 0, "\(sample.place): \(run.text)")
  }
}
