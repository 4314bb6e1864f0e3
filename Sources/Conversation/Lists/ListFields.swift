import JSON

/// The members of one object of a file, read by key and kind; knows where it stands.
struct ListFields {
  private let object: JSONObject
  private let pointer: String

  init(_ value: JSONValue, at pointer: String) throws(ListError) {
    guard let object = value.object else {
      throw ListError(.expected("an object"), at: pointer)
    }
    self.object = object
    self.pointer = pointer
  }

  /// The JSON pointer to a member.
  func place(_ key: String) -> String { pointer + "/" + ListPointer.escaped(key) }

  private func value(_ key: String) throws(ListError) -> JSONValue {
    guard let value = object[key] else { throw ListError(.missing, at: place(key)) }
    return value
  }

  /// Nil for `null`, and where there is no such member.
  private func optional(_ key: String) -> JSONValue? {
    object[key].flatMap { $0.isNull ? nil : $0 }
  }

  func text(_ key: String) throws(ListError) -> String {
    guard let text = try value(key).string else {
      throw ListError(.expected("a string"), at: place(key))
    }
    return text
  }

  func optionalText(_ key: String) throws(ListError) -> String? {
    try optional(key) == nil ? nil : text(key)
  }

  /// None where there is no such member.
  func texts(_ key: String) throws(ListError) -> [String] {
    guard let value = optional(key) else { return [] }
    guard let elements = value.array else {
      throw ListError(.expected("an array"), at: place(key))
    }
    var texts: [String] = []
    for (index, element) in elements.enumerated() {
      guard let text = element.string else {
        throw ListError(.expected("a string"), at: "\(place(key))/\(index)")
      }
      texts.append(text)
    }
    return texts
  }

  func bool(_ key: String) throws(ListError) -> Bool {
    guard let bool = try value(key).bool else {
      throw ListError(.expected("true or false"), at: place(key))
    }
    return bool
  }

  func number(_ key: String) throws(ListError) -> Int {
    guard let number = try value(key).integer else {
      throw ListError(.expected("a whole number"), at: place(key))
    }
    return number
  }

  func optionalNumber(_ key: String) throws(ListError) -> Int? {
    try optional(key) == nil ? nil : number(key)
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Word.Type
  ) throws(ListError) -> Word {
    let text = try text(key)
    guard let word = Word(rawValue: text) else {
      throw ListError(.notAmong(text, Word.allCases.map(\.rawValue)), at: place(key))
    }
    return word
  }

  /// The id of a message that is in the tree already; nil for `null`.
  func message(_ key: String, in tree: MessageTree) throws(ListError) -> ChatMessage.ID? {
    guard let id = try optionalNumber(key) else { return nil }
    guard tree[Int64(id)] != nil else { throw ListError(.noSuchMessage(id), at: place(key)) }
    return Int64(id)
  }

  func object(_ key: String) throws(ListError) -> ListFields {
    try ListFields(value(key), at: place(key))
  }

  func optionalObject(_ key: String) throws(ListError) -> ListFields? {
    try optional(key) == nil ? nil : object(key)
  }

  func objects(_ key: String) throws(ListError) -> [ListFields] {
    guard let elements = try value(key).array else {
      throw ListError(.expected("an array"), at: place(key))
    }
    var list: [ListFields] = []
    for (index, element) in elements.enumerated() {
      list.append(try ListFields(element, at: "\(place(key))/\(index)"))
    }
    return list
  }
}
