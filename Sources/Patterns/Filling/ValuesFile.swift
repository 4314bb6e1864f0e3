package import JSON

/// Values that a person keeps in a file: a JSON object, lines `name=value`, or a `.env` file.
package enum ValuesFile {
  package enum Notation: Sendable {
    case json
    /// Each line as it is, white space around its name and value aside.
    case lines
    /// The same with `export`, quotes and escapes.
    case environment

    /// By a file's name and how it begins.
    package init(path: String, bytes: [UInt8]) {
      let name = path.split(separator: "/").last ?? ""
      let first = bytes.first { $0 > 0x20 }
      if name.hasPrefix(".env") || name.hasSuffix(".env") {
        self = .environment
      } else {
        self = name.hasSuffix(".json") || first == UInt8(ascii: "{") ? .json : .lines
      }
    }
  }

  /// What is wrong with a file, in words, and on which line where that can be said.
  package struct Failure: Error, Hashable, Sendable {
    package var line: Int?
    package var message: String
  }

  package static func values(
    in bytes: [UInt8], _ notation: Notation
  ) throws(Failure) -> GivenValues {
    switch notation {
    case .json: try json(bytes)
    case .lines: try lines(bytes)
    case .environment: try EnvironmentValues(bytes).read()
    }
  }

  // MARK: - JSON

  private static func json(_ bytes: [UInt8]) throws(Failure) -> GivenValues {
    let file: JSONValue
    do throws(JSONError) {
      file = try JSONValue(parsing: bytes)
    } catch {
      let line = bytes.prefix(error.offset).count { $0 == 0x0A } + 1
      throw Failure(line: line, message: error.message)
    }
    guard let object = file.object else {
      throw Failure(line: nil, message: "an object with a value for each name is expected")
    }
    var values: [GivenValues.Value] = []
    for member in object.members {
      for value in member.value.array ?? [member.value] {
        guard let text = text(value) else {
          throw Failure(
            line: nil, message: "the value of \"\(member.key)\" is no text, number or list of them")
        }
        if let text { values.append(GivenValues.Value(member.key, text)) }
      }
    }
    return GivenValues(values)
  }

  /// The value as text, nothing for `null`; nil where it has none.
  package static func text(_ value: JSONValue) -> String?? {
    switch value {
    case .null: .some(nil)
    case .bool(let bool): bool ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let number): number.text
    case .string(let text): text
    case .array, .object: nil
    }
  }

  // MARK: - Lines

  private static func lines(_ bytes: [UInt8]) throws(Failure) -> GivenValues {
    var values: [GivenValues.Value] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = trimmed(line)
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      guard let sign = line.firstIndex(of: UInt8(ascii: "=")), sign > line.startIndex else {
        throw Failure(line: index + 1, message: "name=value is expected")
      }
      values.append(
        GivenValues.Value(text(trimmed(line[..<sign])), text(trimmed(line[(sign + 1)...]))))
    }
    return GivenValues(values)
  }

  static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var rest = bytes.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }
}
