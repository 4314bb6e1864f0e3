/// A quick look at whether two of some names are the same byte by byte: pages hardly ever have any,
/// and a dictionary of all names takes long.
struct RepeatedNames {
  /// The names' hashes where these belong; 0 where there is none. Its size is a power of two.
  private var hashes: [UInt64]
  /// Whether some names may be the same. Never false where two are.
  private(set) var mayExist = false

  /// - Parameter count: No more names may be added.
  init(count: Int) {
    var size = 16
    while size < 2 * count { size *= 2 }
    hashes = Array(repeating: 0, count: size)
  }

  mutating func add(_ name: String) {
    guard !mayExist else { return }
    var name = name
    let hash = name.withUTF8(Self.hash)
    var place = Int(truncatingIfNeeded: hash >> 32) & (hashes.count - 1)
    while hashes[place] != 0 {
      if hashes[place] == hash {
        mayExist = true
        return
      }
      place = (place + 1) & (hashes.count - 1)
    }
    hashes[place] = hash
  }

  /// Never 0.
  private static func hash(of name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 1
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 }
    return max(1, hash)
  }
}
