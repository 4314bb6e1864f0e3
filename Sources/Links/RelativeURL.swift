/// URLs relative to the page that holds them, so that a site works under any address.
package enum RelativeURL {
  /// The way from the page at `base` to `target`, both relative to the site's root. `base` is a
  /// page's URL: what follows its last slash is a file. Never empty.
  package static func path(from base: [UInt8], to target: [UInt8]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    // Folders in common, up to and with their slash.
    var common = 0
    var index = 0
    while index < base.count, index < target.count, base[index] == target[index] {
      index += 1
      if base[index - 1] == slash { common = index }
    }
    var path: [UInt8] = []
    for byte in base[common...] where byte == slash { path += [0x2E, 0x2E, slash] }
    path += target[common...]
    if path.isEmpty { return [0x2E, slash] }
    // A first part with a colon would be read as a scheme.
    if let colon = path.firstIndex(of: UInt8(ascii: ":")), !path[..<colon].contains(slash) {
      path = [0x2E, slash] + path
    }
    return path
  }
}
