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
  private var firsts: [[UInt8]: Int] = [:]

  mutating func removeAll() {
    guard !all.isEmpty else { return }
    all.removeAll(keepingCapacity: true)
    firsts.removeAll(keepingCapacity: true)
  }

  mutating func add(_ definition: ReferenceDefinition) {
    if firsts[definition.label] == nil { firsts[definition.label] = all.count }
    all.append(definition)
  }

  /// The definition with the label, when it has this target.
  func index(of label: Slice<UnsafeBufferPointer<UInt8>>, meaning target: [UInt8]) -> Int? {
    var found = firsts[LinkDestination.normalized(label: label)]
    // A label over several lines of a quote has its marks in it.
    if found == nil, label.contains(0x0A) {
      found = firsts[LinkDestination.normalized(label: label.filter { $0 != UInt8(ascii: ">") })]
    }
    guard let found, all[found].destination == target else { return nil }
    return found
  }

  func contains(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    firsts[LinkDestination.normalized(label: label)] != nil
      || (label.contains(0x0A)
        && firsts[LinkDestination.normalized(label: label.filter { $0 != UInt8(ascii: ">") })]
          != nil)
  }

  /// The definition at `index`, which a link uses.
  mutating func use(_ index: Int) -> ReferenceDefinition {
    all[index].isUsed = true
    return all[index]
  }

  /// Notes that a link with this target, of which no more is known, may use a definition.
  mutating func use(destination: some Collection<UInt8>) {
    for index in firsts.values where all[index].destination.elementsEqual(destination) {
      all[index].isUsed = true
    }
  }
}
