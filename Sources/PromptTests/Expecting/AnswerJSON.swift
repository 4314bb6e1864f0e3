import JSON

/// The JSON of an answer, which models like to put between fences.
enum AnswerJSON {
  struct Problem: Error {
    /// A part of a sentence.
    var words: String
  }

  /// The answer itself, else the first fenced block in it that is `json` or says nothing.
  static func value(of answer: String) -> Result<JSONValue, Problem> {
    let whole = parsed(answer)
    if case .failure = whole, let block = block(in: answer) { return parsed(block) }
    return whole
  }

  private static func parsed(_ text: String) -> Result<JSONValue, Problem> {
    do throws(JSONError) { return .success(try JSONValue(parsing: Array(text.utf8))) } catch {
      return .failure(Problem(words: error.message))
    }
  }

  private static func block(in answer: String) -> String? {
    let lines = answer.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var start = 0
    while start < lines.count {
      guard let fence = Fence(lines[start]) else {
        start += 1
        continue
      }
      let end = lines[(start + 1)...].firstIndex { fence.isClosed(by: $0) } ?? lines.count
      if fence.info.isEmpty || fence.info == "json" {
        return lines[(start + 1)..<end].joined(separator: "\n")
      }
      start = end + 1
    }
    return nil
  }
}

/// The line that opens a block of code, as CommonMark has it.
private struct Fence {
  let mark: Character
  let length: Int
  /// The first word behind the marks, in small letters.
  let info: String

  init?(_ line: Substring) {
    let text = line.drop(while: \.isWhitespace)
    guard let mark = text.first, mark == "`" || mark == "~" else { return nil }
    self.mark = mark
    length = text.prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    info = text.dropFirst(length).split(whereSeparator: \.isWhitespace).first?.lowercased() ?? ""
  }

  func isClosed(by line: Substring) -> Bool {
    guard let other = Fence(line) else { return false }
    return other.mark == mark && other.length >= length && other.info.isEmpty
  }
}
