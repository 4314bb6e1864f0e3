/// A path below some folder, as bytes that end with NUL so that calls need no copy.
///
/// Never empty, never absolute, without empty, `.` or `..` parts: it cannot leave the folder it is
/// resolved in, links apart. Ordered by bytes, so the order is the same on every machine.
struct RelativePath: Hashable, Comparable, Sendable {
  /// The path's bytes and a NUL.
  let terminated: [UInt8]
  private let hash: Int

  /// Takes bytes that are known to keep the rules, such as a name that the file system gave.
  init(trusted bytes: some Collection<UInt8>) {
    var terminated = [UInt8]()
    terminated.reserveCapacity(bytes.count + 1)
    terminated.append(contentsOf: bytes)
    terminated.append(0)
    self.init(terminated: terminated)
  }

  /// Checks every rule; nil tells that one is broken.
  init?(checking bytes: some Collection<UInt8>) {
    var terminated = [UInt8](bytes)
    guard Self.staysInside(terminated) else { return nil }
    terminated.append(0)
    self.init(terminated: terminated)
  }

  init?(checking text: String) { self.init(checking: text.utf8) }

  private init(terminated: [UInt8]) {
    self.terminated = terminated
    // FNV-1a: a path is hashed several times, and once over its bytes is enough.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in terminated { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.hash = Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  var bytes: ArraySlice<UInt8> { terminated.dropLast() }

  /// For messages; bytes that are no UTF-8 are shown as U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  var name: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes }
    return bytes[(slash + 1)...]
  }

  /// The folder that holds it, nil at the top.
  var parent: RelativePath? {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return RelativePath(trusted: bytes[..<slash])
  }

  func appending(_ name: some Collection<UInt8>) -> RelativePath {
    var joined = [UInt8]()
    joined.reserveCapacity(terminated.count + name.count + 1)
    joined.append(contentsOf: bytes)
    joined.append(UInt8(ascii: "/"))
    joined.append(contentsOf: name)
    joined.append(0)
    return RelativePath(terminated: joined)
  }

  /// Another name in the same folder.
  func sibling(named name: String) -> RelativePath {
    parent?.appending(name.utf8) ?? RelativePath(trusted: name.utf8)
  }

  /// A number that spreads paths evenly over `count` places.
  func spread(over count: Int) -> Int {
    Int(UInt(bitPattern: hash) % UInt(count))
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  static func == (left: RelativePath, right: RelativePath) -> Bool {
    left.hash == right.hash && left.terminated == right.terminated
  }

  static func < (left: RelativePath, right: RelativePath) -> Bool {
    left.terminated.lexicographicallyPrecedes(right.terminated)
  }

  private static func staysInside(_ bytes: [UInt8]) -> Bool {
    var start = 0
    var index = 0
    while index <= bytes.count {
      if index == bytes.count || bytes[index] == UInt8(ascii: "/") {
        let part = bytes[start..<index]
        if part.isEmpty || part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) {
          return false
        }
        start = index + 1
      } else if bytes[index] == 0 {
        return false
      }
      index += 1
    }
    return true
  }
}
