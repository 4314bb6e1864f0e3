/// The members of a JSON object in their order, each key once.
///
/// Keys are told apart by their code points, as RFC 8259 section 8.3 has it: `é` as one scalar and
/// as two are two keys, though Swift calls these strings equal. Objects are equal when their
/// members are, in the same order.
package struct JSONObject: Sendable {
  package struct Member: Hashable, Sendable {
    package let key: String
    package var value: JSONValue
  }

  package private(set) var members: [Member] = []

  /// Places by key, kept only for objects too large to search one by one.
  private var places: [ExactKey: Int] = [:]
  private static let largestSearched = 8

  package init() {}

  package var keys: some Sequence<String> { members.lazy.map(\.key) }
  package var count: Int { members.count }
  package var isEmpty: Bool { members.isEmpty }

  package func contains(_ key: String) -> Bool { place(of: key) != nil }

  /// Setting a new key appends it, setting a known one keeps its place, setting nil removes it.
  package subscript(key: String) -> JSONValue? {
    get { place(of: key).map { members[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): members[place].value = value
      case (nil, let value?): append(key, value)
      case (let place?, nil): remove(at: place)
      case (nil, nil): break
      }
    }
  }

  private func place(of key: String) -> Int? {
    if places.isEmpty {
      members.firstIndex { ExactKey(text: $0.key) == ExactKey(text: key) }
    } else {
      places[ExactKey(text: key)]
    }
  }

  private mutating func append(_ key: String, _ value: JSONValue) {
    members.append(Member(key: key, value: value))
    if !places.isEmpty {
      places[ExactKey(text: key)] = members.count - 1
    } else if members.count > Self.largestSearched {
      index()
    }
  }

  private mutating func remove(at place: Int) {
    members.remove(at: place)
    places.removeAll()
    if members.count > Self.largestSearched { index() }
  }

  private mutating func index() {
    for (place, member) in members.enumerated() { places[ExactKey(text: member.key)] = place }
  }
}

extension JSONObject: Hashable {
  package static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members == right.members
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(members) }
}

extension JSONObject {
  /// A key compared byte by byte.
  private struct ExactKey: Hashable {
    let text: String

    static func == (left: ExactKey, right: ExactKey) -> Bool {
      left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}
