/// Sixteen bytes in a row of HTML, looked at together.
struct ByteBlock {
  static let size = 16
  private let bytes: SIMD16<UInt8>

  @inline(__always)
  init(at start: UnsafePointer<UInt8>) {
    bytes = UnsafeRawPointer(start).loadUnaligned(as: SIMD16<UInt8>.self)
  }

  @inline(__always)
  func store(at place: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(place).storeBytes(of: bytes, as: SIMD16<UInt8>.self)
  }

  /// Where text ends that stands in HTML as readers see it: at a tag, an entity, a control
  /// character, or a space with one of these or another space behind it. 16 where there is no such
  /// place.
  /// - Parameter next: the block one byte further on.
  @inline(__always)
  func endOfText(before next: ByteBlock) -> Int {
    let blank = marks(0x20) & (next.markup | next.marks(0x20))
    return Self.first(markup | blank)
  }

  /// Where a tag ends or a quoted value begins; 16 where neither does.
  @inline(__always)
  var endOfNames: Int {
    Self.first(
      marks(UInt8(ascii: ">")) | marks(UInt8(ascii: "\"")) | marks(UInt8(ascii: "'")))
  }

  /// The first place of a byte; 16 where there is none.
  @inline(__always)
  func first(_ byte: UInt8) -> Int { Self.first(marks(byte)) }

  @inline(__always)
  private var markup: SIMD16<UInt8> {
    let controls = bytes .< SIMD16<UInt8>(repeating: 0x20)
    return marks(UInt8(ascii: "<")) | marks(UInt8(ascii: "&"))
      | unsafeBitCast(controls, to: SIMD16<UInt8>.self)
  }

  /// All bits set where a byte stands. Comparing with a vector of it is quick, with the byte alone
  /// it would be far slower.
  @inline(__always)
  private func marks(_ byte: UInt8) -> SIMD16<UInt8> {
    unsafeBitCast(bytes .== SIMD16<UInt8>(repeating: byte), to: SIMD16<UInt8>.self)
  }

  @inline(__always)
  private static func first(_ marks: SIMD16<UInt8>) -> Int {
    let halves = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
    if halves[0] != 0 { return UInt64(littleEndian: halves[0]).trailingZeroBitCount >> 3 }
    return 8 + (UInt64(littleEndian: halves[1]).trailingZeroBitCount >> 3)
  }
}
