import JSON

/// An error in a provider's words.
struct ReportedError: Error {
  /// The kind of error, by whatever key the provider has for it.
  var kind = ""
  var code = ""
  var parameter = ""
  var message = ""
  var requestID: String?
  var value: JSONValue = .null

  /// Reads the body of an error, which every provider has its own form for; nil where it is none.
  init?(_ body: JSONValue) {
    // Gemini's streams and some proxies put it into a list.
    let body = body[0] ?? body
    guard let error = body["error"], !error.isNull else { return nil }
    value = error
    requestID = body["request_id"]?.string
    if let text = error.string {
      message = text
      return
    }
    guard error.object != nil else { return nil }
    message = error["message"]?.string ?? ""
    kind = error["type"]?.string ?? error["status"]?.string ?? ""
    code = error["code"]?.string ?? error["code"]?.integer.map { String($0) } ?? ""
    parameter = error["param"]?.string ?? ""
  }

  init(kind: String = "", code: String = "", message: String) {
    self.kind = kind
    self.code = code
    self.message = message
  }

  /// The whole numbers in the message, such as counts of tokens; commas between digits are theirs.
  var numbers: [Int] {
    var numbers: [Int] = []
    var digits = ""
    for character in message.replacing(",", with: "") + " " {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        if let number = Int(digits) { numbers.append(number) }
        digits = ""
      }
    }
    return numbers
  }

  /// Whether the message holds one of these, which are in lower case.
  func says(_ phrases: String...) -> Bool {
    let message = message.lowercased()
    return phrases.contains { message.contains($0) }
  }
}
