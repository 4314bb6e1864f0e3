/// Numbers runs of bytes: each that is new gets the next number, from 0 on.
///
/// A dictionary from arrays or strings hashes them byte by byte and keeps each for itself; here all
/// stand one after the other, and the memory is used again for the next page.
package struct ByteIndex: Sendable {
  private var bytes: [UInt8] = []
  /// Where each run ends in `bytes`, and its hash.
  private var entries: [(end: Int, hash: UInt64)] = []
  /// The numbers by their hashes, -1 where none is; a power of two, at most half of it in use.
  private var slots: [Int32] = []

  package init() {}

  package var count: Int { entries.count }

  /// The run with that number.
  package subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(of: number)] }

  package mutating func removeAll() {
    guard !entries.isEmpty else { return }
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    // What one huge page needed is not cleared for every small one after it.
    if slots.count > 4096 { slots = [] }
    for index in slots.indices { slots[index] = -1 }
  }

  /// The number of the run; nil where it has none.
  package func number(of run: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !entries.isEmpty else { return nil }
    let number = slots[slot(of: run, Self.hash(run))]
    return number < 0 ? nil : Int(number)
  }

  /// The number of the run, which gets one where it has none.
  package mutating func insert(_ run: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    if entries.count * 2 >= slots.count { grow() }
    let hash = Self.hash(run)
    let slot = slot(of: run, hash)
    guard slots[slot] < 0 else { return (Int(slots[slot]), false) }
    slots[slot] = Int32(entries.count)
    bytes.append(contentsOf: run)
    entries.append((bytes.count, hash))
    return (entries.count - 1, true)
  }

  private func range(of number: Int) -> Range<Int> {
    (number > 0 ? entries[number - 1].end : 0)..<entries[number].end
  }

  /// The slot that holds the run, or that it belongs into.
  private func slot(of run: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let number = Int(slots[slot])
      if number < 0 { return slot }
      if entries[number].hash == hash, holds(run, number) { return slot }
      slot = (slot + 1) & mask
    }
  }

  private func holds(_ run: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    let range = range(of: number)
    guard range.count == run.count else { return false }
    for index in 0..<run.count where bytes[range.lowerBound + index] != run[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: max(64, slots.count * 2))
    let mask = slots.count - 1
    for (number, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// Eight bytes at a time, each word spread over all bits by a multiplication.
  private static func hash(_ run: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(run.count)
    var index = 0
    if let base = UnsafeRawPointer(run.baseAddress) {
      while index + 8 <= run.count {
        hash = mixed(hash ^ (base + index).loadUnaligned(as: UInt64.self))
        index += 8
      }
    }
    var rest: UInt64 = 0
    while index < run.count {
      rest = rest << 8 | UInt64(run[index])
      index += 1
    }
    return mixed(hash ^ rest)
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
