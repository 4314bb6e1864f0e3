import FileTree

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A socket that takes connections.
package struct ListeningSocket: ~Copyable {
  private let raw: CInt

  /// The address in numbers, as URLs write it: `127.0.0.1`, `[::1]`.
  package var address: String { SocketPlace(ofSocket: raw).address }
  package var port: Int { SocketPlace(ofSocket: raw).port }

  /// Takes the first free port from the wanted one on.
  /// - Parameters:
  ///   - host: A name or an address of this machine.
  ///   - port: 0 for any that is free.
  package init(host: String, port wanted: Int, tries: Int = 100) throws(ServerFailure) {
    guard let place = Self.resolve(host) else { throw .unknownHost(host) }
    let last = wanted == 0 ? 0 : min(65_535, wanted + tries - 1)
    var failure = Errno(code: EADDRINUSE)
    for port in wanted...last {
      do throws(Errno) {
        raw = try Self.open(place, port: port)
      } catch {
        failure = error
        if error.code == EADDRINUSE { continue }
        throw error.code == EADDRNOTAVAIL ? .unknownHost(host) : .noPort(port...port, error)
      }
      return
    }
    throw .noPort(wanted...last, failure)
  }

  deinit { close(raw) }

  /// Hands the socket over to who will close it.
  consuming func release() -> CInt {
    let raw = raw
    discard self
    return raw
  }

  private static func open(_ place: SocketPlace, port: Int) throws(Errno) -> CInt {
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    let raw = socket(place.family, kind, 0)
    guard raw >= 0 else { throw Errno(code: errno) }
    var on: CInt = 1
    _ = fcntl(raw, F_SETFD, FD_CLOEXEC)
    // A server that was just ended leaves connections behind that keep the port.
    setsockopt(raw, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<CInt>.size))
    var place = place
    place.port = port
    let isBound = place.withAddress { bind(raw, $0, $1) } == 0
    if isBound, listen(raw, 128) == 0 { return raw }
    let failure = Errno(code: errno)
    close(raw)
    throw failure
  }

  private static func resolve(_ host: String) -> SocketPlace? {
    // Both of its addresses would be right; this one exists on every machine.
    let host = host.lowercased() == "localhost" ? "127.0.0.1" : host
    var wish = addrinfo()
    wish.ai_flags = AI_PASSIVE
    #if canImport(Darwin)
      wish.ai_socktype = SOCK_STREAM
    #else
      wish.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #endif
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &wish, &list) == 0, let first = list else { return nil }
    defer { freeaddrinfo(list) }
    return first.pointee.ai_addr.map { SocketPlace($0, size: first.pointee.ai_addrlen) }
  }
}

/// An address and a port, of either family.
struct SocketPlace {
  private var storage = sockaddr_storage()
  private var size: socklen_t

  init(_ address: UnsafePointer<sockaddr>, size: socklen_t) {
    self.size = size
    withUnsafeMutableBytes(of: &storage) { room in
      room.copyMemory(
        from: UnsafeRawBufferPointer(start: address, count: min(Int(size), room.count)))
    }
  }

  /// Where a socket that is bound takes connections.
  init(ofSocket raw: CInt) {
    size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    var size = size
    withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = getsockname(raw, $0, &size)
      }
    }
    self.size = size
  }

  var family: CInt { CInt(storage.ss_family) }

  var port: Int {
    // Both families have it at the same place.
    get { withAddress { address, _ in Int(UInt16(bigEndian: Self.port(of: address))) } }
    set {
      let number = UInt16(truncatingIfNeeded: newValue).bigEndian
      withUnsafeMutableBytes(of: &storage) {
        $0.storeBytes(of: number, toByteOffset: 2, as: UInt16.self)
      }
    }
  }

  var address: String {
    var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let status = withAddress { address, size in
      getnameinfo(address, size, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
    }
    guard status == 0 else { return "?" }
    let plain = String(
      decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return plain.contains(":") ? "[\(plain)]" : plain
  }

  func withAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    withUnsafePointer(to: storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, size) }
    }
  }

  private static func port(of address: UnsafePointer<sockaddr>) -> UInt16 {
    UnsafeRawPointer(address).loadUnaligned(fromByteOffset: 2, as: UInt16.self)
  }
}
