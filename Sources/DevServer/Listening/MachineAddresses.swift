#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where other machines find this one.
package enum MachineAddresses {
  /// The name that this machine calls itself; nil where it has none.
  package static var name: String? {
    var text = [CChar](repeating: 0, count: 256)
    guard gethostname(&text, text.count - 1) == 0 else { return nil }
    let name = String(
      decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return name.isEmpty ? nil : name
  }

  /// The IPv4 addresses of this machine that others can reach, in numbers.
  package static var reachable: [String] {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return [] }
    defer { freeifaddrs(list) }
    var found: [String] = []
    var next = list
    while let entry = next {
      next = entry.pointee.ifa_next
      guard let address = entry.pointee.ifa_addr, address.pointee.sa_family == AF_INET,
        entry.pointee.ifa_flags & UInt32(IFF_LOOPBACK) == 0
      else { continue }
      let place = SocketPlace(address, size: socklen_t(MemoryLayout<sockaddr_in>.size))
      if !found.contains(place.address) { found.append(place.address) }
    }
    return found
  }
}
