import JSON

/// The fields of one object of a file, read by name and kind; remembers where it stands and which
/// fields nobody asked for.
struct Fields {
  private let object: JSONObject
  private let path: String
  private(set) var asked: Set<String> = []

  init(_ value: JSONValue, at path: String) throws(PatternFileError) {
    guard let object = value.object else {
      throw PatternFileError(.expected("an object"), at: path)
    }
    self.object = object
    self.path = path
  }

  /// The whole of a file that names `format`, or a later minor version of it, as its format.
  init(parsing bytes: [UInt8], format: String) throws(PatternFileError) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw PatternFileError(.notJSON(error))
    }
    try self.init(value, at: "")
    asked = ["format"]
    guard let found = value["format"]?.string else { throw PatternFileError(.otherFormat(nil)) }
    guard found != format, !Self.isMinor(found, of: format) else { return }
    let kind = format.prefix { $0 != "/" }
    let isNewer = found.hasPrefix("\(kind)/")
    throw PatternFileError(isNewer ? .newerFormat(found) : .otherFormat(found), at: "format")
  }

  private static func isMinor(_ found: String, of format: String) -> Bool {
    guard found.hasPrefix(format + ".") else { return false }
    let digits = found.utf8.dropFirst(format.utf8.count + 1)
    return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The paths of the fields that were not asked for.
  var ignored: [String] { object.keys.filter { !asked.contains($0) }.map(place) }

  func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  func has(_ key: String) -> Bool { object.contains(key) }

  mutating func value(_ key: String) throws(PatternFileError) -> JSONValue {
    asked.insert(key)
    guard let value = object[key] else { throw PatternFileError(.missing, at: place(key)) }
    return value
  }

  mutating func text(_ key: String) throws(PatternFileError) -> String {
    guard let text = try value(key).string else { throw expected("a string", key) }
    return text
  }

  /// Nil for `null`.
  mutating func optionalText(_ key: String) throws(PatternFileError) -> String? {
    let value = try value(key)
    if value.isNull { return nil }
    guard let text = value.string else { throw expected("a string or null", key) }
    return text
  }

  mutating func bool(_ key: String) throws(PatternFileError) -> Bool {
    guard let bool = try value(key).bool else { throw expected("true or false", key) }
    return bool
  }

  mutating func number(_ key: String) throws(PatternFileError) -> Int {
    guard let number = try value(key).integer, number > 0 else {
      throw expected("a whole number from 1 on", key)
    }
    return number
  }

  /// Nil for `null`.
  mutating func optionalNumber(_ key: String) throws(PatternFileError) -> Int? {
    try value(key).isNull ? nil : number(key)
  }

  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Word.Type
  ) throws(PatternFileError) -> Word {
    let text = try text(key)
    guard let word = Word(rawValue: text) else {
      throw PatternFileError(.notAmong(text, Word.allCases.map(\.rawValue)), at: place(key))
    }
    return word
  }

  mutating func texts(_ key: String) throws(PatternFileError) -> [String] {
    try list(key) { (value, path) throws(PatternFileError) in
      guard let text = value.string else { throw PatternFileError(.expected("a string"), at: path) }
      return text
    }
  }

  /// The elements of an array, each read with its place.
  mutating func list<Element>(
    _ key: String, _ read: (JSONValue, String) throws(PatternFileError) -> Element
  ) throws(PatternFileError) -> [Element] {
    guard let elements = try value(key).array else { throw expected("an array", key) }
    var list: [Element] = []
    list.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      list.append(try read(element, "\(place(key))[\(index)]"))
    }
    return list
  }

  func expected(_ what: String, _ key: String) -> PatternFileError {
    PatternFileError(.expected(what), at: place(key))
  }

  func expectedHere(_ what: String) -> PatternFileError {
    PatternFileError(.expected(what), at: path)
  }
}
