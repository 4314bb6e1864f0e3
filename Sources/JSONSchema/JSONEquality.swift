import JSON

extension JSONValue {
  /// Whether both are the same value by the data model of JSON Schema (draft 2020-12, core, 4.2.2):
  /// numbers by their size, strings by their code points, objects in any order.
  func isSame(as other: JSONValue) -> Bool {
    switch (self, other) {
    case (.null, .null): return true
    case (.bool(let left), .bool(let right)): return left == right
    case (.string(let left), .string(let right)): return left.utf8.elementsEqual(right.utf8)
    case (.array(let left), .array(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
    case (.object(let left), .object(let right)):
      return left.count == right.count
        && left.members.allSatisfy { member in
          right[member.key].map { member.value.isSame(as: $0) } ?? false
        }
    default:
      guard let left = ExactNumber(self), let right = ExactNumber(other) else { return false }
      return left == right
    }
  }
}
