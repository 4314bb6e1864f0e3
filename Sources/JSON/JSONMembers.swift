package import ByteText

/// Key and value in one call.
extension JSONWriter {
  package mutating func member(_ key: String, _ text: String) {
    self.key(key)
    value(text)
  }

  /// `null` for nil.
  package mutating func member(_ key: String, _ text: String?) {
    self.key(key)
    if let text { value(text) } else { null() }
  }

  /// `null` for nil.
  package mutating func member(_ key: String, _ number: Int?) {
    self.key(key)
    if let number { value(number) } else { null() }
  }

  package mutating func member(_ key: String, _ bool: Bool) {
    self.key(key)
    value(bool)
  }

  package mutating func member(_ key: String, _ value: JSONValue) {
    self.key(key)
    self.value(value)
  }

  package mutating func object<Failure: Error>(
    _ key: String, _ members: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    self.key(key)
    try object(members)
  }

  package mutating func array<Failure: Error>(
    _ key: String, _ elements: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    self.key(key)
    try array(elements)
  }
}

extension ByteBuffer {
  /// Appends a value as JSON.
  package mutating func append(
    json value: JSONValue, layout: JSONWriter.Layout = .compact, escaping: JSONEscaping = .required
  ) {
    var writer = JSONWriter(into: self, layout: layout, escaping: escaping)
    writer.value(value)
    self = writer.finish()
  }
}
