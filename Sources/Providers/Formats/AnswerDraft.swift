import Conversation

/// An answer while it comes.
struct AnswerDraft {
  private(set) var text = ""
  /// What was added since the last time it was taken.
  private var fresh = ""
  var finish: FinishReason?
  var rawFinish: String?
  var usage: TokenUsage?
  var responseID: String?
  var model: String?
  /// Whether the provider said that nothing more comes.
  var isDone = false
  /// Whether anything of the answer's form was seen.
  var hasBegun = false

  mutating func say(_ words: String) {
    text += words
    fresh += words
  }

  mutating func takeFresh() -> String {
    defer { fresh = "" }
    return fresh
  }

  mutating func end(_ raw: String?, _ reasons: [String: FinishReason]) {
    guard let raw else { return }
    rawFinish = raw
    finish = reasons[raw] ?? .other
  }

  /// Counts that come in pieces: what is not told stays.
  mutating func count(input: Int?, output: Int?, cached: Int? = nil) {
    guard input != nil || output != nil else { return }
    usage = TokenUsage(
      input: input ?? usage?.input ?? 0, output: output ?? usage?.output ?? 0,
      cached: cached ?? usage?.cached)
  }
}
