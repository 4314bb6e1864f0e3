import ByteText
import JSON
import Testing

/// A pattern file with one mistake in it.
struct BrokenPattern: Sendable, CustomTestStringConvertible {
  var place: [JSONStep]
  /// Nil takes the field out.
  var value: JSONValue?
  var message: String
  /// Whether a schema can see it.
  var isSchemaMatter = true

  var testDescription: String { message }

  /// The file `code-review.json` with the mistake.
  var bytes: [UInt8] {
    get throws {
      var file = try JSONValue(parsing: SamplePattern.review.bytes)
      file.set(value, at: place)
      return file.bytes
    }
  }

  static let all: [BrokenPattern] = [
    BrokenPattern(place: ["title"], value: nil, message: "title: it is missing"),
    BrokenPattern(place: ["title"], value: 3, message: "title: a string is expected here"),
    BrokenPattern(
      place: ["format"], value: "turnbook.pattern/2",
      message:
        "format: its format is \"turnbook.pattern/2\", which needs a newer version of this program"
    ),
    BrokenPattern(
      place: ["format"], value: "turnbook.pattern/1.x",
      message:
        "format: its format is \"turnbook.pattern/1.x\", which needs a newer version of this program"
    ),
    BrokenPattern(
      place: ["goal", "done_when", 0], value: false,
      message: "goal.done_when[0]: a string is expected here"),
    BrokenPattern(place: ["source"], value: [], message: "source: an object is expected here"),
    BrokenPattern(
      place: ["platform_info", 0, "window"], value: "200k",
      message: "platform_info[0].window: a whole number from 1 on is expected here"),
    BrokenPattern(
      place: ["variables", 1, "type"], value: "colour",
      message: "variables[1].type: \"colour\" is none of text, line, number, integer, boolean, "
        + "choice, list, date, url, file, secret"),
    BrokenPattern(
      place: ["variables", 1, "required"], value: "yes",
      message: "variables[1].required: true or false is expected here"),
    BrokenPattern(
      place: ["variables", 1, "name"], value: "",
      message: "variables[1].name: a name is expected here"),
    BrokenPattern(
      place: ["variables", 1, "hint"], value: 0,
      message: "variables[1].hint: a string or null is expected here"),
    BrokenPattern(
      place: ["variants"], value: [], message: "variants: a variant is expected here"),
    BrokenPattern(
      place: ["variants", 0, "turns"], value: "1",
      message: "variants[0].turns: an array is expected here"),
    BrokenPattern(
      place: ["variants", 0, "turns", 1, "messages", 0, "role"], value: "tool",
      message: "variants[0].turns[1].messages[0].role: \"tool\" is none of system, user, assistant"
    ),
    BrokenPattern(
      place: ["variants", 0, "turns", 1, "messages", 0, "content", 0], value: ["image": "a.png"],
      message: "variants[0].turns[1].messages[0].content[0]: one of text, variable and response is "
        + "expected here"),
    BrokenPattern(
      place: ["variants", 0, "turns", 1, "messages", 0, "content", 0],
      value: ["text": "a", "variable": "code"],
      message: "variants[0].turns[1].messages[0].content[0]: one of text, variable and response is "
        + "expected here"),
    BrokenPattern(
      place: ["variants", 0, "turns", 1, "source"],
      value: ["line": 0, "column": 1, "end_line": 1, "end_column": 1],
      message: "variants[0].turns[1].source.line: a whole number from 1 on is expected here"),
    BrokenPattern(
      place: ["variables", 1, "name"], value: "language",
      message: "variables[1].name: \"language\" is there twice", isSchemaMatter: false),
    BrokenPattern(
      place: ["variants", 0, "turns", 1, "messages", 0, "content", 0],
      value: ["variable": "nobody"],
      message: "variants[0].turns[1].messages[0].content[0].variable: there is no variable "
        + "\"nobody\"", isSchemaMatter: false),
    BrokenPattern(
      place: ["variants", 0, "turns", 1, "messages", 0, "content", 1], value: ["response": "2"],
      message: "variants[0].turns[1].messages[0].content[1].response: there is no earlier turn "
        + "\"2\"", isSchemaMatter: false),
    BrokenPattern(
      place: ["variants", 1, "turns", 1, "fork_of"], value: "3",
      message: "variants[1].turns[1].fork_of: there is no earlier turn \"3\"",
      isSchemaMatter: false),
  ]
}

/// One step from a value to one inside it.
enum JSONStep: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  case key(String)
  case index(Int)

  init(stringLiteral key: String) { self = .key(key) }
  init(integerLiteral index: Int) { self = .index(index) }
}

extension JSONValue {
  var bytes: [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(json: self)
    return buffer.array
  }

  /// Puts a value at a place, or takes it away.
  mutating func set(_ value: JSONValue?, at place: [JSONStep]) {
    guard let step = place.first else {
      self = value ?? .null
      return
    }
    let rest = Array(place.dropFirst())
    switch (self, step) {
    case (.object(var object), .key(let key)):
      if rest.isEmpty {
        object[key] = value
      } else if var inner = object[key] {
        inner.set(value, at: rest)
        object[key] = inner
      }
      self = .object(object)
    case (.array(var array), .index(let index)):
      array[index].set(value, at: rest)
      self = .array(array)
    default: break
    }
  }
}
