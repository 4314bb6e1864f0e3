import Foundation
import Testing
import WireClient

@Suite("turnbook serve")
struct ServeTests {
  private static let files = [
    "turnbook.yml": "name: Guide\n",
    "content/index.md": "---\ndescription: Start.\n---\n\n# Start\n\n[Other](other.md)\n",
    "content/other.md": "---\ndescription: Other.\n---\n\n# Other\n\nWords.\n",
    "content/data.bin": "0123456789",
  ]

  /// A page as it is published.
  private static func published(_ html: String) -> String {
    html.replacing(/<script src="\/\.turnbook\/live\.js"[^>]*><\/script>\n/, with: "")
  }

  @Test("serves what a build writes, and writes nothing itself")
  func same() throws {
    let guide = try Guide(
      Self.files.merging(["content/all.md": DialectPage.everything, "content/p.png": "no picture"])
      {
        $1
      })
    let before = try guide.tree(".")
    let program = try ServingProgram(in: guide)
    #expect(try guide.tree(".") == before)
    try guide.run("build")
    let site = try guide.tree()
    #expect(site.count > 20)
    let client = try program.client()
    for (path, bytes) in site {
      let answer = try client.ask("GET /\(path)")
      #expect(answer.status == 200, "\(path)")
      let isPage = path.hasSuffix(".html")
      #expect(answer.text.contains("/.turnbook/live.js") == isPage, "\(path)")
      let made = isPage ? Data(Self.published(answer.text).utf8) : Data(answer.body)
      #expect(made == bytes, "\(path)")
    }
    #expect(try client.ask("GET /other/").headers["content-type"] == "text/html; charset=utf-8")
    #expect(try client.ask("GET /nowhere/").status == 404)
    #expect(try client.ask("GET /data.bin", "Range: bytes=2-4").text == "234")
  }

  @Test("shows an edit, and tells who listens which pages are new")
  func edit() throws {
    let guide = try Guide(Self.files)
    let program = try ServingProgram(in: guide)
    let listener = try program.listener()
    let tag = try program.ask("GET /other/").headers["etag"]
    // In one step, so that nobody reads half a page.
    try guide.write(
      "content/.other", "---\ndescription: Other.\n---\n\n# Other\n\nNew words.\n")
    #expect(rename(guide.at("content/.other").path, guide.at("content/other.md").path) == 0)
    let event = try listener.read(until: "}\n\n")
    #expect(event.contains("\"change\":\"pages\",\"pages\":[\"other/index.html\"]"), "\(event)")
    let answer = try program.ask("GET /other/", "If-None-Match: \(tag ?? "")")
    #expect(answer.status == 200)
    #expect(answer.text.contains("New words."))
    #expect(try program.wait(for: "content/other.md: ").contains("no findings\n"))
  }

  @Test("tells of findings with their places, and when they are mended")
  func findings() throws {
    let guide = try Guide(Self.files)
    let program = try ServingProgram(in: guide)
    let listener = try program.listener()
    let page = Self.files["content/other.md"] ?? ""
    try guide.write("content/other.md", page + "\n[x](nowhere.md)\n")
    // The page may have been read while it was written.
    _ = try listener.read(until: "\"code\":\"TB-L001\",\"severity\":\"error\"")
    let place = try listener.read(until: "}\n\n")
    #expect(place.contains("\"path\":\"content/other.md\",\"line\":9,\"column\":5"), "\(place)")
    try program.wait(for: "content/other.md:9:5: error: ")
    try guide.write("content/other.md", page)
    _ = try listener.read(until: "\"findings\":[],\"count\":0}\n\n")
  }

  @Test("takes the next port where one is in use, and says so")
  func port() throws {
    let guide = try Guide(Self.files)
    let first = try ServingProgram(in: guide)
    let second = try ServingProgram("--port", "\(first.port)", in: guide)
    #expect(second.port > first.port)
    let said = try second.wait(for: "Ctrl-C ends it.\n")
    #expect(said.contains("Port \(first.port) is in use, so it is \(second.port).\n"))
    for program in [first, second] { #expect(try program.ask("GET /").status == 200) }
  }

  @Test("ends well when it is asked to", arguments: [SIGINT, SIGTERM])
  func end(signal: Int32) throws {
    let program = try ServingProgram(in: try Guide(Self.files))
    let listener = try program.listener()
    #expect(try program.end(signal) == 0)
    try listener.awaitEnd()
  }

  @Test("answers to no name but this machine's")
  func hosts() throws {
    let guide = try Guide(Self.files)
    let program = try ServingProgram(in: guide)
    #expect(try program.ask("GET /", "Host: evil.example").status == 403)
    #expect(try program.ask("GET /.turnbook/events", "Host: evil.example").status == 403)
    #expect(try program.ask("GET /", "Host: 127.0.0.1:\(program.port)").status == 200)
    #expect(try !program.wait(for: "Serving").contains("Whoever"))
  }

  @Test("says what it means to be there for the network, and answers to the machine's name then")
  func network() throws {
    let program = try ServingProgram("--host", "0.0.0.0", in: try Guide(Self.files))
    let said = try program.wait(for: "Whoever reaches this machine over the network")
    #expect(said.contains("Serving . at http://127.0.0.1:\(program.port)/ "))
    let name = ProcessInfo.processInfo.hostName
    let short = name.split(separator: ".").first.map(String.init) ?? name
    #expect(try program.ask("GET /", "Host: \(short):\(program.port)").status == 200)
    #expect(try program.ask("GET /", "Host: 192.168.1.2").status == 200)
    #expect(try program.ask("GET /", "Host: evil.example").status == 403)
  }

  @Test("begins where the configured address does")
  func base() throws {
    let guide = try Guide(
      Self.files.merging(["turnbook.yml": "name: G\nurl: https://example.org/my/guide/\n"]) { $1 })
    let program = try ServingProgram(in: guide)
    #expect(try program.wait(for: "Serving").contains(":\(program.port)/my/guide/ "))
    #expect(try program.ask("GET /").headers["location"] == "/my/guide/")
    #expect(try program.ask("GET /my/guide/other/").status == 200)
    #expect(try program.ask("GET /other/").status == 404)
  }

  @Test("waits for a guide that cannot be built, and shows one whose configuration has a fault")
  func unbuildable() throws {
    let guide = try Guide(["turnbook.yml": "name: Guide\n"])
    let program = try ServingProgram(in: guide)
    try program.wait(for: "The guide cannot be built as it is")
    #expect(try program.ask("GET /").status == 503)
    let listener = try program.listener()
    try guide.write("content/index.md", Self.files["content/index.md"] ?? "")
    try guide.write("content/other.md", Self.files["content/other.md"] ?? "")
    _ = try listener.read(until: "\"findings\":[],\"count\":0}\n\n")
    #expect(try program.ask("GET /").text.contains("Start"))
    try guide.write("turnbook.yml", "nam: x\n")
    _ = try listener.read(until: "TB-C001")
    #expect(try program.ask("GET /").text.contains("Start"))
  }

  @Test("outlives that its content is moved away and back")
  func away() throws {
    let guide = try Guide(Self.files)
    let program = try ServingProgram(in: guide)
    let listener = try program.listener()
    let (content, elsewhere) = (guide.at("content"), guide.at("elsewhere"))
    try FileManager.default.moveItem(at: content, to: elsewhere)
    #expect(try listener.read(until: "}\n\n").contains("\"severity\":\"error\""))
    #expect(try program.ask("GET /other/").status == 200)
    try FileManager.default.moveItem(at: elsewhere, to: content)
    _ = try listener.read(until: "\"count\":0}\n\n")
    try guide.write("content/other.md", "# Other\n\nBack again.\n")
    _ = try listener.read(until: "}\n\n")
    #expect(try program.ask("GET /other/").text.contains("Back again."))
  }

  @Test("opens the browser, or says that it cannot")
  func browser() throws {
    let guide = try Guide(Self.files)
    try FileManager.default.createDirectory(
      at: guide.at("bin"), withIntermediateDirectories: true)
    let path = ["PATH": guide.at("bin").path]
    func said() throws -> String {
      let program = try ServingProgram("--open", in: guide, environment: path)
      usleep(300_000)
      return try program.wait(for: "Ctrl-C ends it.\n")
    }
    #expect(try said().contains("No browser could be opened; open http://127.0.0.1:"))
    try guide.makeLink("bin/xdg-open", to: "/bin/true")
    #expect(try !said().contains("No browser"))
    try guide.remove("bin/xdg-open")
    try guide.makeLink("bin/xdg-open", to: "/bin/false")
    let program = try ServingProgram("--open", in: guide, environment: path)
    try program.wait(for: "open http://127.0.0.1:\(program.port)/ yourself.\n")
  }

  @Test("refuses what it cannot serve, with what to do about it")
  func refusals() throws {
    let guide = try Guide(Self.files)
    let missing = try guide.run("serve", "nowhere")
    #expect(missing.status == 2)
    #expect(missing.codes == ["TB-F004"])
    #expect(try guide.run("serve", "turnbook.yml").status == 2)
    let host = try guide.run("serve", "--host", "nowhere.invalid")
    #expect(host.status == 2)
    #expect(host.errors.contains("\"nowhere.invalid\" is no address of this machine [TB-V002]"))
    #expect(try guide.run("serve", "--port", "70000").status == 64)
    // A file in the place of the library.
    try guide.write("libmicrohttpd.so.12", "")
    let library = try guide.run(
      "serve", environment: ["LD_LIBRARY_PATH": guide.folder.path])
    #expect(library.status == 2)
    #expect(library.errors.contains("the library libmicrohttpd is not installed [TB-V001]"))
  }
}
