/// A request as it came, its body left out.
package struct HTTPRequest: Equatable, Sendable {
  package struct Header: Equatable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package let method: String
  /// The path as it was sent, or a whole URL; without the query.
  package let target: String
  /// What stands after `?`; nil where nothing does.
  package let query: String?
  package let headers: [Header]

  package init(
    _ method: String = "GET", _ target: String, query: String? = nil, headers: [Header] = []
  ) {
    self.method = method
    self.target = target
    self.query = query
    self.headers = headers
  }

  /// All values of a header, whose name may be spelled in any case.
  func values(_ name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// The elements of a header that is a list (RFC 9110, 5.3); nil where it is not there.
  func list(_ name: String) -> String? {
    let values = values(name)
    return values.isEmpty ? nil : values.joined(separator: ",")
  }

  /// The value of a header that may come once; nil where it does not.
  func value(_ name: String) -> String? {
    let values = values(name)
    return values.count == 1 ? values[0] : nil
  }
}
