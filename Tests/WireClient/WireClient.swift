import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A connection on which a test writes what it likes, and sees every byte that comes back.
package final class WireClient {
  private let raw: Int32
  private var pending: [UInt8] = []
  /// What came of a body that never ends, and was not asked for yet.
  private var streamed: [UInt8] = []

  package struct Broken: Error {
    package let words: String
  }

  /// An answer as it stood on the wire, its body put together.
  package struct Answer {
    package let status: Int
    /// Names in small letters.
    package let headers: [String: String]
    package let body: [UInt8]

    package var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// Nothing that a test waits for takes this long.
  private static let patience = 20

  package init(port: Int) throws {
    // A server that closes in the middle is what some tests are about.
    signal(SIGPIPE, SIG_IGN)
    #if canImport(Darwin)
      raw = socket(AF_INET, SOCK_STREAM, 0)
    #else
      raw = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(truncatingIfNeeded: port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var patience = timeval(tv_sec: Self.patience, tv_usec: 0)
    setsockopt(raw, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let status = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(raw, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else {
      close(raw)
      throw Broken(words: "nobody listens at port \(port): \(String(cString: strerror(errno)))")
    }
  }

  deinit { close(raw) }

  package func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(raw, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Broken(words: "cannot write") }
      rest = rest.dropFirst(count)
    }
  }

  package func send(_ text: String) throws { try send(Array(text.utf8)) }

  /// Says that nothing more will come.
  package func finish() { shutdown(raw, Int32(SHUT_WR)) }

  /// What one request is answered, the connection kept.
  package func ask(
    _ line: String, _ headers: String..., host: String? = "localhost"
  ) throws -> Answer {
    let lines = ["\(line) HTTP/1.1"] + (host.map { ["Host: \($0)"] } ?? []) + headers
    try send(lines.joined(separator: "\r\n") + "\r\n\r\n")
    return try answer(isBodyless: line.hasPrefix("HEAD "))
  }

  package func answer(isBodyless: Bool = false) throws -> Answer {
    let (status, headers) = try head()
    var body: [UInt8] = []
    if isBodyless || status == 304 {
      // The length is that of what is not sent.
    } else if headers["transfer-encoding"] == "chunked" {
      while let chunk = try chunk() { body += chunk }
    } else if let length = headers["content-length"].flatMap({ Int($0) }) {
      body = try take(length)
    } else {
      while let more = try more() { pending += more }
      body = try take(pending.count)
    }
    return Answer(status: status, headers: headers, body: body)
  }

  /// The head of an answer whose body never ends.
  package func head() throws -> (status: Int, headers: [String: String]) {
    let words = try line().split(separator: " ")
    guard words.count > 1, let status = Int(words[1]) else { throw Broken(words: "no status") }
    var headers: [String: String] = [:]
    while true {
      let line = try line()
      guard !line.isEmpty else { return (status, headers) }
      let parts = line.split(separator: ":", maxSplits: 1)
      headers[parts[0].lowercased()] = parts.last?.trimmingCharacters(in: .whitespaces)
    }
  }

  /// What comes of a body in chunks, up to a text and with it.
  package func read(until end: String) throws -> String {
    let end = Array(end.utf8)
    while true {
      if let text = Self.cut(&streamed, after: end) { return text }
      guard let chunk = try chunk() else {
        throw Broken(words: "it ended after \(String(decoding: streamed, as: UTF8.self))")
      }
      streamed += chunk
    }
  }

  /// Waits until the other side closes the connection.
  package func awaitEnd() throws {
    while try more() != nil {}
  }

  /// nil for the last one, which is empty.
  private func chunk() throws -> [UInt8]? {
    guard let size = Int(try line(), radix: 16) else { throw Broken(words: "no chunk") }
    let chunk = try take(size)
    _ = try line()
    return size == 0 ? nil : chunk
  }

  private func line() throws -> String {
    while true {
      if let line = Self.cut(&pending, after: Array("\r\n".utf8)) { return String(line.dropLast()) }
      guard let more = try more() else {
        throw Broken(words: "it ended after \(String(decoding: pending, as: UTF8.self))")
      }
      pending += more
    }
  }

  private static func cut(_ bytes: inout [UInt8], after end: [UInt8]) -> String? {
    guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else {
      return nil
    }
    defer { bytes.removeFirst(place + end.count) }
    return String(decoding: bytes[..<(place + end.count)], as: UTF8.self)
  }

  private func take(_ count: Int) throws -> [UInt8] {
    while pending.count < count {
      guard let more = try more() else { throw Broken(words: "the body is cut off") }
      pending += more
    }
    defer { pending.removeFirst(count) }
    return Array(pending[..<count])
  }

  /// nil at the end.
  private func more() throws -> [UInt8]? {
    var room = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(raw, &room, room.count, 0)
    if count < 0, errno == ECONNRESET { return nil }
    guard count >= 0 else {
      throw Broken(words: "nothing came: \(String(cString: strerror(errno)))")
    }
    return count == 0 ? nil : Array(room[..<count])
  }
}
