/// Why recorded answers are of no use.
package enum RecordingProblem: Error, Sendable, Hashable {
  /// A line of the file, counted from 1, is no recording; why, a part of a sentence.
  case unreadable(line: Int, why: String)
  /// Nothing was recorded for a request with this digest.
  case noAnswer(hash: String)
  /// All recordings are used up; how many there are.
  case noMore(count: Int)

  package struct Line: Error {
    let why: String
    init(_ why: String) { self.why = why }
  }

  /// What happened, a sentence without a full stop.
  package var words: String {
    switch self {
    case .unreadable(let line, let why): "line \(line) is no recorded answer: \(why)"
    case .noAnswer(let hash): "there is no recorded answer to this request (\(hash.prefix(12)))"
    case .noMore(let count):
      "there \(count == 1 ? "is 1 recorded answer" : "are \(count) recorded answers"), and all are used"
    }
  }

  /// What to do next, a sentence without a full stop.
  package var help: String {
    switch self {
    case .unreadable: "write one JSON object a line, with \"text\" or \"chunks\""
    case .noAnswer, .noMore: "record it anew with --record"
    }
  }
}
