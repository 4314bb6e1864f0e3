import Foundation
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A provider on this machine, which answers as a test wants it to, byte by byte.
package final class ProviderServer: Sendable {
  package let port: Int
  private let listener: ListeningSocket
  private let state: Mutex<State>

  private struct State {
    var requests: [Request] = []
    var isOver = false
  }

  /// What was asked, as it stood on the wire.
  package struct Request: Sendable {
    package let method: String
    package let path: String
    /// Names in small letters.
    package let headers: [String: String]
    package let body: [UInt8]

    package var text: String { String(decoding: body, as: UTF8.self) }
  }

  package struct NoSocket: Error {}

  /// - Parameter answer: What a request gets; its number counts from 0 in the order of their coming.
  package init(_ answer: @escaping @Sendable (Request, Int) -> ServerAnswer) throws {
    signal(SIGPIPE, SIG_IGN)
    #if canImport(Darwin)
      let listener = ListeningSocket(number: socket(AF_INET, SOCK_STREAM, 0))
    #else
      let listener = ListeningSocket(number: socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    self.listener = listener
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener.number, $0, length) == 0 && listen(listener.number, 16) == 0
          && getsockname(listener.number, $0, &length) == 0
      }
    }
    guard isListening else { throw NoSocket() }
    port = Int(UInt16(bigEndian: address.sin_port))
    state = Mutex(State())
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(listener.number, nil, nil)
        if connection < 0, errno == EINTR || errno == ECONNABORTED { continue }
        guard connection >= 0 else { return }
        guard let self, !self.isOver else {
          close(connection)
          return
        }
        Thread.detachNewThread { self.serve(connection, answer) }
      }
    }
  }

  /// Gives these answers one after the other; the last for all requests after.
  package convenience init(_ answers: ServerAnswer...) throws {
    try self.init { _, number in answers[min(number, answers.count - 1)] }
  }

  deinit {
    shutdown(listener.number, Int32(SHUT_RDWR))
  }

  private var isOver: Bool { state.withLock { $0.isOver } }

  /// Ends every answer under way and takes no more requests.
  package func stop() {
    state.withLock { $0.isOver = true }
    shutdown(listener.number, Int32(SHUT_RDWR))
  }

  package var url: String { "http://127.0.0.1:\(port)" }

  /// In the order of their coming.
  package var requests: [Request] { state.withLock { $0.requests } }

  private func serve(_ connection: Int32, _ answer: (Request, Int) -> ServerAnswer) {
    defer { close(connection) }
    guard let request = Self.read(connection) else { return }
    let number = state.withLock { state in
      state.requests.append(request)
      return state.requests.count - 1
    }
    send(answer(request, number), on: connection)
  }

  private static func read(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    let end = Array("\r\n\r\n".utf8)
    var headEnd: Int?
    var wanted = Int.max
    var headers: [String: String] = [:]
    var first: [Substring] = []
    while bytes.count < wanted {
      var buffer = [UInt8](repeating: 0, count: 65536)
      let count = buffer.withUnsafeMutableBytes { recv(connection, $0.baseAddress, $0.count, 0) }
      // Tests beside this one start programs, whose ends may interrupt.
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      bytes += buffer.prefix(count)
      // TLS, of which this server knows nothing.
      guard bytes[0] >= UInt8(ascii: "A") else { return nil }
      if headEnd == nil, let range = bytes.firstRange(of: end) {
        let lines = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
          .split(separator: "\r\n")
        first = lines.first?.split(separator: " ") ?? []
        for line in lines.dropFirst() {
          let parts = line.split(separator: ":", maxSplits: 1)
          headers[parts[0].lowercased()] =
            parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
        }
        headEnd = range.upperBound
        wanted = range.upperBound + (Int(headers["content-length"] ?? "0") ?? 0)
      }
    }
    guard let headEnd, first.count == 3 else { return nil }
    return Request(
      method: String(first[0]), path: String(first[1]), headers: headers,
      body: Array(bytes[headEnd..<wanted]))
  }

  private func send(_ answer: ServerAnswer, on connection: Int32) {
    var headers = answer.headers
    var framing = answer.framing
    if case .length = framing {
      headers.append(("content-length", "\(answer.bytes.count)"))
    } else if case .chunked = framing {
      headers.append(("transfer-encoding", "chunked"))
    }
    let head =
      "HTTP/1.1 \(answer.status) \(answer.status < 400 ? "OK" : "Error")\r\n"
      + headers.map { "\($0.0): \($0.1)\r\n" }.joined() + "connection: close\r\n\r\n"
    if answer.bytes.isEmpty, answer.pieces.contains(.cut) { framing = .none }
    guard framing != .none else { return }
    guard write(Array(head.utf8), connection) else { return }
    for piece in answer.pieces {
      switch piece {
      case .bytes(let bytes) where bytes.isEmpty: break
      case .bytes(let bytes):
        let size = Array("\(String(bytes.count, radix: 16))\r\n".utf8)
        let whole = framing == .chunked ? size + bytes + Array("\r\n".utf8) : bytes
        guard write(whole, connection) else { return }
      case .pause(let seconds): wait(seconds)
      case .stall:
        wait(60)
        return
      case .cut: return
      }
    }
    if framing == .chunked { _ = write(Array("0\r\n\r\n".utf8), connection) }
    // What was sent must arrive before the socket is gone.
    shutdown(connection, Int32(SHUT_WR))
  }

  private func wait(_ seconds: Double) {
    let end = Date(timeIntervalSinceNow: seconds)
    while !isOver, Date() < end { usleep(5000) }
  }

  private func write(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemSend(connection, $0.baseAddress, $0.count, 0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

/// A socket that is closed when neither its server nor the thread that listens needs it: before, its
/// number could be another server's by the time of the next call.
private final class ListeningSocket: Sendable {
  let number: Int32

  init(number: Int32) { self.number = number }

  deinit { close(number) }
}

/// The call of the system, which a method of the same name hides.
private func systemSend(
  _ socket: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32
) -> Int { send(socket, bytes, count, flags) }
