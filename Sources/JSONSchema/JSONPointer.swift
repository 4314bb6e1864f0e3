/// A place in a JSON text, as RFC 6901 writes it: `/cases/0/name`; empty for the whole.
package struct JSONPointer: Sendable, Hashable, CustomStringConvertible {
  package private(set) var text = ""

  package init() {}

  package func member(_ key: String) -> JSONPointer {
    var pointer = self
    pointer.text += "/" + key.replacing("~", with: "~0").replacing("/", with: "~1")
    return pointer
  }

  package func element(_ index: Int) -> JSONPointer {
    var pointer = self
    pointer.text += "/\(index)"
    return pointer
  }

  /// The place that `other` is, seen from here.
  package func appending(_ other: JSONPointer) -> JSONPointer {
    var pointer = self
    pointer.text += other.text
    return pointer
  }

  package var description: String { text }
}
