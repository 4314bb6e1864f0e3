import FileTree
import MicrohttpdShim

/// Answers requests over libmicrohttpd, from threads of its own, until it is given up.
package struct HTTPServer: ~Copyable {
  private let server: UnsafeMutableRawPointer
  private let context: Unmanaged<ServerContext>

  /// Connections on which nothing happens are ended after so many seconds.
  private static let patience: UInt32 = 60
  /// One may be busy with a page while the others go on.
  private static let threads: UInt32 = 4

  /// - Parameters:
  ///   - hub: Has the events for who asks for them.
  ///   - answer: Called from several threads at a time.
  package init(
    on socket: consuming ListeningSocket, hub: LiveHub,
    answer: @escaping @Sendable (HTTPRequest) -> HTTPAnswer
  ) throws(ServerFailure) {
    if let reason = turnbook_mhd_load() { throw .missingLibrary(String(cString: reason)) }
    let context = Unmanaged.passRetained(ServerContext(hub: hub, answer: answer))
    let server = turnbook_mhd_start(
      socket.release(), Self.threads, Self.patience,
      { context, connection, target, method in
        guard let context, let connection, let target, let method else { return 0 }
        let server = Unmanaged<ServerContext>.fromOpaque(context).takeUnretainedValue()
        let exchange = Exchange(connection: connection)
        let request = exchange.request(String(cString: method), String(cString: target))
        return exchange.send(server.answer(request), hub: server.hub) ? 1 : 0
      }, context.toOpaque())
    guard let server else {
      context.release()
      throw .notStarted
    }
    self.server = server
    self.context = context
  }

  deinit {
    // Streams that sleep would never end.
    context.takeUnretainedValue().hub.close()
    turnbook_mhd_stop(server)
    context.release()
  }
}

/// What the callbacks of a server need.
private final class ServerContext: Sendable {
  let hub: LiveHub
  let answer: @Sendable (HTTPRequest) -> HTTPAnswer

  init(hub: LiveHub, answer: @escaping @Sendable (HTTPRequest) -> HTTPAnswer) {
    self.hub = hub
    self.answer = answer
  }
}

/// One request and its answer, on a thread of the server.
private struct Exchange {
  let connection: UnsafeMutableRawPointer

  func request(_ method: String, _ target: String) -> HTTPRequest {
    let headers = Pairs.taken { turnbook_mhd_each_header(connection, Pairs.take, $0) }
    let query = Pairs.taken { turnbook_mhd_each_query(connection, Pairs.take, $0) }
    // The library makes spaces of the plus signs in a query.
    let parts = query.map { pair in
      (pair.value.map { "\(pair.name)=\($0)" } ?? pair.name).map { $0 == " " ? "+" : $0 }
    }
    return HTTPRequest(
      method, target, query: parts.isEmpty ? nil : String(parts.joined(separator: "&")),
      headers: headers.map { HTTPRequest.Header($0.name, $0.value ?? "") })
  }

  /// Whether it could be sent.
  func send(_ answer: HTTPAnswer, hub: LiveHub) -> Bool {
    guard let body = body(answer.body, hub) else { return false }
    for header in answer.headers { _ = turnbook_mhd_add_header(body, header.name, header.value) }
    return turnbook_mhd_answer(connection, UInt32(answer.status), body) == 1
  }

  private func body(_ body: HTTPAnswer.Body, _ hub: LiveHub) -> UnsafeMutableRawPointer? {
    switch body {
    case .bytes(let bytes):
      return bytes.withUnsafeBytes { turnbook_mhd_bytes($0.baseAddress, $0.count) }
    case .file(let path, let part):
      guard let file = try? FileReader.open(path) else { return nil }
      return turnbook_mhd_file(file, UInt64(part.lowerBound), UInt64(part.count))
    case .events:
      return EventStream.body(of: connection, hub)
    }
  }
}

/// Names and values as the library tells them, one by one.
private struct Pairs {
  private var all: [(name: String, value: String?)] = []

  static func taken(
    _ tell: (UnsafeMutableRawPointer) -> Void
  ) -> [(name: String, value: String?)] {
    var pairs = Pairs()
    withUnsafeMutablePointer(to: &pairs) { tell(UnsafeMutableRawPointer($0)) }
    return pairs.all
  }

  static let take: turnbook_mhd_pair = { context, name, value in
    guard let name else { return }
    context?.assumingMemoryBound(to: Pairs.self).pointee.all
      .append((String(cString: name), value.map { String(cString: $0) }))
  }
}

/// The stream of one browser, from its first byte until the library drops it.
private final class EventStream: Sendable {
  private let hub: LiveHub
  private let number: Int
  private let connection: UInt

  private init(_ hub: LiveHub, _ connection: UnsafeMutableRawPointer) {
    let place = UInt(bitPattern: connection)
    self.hub = hub
    self.connection = place
    number = hub.join { turnbook_mhd_resume(UnsafeMutableRawPointer(bitPattern: place)) }
  }

  static func body(
    of connection: UnsafeMutableRawPointer, _ hub: LiveHub
  ) -> UnsafeMutableRawPointer? {
    let stream = Unmanaged.passRetained(EventStream(hub, connection))
    let body = turnbook_mhd_stream(
      { context, _, room, size in
        guard let context, let room else { return TURNBOOK_MHD_END }
        let stream = Unmanaged<EventStream>.fromOpaque(context).takeUnretainedValue()
        return stream.read(into: UnsafeMutableRawBufferPointer(start: room, count: size))
      },
      { context in
        guard let context else { return }
        let stream = Unmanaged<EventStream>.fromOpaque(context)
        stream.takeUnretainedValue().leave()
        stream.release()
      }, stream.toOpaque())
    if body == nil {
      stream.takeUnretainedValue().leave()
      stream.release()
    }
    return body
  }

  private func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    hub.read(number, into: room) {
      turnbook_mhd_suspend(UnsafeMutableRawPointer(bitPattern: connection))
    } ?? TURNBOOK_MHD_END
  }

  private func leave() { hub.leave(number) }
}
