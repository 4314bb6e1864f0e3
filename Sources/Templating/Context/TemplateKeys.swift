/// The names that a kind of object has, hashed once so that a lookup while rendering compares
/// numbers.
package final class TemplateKeys: Sendable {
  package let names: [String]
  private let hashes: [UInt64]
  /// Open addressing, a power of two and at most half full; -1 is free.
  private let table: [Int32]

  package init(_ names: [String]) {
    self.names = names
    hashes = names.map { NamePart.hash(of: $0) }
    var capacity = 4
    while capacity < names.count * 2 { capacity *= 2 }
    var table = [Int32](repeating: -1, count: capacity)
    for slot in names.indices {
      var place = Int(truncatingIfNeeded: hashes[slot]) & (capacity - 1)
      while table[place] >= 0, names[Int(table[place])] != names[slot] {
        place = (place + 1) & (capacity - 1)
      }
      table[place] = Int32(slot)
    }
    self.table = table
  }

  func slot(of part: borrowing NamePart) -> Int? {
    var place = Int(truncatingIfNeeded: part.hash) & (table.count - 1)
    while true {
      let slot = Int(table[place])
      if slot < 0 { return nil }
      if hashes[slot] == part.hash, names[slot] == part.name { return slot }
      place = (place + 1) & (table.count - 1)
    }
  }
}
