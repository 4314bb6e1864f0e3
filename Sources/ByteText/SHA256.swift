import SHA256Shim

/// The digest SHA-256 of FIPS 180-4, to tell whether a file is the one that was meant.
package enum SHA256 {
  /// The digest in 64 lower-case hexadecimal digits.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = digest(of: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    digest(of: bytes, taking: turnbook_sha256_take)
  }

  /// - Parameter take: Brings whole blocks of 64 bytes into the eight words of the state.
  static func digest(
    of bytes: [UInt8],
    taking take: (UnsafeMutablePointer<UInt32>?, UnsafePointer<UInt8>?, Int) -> Void
  ) -> [UInt8] {
    var state: [UInt32] = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
      0x5be0_cd19,
    ]
    let blocks = bytes.count / 64
    take(&state, bytes, blocks)
    // What is left, a set bit, zeros, and the length in bits fill the last one or two blocks.
    var end = Array(bytes[(blocks * 64)...]) + [0x80]
    while end.count % 64 != 56 { end.append(0) }
    let bits = UInt64(bytes.count) << 3
    for shift in stride(from: 56, through: 0, by: -8) {
      end.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    take(&state, end, end.count / 64)
    return state.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }
}
