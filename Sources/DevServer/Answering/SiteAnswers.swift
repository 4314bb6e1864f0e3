import ByteText
import FileTree

/// What requests for a site are answered: a value, which asks nothing but the site and its files.
package struct SiteAnswers: Sendable {
  /// nil where there is none yet, because the guide cannot be built.
  package var site: ServedSite?
  /// Names the run of the program, and counts the states of the site in it.
  package var session: String
  package var version = 0
  private let hosts: AllowedHosts
  private let script: [UInt8]

  /// - Parameter script: The bytes of `live.js`.
  package init(session: String, hosts: AllowedHosts, script: [UInt8]) {
    self.session = session
    self.hosts = hosts
    self.script = script
  }

  package func answer(_ request: HTTPRequest) -> HTTPAnswer {
    var answer = bare(request)
    answer.headers += Self.always
    return answer
  }

  /// Nothing is kept without being asked for again, nothing is guessed, and no other site's pages
  /// may use what is served here.
  private static let always = [
    HTTPAnswer.Header("Cache-Control", "no-cache"),
    HTTPAnswer.Header("X-Content-Type-Options", "nosniff"),
    HTTPAnswer.Header("Cross-Origin-Resource-Policy", "same-origin"),
  ]

  private func bare(_ request: HTTPRequest) -> HTTPAnswer {
    guard let host = request.value("host") else {
      return .refusal(400, "A request names one host.")
    }
    let target = RequestTarget(request.target)
    for host in [host] + (target?.authority.map { [$0] } ?? []) where !hosts.allow(host) {
      return .refusal(
        403,
        """
        This server does not answer to that name: a page of another site could have led here.
        Use the address that turnbook serve printed, or start it with --host and the name.
        """)
    }
    guard ["GET", "HEAD"].contains(request.method) else {
      var answer = HTTPAnswer.refusal(405, "Only GET and HEAD are answered.")
      // What comes after the head of such a request is not read.
      answer.headers += [.init("Allow", "GET, HEAD"), .init("Connection", "close")]
      return answer
    }
    guard let target else { return .refusal(400, "That is no path of a site.") }
    switch target.path {
    case LivePaths.script: return answer(script, at: LivePaths.script, to: request)
    case LivePaths.events:
      return HTTPAnswer(200, headers: [.init("Content-Type", "text/event-stream")], body: .events)
    default: return answer(request, target)
    }
  }

  // MARK: Pages and files

  /// Bytes of a page that an author wrote as HTML.
  private static let pageLimit = 64 << 20

  private func answer(_ request: HTTPRequest, _ target: RequestTarget) -> HTTPAnswer {
    guard let site else { return notice(503, "The guide cannot be built yet", request) }
    let base = site.basePath
    let whole = "/" + target.path
    // No file has such a path, and a redirect to one would lead to another host.
    guard !target.parts.dropLast().contains("") else { return missing(site, request) }
    guard whole.hasPrefix(base) else {
      return whole == "/" || whole + "/" == base
        ? redirect(to: base, request) : missing(site, request)
    }
    let path = String(whole.dropFirst(base.count))
    let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    if let content = site.content(file) {
      return answer(content, at: file, to: request) ?? missing(site, request)
    }
    if file == path, site.content(path + "/index.html") != nil {
      return redirect(to: whole + "/", request)
    }
    return missing(site, request)
  }

  /// nil where a file is there no longer.
  private func answer(
    _ content: ServedSite.Content, at path: String, to request: HTTPRequest
  ) -> HTTPAnswer? {
    switch content {
    case .bytes(let bytes):
      return answer(live(bytes, at: path), at: path, to: request)
    case .file(let place):
      if MediaType.of(path) == MediaType.html {
        guard let bytes = try? FileReader.read(place, limit: Self.pageLimit) else { return nil }
        return answer(live(bytes, at: path), at: path, to: request)
      }
      guard let file = Discovery.file(at: place) else { return nil }
      return answer(
        size: file.size, tag: EntityTag(of: file), type: MediaType.of(path), to: request
      ) { .file(path: place, part: $0) }
    }
  }

  private func answer(_ bytes: [UInt8], at path: String, to request: HTTPRequest) -> HTTPAnswer {
    answer(
      size: bytes.count, tag: EntityTag(of: bytes), type: MediaType.of(path), to: request
    ) { .bytes(Array(bytes[$0])) }
  }

  private func answer(
    size: Int, tag: EntityTag, type: String, to request: HTTPRequest,
    _ body: (Range<Int>) -> HTTPAnswer.Body
  ) -> HTTPAnswer {
    let tagHeader = HTTPAnswer.Header("ETag", tag.text)
    if let list = request.list("if-none-match"), tag.isIn(list) {
      return HTTPAnswer(304, headers: [tagHeader])
    }
    let headers = [
      HTTPAnswer.Header("Content-Type", type), tagHeader, .init("Accept-Ranges", "bytes"),
    ]
    // A part is of use only where it belongs to what the client has.
    let isWanted = request.list("if-range").map { $0 == tag.text } ?? true
    let wish = request.method == "GET" && isWanted ? request.value("range") : nil
    switch RequestedRange(wish, of: size) {
    case .whole: return HTTPAnswer(200, headers: headers, body: body(0..<size))
    case .part(let part):
      let range = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"
      return HTTPAnswer(
        206, headers: headers + [.init("Content-Range", range)], body: body(part))
    case .outside:
      var answer = HTTPAnswer.refusal(416, "The file has \(size) bytes.")
      answer.headers.append(.init("Content-Range", "bytes */\(size)"))
      return answer
    }
  }

  // MARK: What is not there

  private func missing(_ site: ServedSite, _ request: HTTPRequest) -> HTTPAnswer {
    let own: [UInt8]? =
      switch site.content("404.html") {
      case .bytes(let bytes): bytes
      case .file(let place): try? FileReader.read(place, limit: Self.pageLimit)
      case nil: nil
      }
    guard let own else { return notice(404, "There is no page at this address", request) }
    return page(404, live(own, at: "404.html", isAsked: false))
  }

  /// Not for ever: another guide may be served at this port tomorrow.
  private func redirect(to path: String, _ request: HTTPRequest) -> HTTPAnswer {
    var buffer = ByteBuffer()
    buffer.append(escapingPath: Array(path.utf8))
    var location = String(decoding: buffer.array, as: UTF8.self)
    if let query = request.query { location += "?" + Self.visible(query) }
    var answer = HTTPAnswer.refusal(302, "It is at \(location)")
    answer.headers.append(.init("Location", location))
    return answer
  }

  /// A query as it came, but for what no header may hold.
  private static func visible(_ query: String) -> String {
    query.utf8.map { byte in
      (0x21...0x7E).contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  private func notice(_ status: Int, _ words: String, _ request: HTTPRequest) -> HTTPAnswer {
    let html = """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>\(words)</title></head>
      <body><h1>\(words)</h1></body>
      </html>

      """
    return page(status, live(Array(html.utf8), at: "404.html", isAsked: false))
  }

  private func page(_ status: Int, _ html: [UInt8]) -> HTTPAnswer {
    HTTPAnswer(
      status, headers: [HTTPAnswer.Header("Content-Type", MediaType.html)], body: .bytes(html))
  }

  /// A page that hears of changes; anything else as it is.
  private func live(_ bytes: [UInt8], at path: String, isAsked: Bool = true) -> [UInt8] {
    guard MediaType.of(path) == MediaType.html else { return bytes }
    return ScriptInsertion(
      session: session, version: version, base: site?.basePath ?? "/", page: isAsked ? path : ""
    ).inserted(into: bytes)
  }
}
