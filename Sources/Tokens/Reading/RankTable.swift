/// From the bytes of a token to its rank: one flat table with open addressing, at most half full.
///
/// Up to seven bytes are their own key, with their number in the highest byte, so that finding them
/// is one look at one place. Of longer tokens the key is a hash with the highest bit set, and the
/// bytes themselves decide.
struct RankTable: Sendable {
  struct Slot: Sendable {
    /// Zero for an empty slot.
    var key: UInt64
    var rank: UInt32
  }

  static let none = UInt32.max

  private(set) var slots: [Slot]
  private let shift: UInt64
  /// The bytes of all tokens, in the order of the file.
  private(set) var text: [UInt8] = []
  /// Where the token of each rank begins in `text`, and its length in bytes; 0 for no token.
  private(set) var places: [Place] = []
  private(set) var count = 0
  private(set) var longest = 0

  struct Place: Sendable {
    var start: UInt32 = 0
    var length: UInt32 = 0
  }

  /// - Parameter capacity: At least the number of tokens to come.
  init(capacity: Int, bytes: Int) {
    var bits = 4
    while 1 << bits < capacity * 2 { bits += 1 }
    slots = Array(repeating: Slot(key: 0, rank: Self.none), count: 1 << bits)
    shift = UInt64(64 - bits)
    text.reserveCapacity(bytes)
    places.reserveCapacity(capacity)
  }

  enum Insertion { case done, tokenIsThere, rankIsThere }

  /// Adds the token that the last `length` bytes of `text` are.
  mutating func insertEnd(of length: Int, rank: UInt32) -> Insertion {
    let start = text.count - length
    let rank = Int(rank)
    while places.count <= rank { places.append(Place()) }
    guard places[rank].length == 0 else { return .rankIsThere }
    let (key, slot) = text.withUnsafeBufferPointer { text in
      view(of: text) { view in
        let key = view.key(text, start, start + length)
        return (key, view.slot(of: key, text, start, start + length))
      }
    }
    guard slots[slot].key == 0 else { return .tokenIsThere }
    slots[slot] = Slot(key: key, rank: UInt32(rank))
    places[rank] = Place(start: UInt32(start), length: UInt32(length))
    count += 1
    longest = max(longest, length)
    return .done
  }

  mutating func append(_ byte: UInt8) { text.append(byte) }

  /// The bytes of a token; nil where no token has that rank.
  func bytes(of rank: UInt32) -> ArraySlice<UInt8>? {
    guard Int(rank) < places.count, places[Int(rank)].length > 0 else { return nil }
    let start = Int(places[Int(rank)].start)
    return text[start..<start + Int(places[Int(rank)].length)]
  }

  /// Lends what looking up needs; it must not leave `body`.
  func withView<Result, Failure: Error>(
    _ body: (View) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try text.withUnsafeBufferPointer { text throws(Failure) in
      try view(of: text, body)
    }
  }

  private func view<Result, Failure: Error>(
    of text: UnsafeBufferPointer<UInt8>, _ body: (View) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try slots.withUnsafeBufferPointer { slots throws(Failure) in
      try places.withUnsafeBufferPointer { places throws(Failure) in
        try body(View(slots: slots, text: text, places: places, shift: shift, longest: longest))
      }
    }
  }
}

extension RankTable {
  /// Pointers into a table.
  struct View {
    let slots: UnsafeBufferPointer<Slot>
    let text: UnsafeBufferPointer<UInt8>
    let places: UnsafeBufferPointer<Place>
    let shift: UInt64
    let longest: Int

    /// Brings every bit of a key into the highest ones (Fibonacci hashing).
    static let spread: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The rank of the token `bytes[start..<end]`, which is not empty; `none` where it is none.
    @inline(__always) func rank(
      _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> UInt32 {
      guard end - start <= longest else { return RankTable.none }
      return slots[slot(of: key(bytes, start, end), bytes, start, end)].rank
    }

    @inline(__always) func key(
      _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> UInt64 {
      let length = end - start
      guard length < 8 else { return hash(bytes, start, end) | 1 << 63 }
      var word: UInt64 = 0
      if start + 8 <= bytes.count {
        word = load(bytes, start) & (1 << UInt64(length * 8) &- 1)
      } else {
        for index in 0..<length { word |= UInt64(bytes[start + index]) << UInt64(index * 8) }
      }
      return word | UInt64(length) << 56
    }

    /// Where the token is, or else the empty slot where it would be.
    @inline(__always) func slot(
      of key: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> Int {
      var index = Int(truncatingIfNeeded: (key &* Self.spread) >> shift)
      while true {
        let slot = slots[index]
        if slot.key == 0 { return index }
        if slot.key == key, key >> 63 == 0 || isToken(slot.rank, bytes, start, end) {
          return index
        }
        index = (index + 1) & (slots.count - 1)
      }
    }

    private func isToken(
      _ rank: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> Bool {
      let place = places[Int(rank)]
      let length = end - start
      guard Int(place.length) == length else { return false }
      let other = Int(place.start)
      // Eight bytes at a time; the last eight may overlap those before.
      var index = 0
      while index + 8 < length {
        if load(bytes, start + index) != load(text, other + index) { return false }
        index += 8
      }
      return load(bytes, end - 8) == load(text, other + length - 8)
    }

    /// Of eight bytes or more.
    private func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
      var hash = UInt64(end - start)
      var index = start
      while index + 8 < end {
        hash = mixed(hash ^ load(bytes, index))
        index += 8
      }
      return mixed(hash ^ load(bytes, end - 8))
    }

    @inline(__always) private func mixed(_ word: UInt64) -> UInt64 {
      let product = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      return product.high ^ product.low
    }

    /// Eight bytes, the first one lowest; all of them must be there.
    @inline(__always) private func load(
      _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
    ) -> UInt64 {
      UInt64(
        littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
          fromByteOffset: index, as: UInt64.self))
    }
  }
}
