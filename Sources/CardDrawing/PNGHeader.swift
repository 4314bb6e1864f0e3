/// What the first bytes of a PNG say.
package enum PNGHeader {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let largestSide = 4096

  /// Width and height in pixels; nil where the bytes are no PNG.
  package static func size(of bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.count >= 24, bytes.starts(with: signature),
      bytes[12..<16].elementsEqual("IHDR".utf8)
    else { return nil }
    func number(_ start: Int) -> Int { bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    return (number(16), number(20))
  }

  /// Whether it is one whose pixels fit into memory.
  package static func isDrawable(_ bytes: [UInt8]) -> Bool {
    guard let size = size(of: bytes) else { return false }
    return (1...largestSide).contains(size.width) && (1...largestSide).contains(size.height)
  }
}
