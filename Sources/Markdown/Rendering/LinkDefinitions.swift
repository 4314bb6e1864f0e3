import ByteText
import Diagnostics

/// A definition of a reference link, as libcmark took it out of the text.
struct ReferenceDefinition {
  /// Lower case, white space collapsed.
  var label: [UInt8]
  /// What links to it have as their target.
  var destination: [UInt8]
  var file: Int
  /// The label with its brackets.
  var labelRange: ByteRange
  var destinationRange: ByteRange
  var isUsed = false
}

/// The definitions of reference links of a document. Of several with one label the first counts.
struct LinkDefinitions {
  private(set) var all: [ReferenceDefinition] = []
  private var labels = ByteIndex()
  /// The first definition with each of `labels`.
  private var firsts: [Int] = []

  mutating func removeAll() {
    guard !all.isEmpty else { return }
    all.removeAll(keepingCapacity: true)
    labels.removeAll()
    firsts.removeAll(keepingCapacity: true)
  }

  mutating func add(_ definition: ReferenceDefinition) {
    let label = definition.label.withUnsafeBufferPointer { labels.insert($0) }
    if label.isNew { firsts.append(all.count) }
    all.append(definition)
  }

  /// The definition with the label, when it has this target.
  func index(of label: Slice<UnsafeBufferPointer<UInt8>>, meaning target: [UInt8]) -> Int? {
    guard let found = index(of: label), all[found].destination == target else { return nil }
    return found
  }

  func contains(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> Bool { index(of: label) != nil }

  private func index(of label: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    if let first = first(UnsafeBufferPointer(rebasing: label)) { return first }
    // A label over several lines of a quote has its marks in it.
    guard label.contains(0x0A) else { return nil }
    return label.filter { $0 != UInt8(ascii: ">") }.withUnsafeBufferPointer(first)
  }

  private func first(_ label: UnsafeBufferPointer<UInt8>) -> Int? {
    let number = LinkDestination.withNormalized(label: label) { labels.number(of: $0) }
    return number.map { firsts[$0] }
  }

  /// The definition at `index`, which a link uses.
  mutating func use(_ index: Int) -> ReferenceDefinition {
    all[index].isUsed = true
    return all[index]
  }

  /// Notes that a link with this target, of which no more is known, may use a definition.
  mutating func use(destination: some Collection<UInt8>) {
    for index in firsts where all[index].destination.elementsEqual(destination) {
      all[index].isUsed = true
    }
  }
}
