/// Why a file is no vocabulary that texts can be counted with. Lines are counted from 1.
package enum VocabularyError: Error, Hashable, Sendable {
  case empty
  case notBase64(line: Int)
  case missingRank(line: Int)
  case textAfterRank(line: Int)
  case rankTooHigh(line: Int)
  case repeatedToken(line: Int)
  case repeatedRank(UInt32, line: Int)
  /// Without a token for every single byte some texts have no tokens.
  case missingByte(UInt8)
  /// The person says a name that nobody knows the pattern of.
  case unknownName(String)
  /// Neither the name of the file nor the number of tokens tells the pattern.
  case unknownPattern(tokens: Int)

  /// The line that is wrong, from 1; nil where it is the file as a whole.
  package var line: Int? {
    switch self {
    case .notBase64(let line), .missingRank(let line), .textAfterRank(let line),
      .rankTooHigh(let line), .repeatedToken(let line), .repeatedRank(_, let line):
      line
    case .empty, .missingByte, .unknownName, .unknownPattern: nil
    }
  }

  /// What is wrong, a sentence without a full stop.
  package var words: String {
    switch self {
    case .empty: "the vocabulary has no tokens"
    case .notBase64(let line): "line \(line) of the vocabulary does not begin with base64"
    case .missingRank(let line): "line \(line) of the vocabulary has no rank after its token"
    case .textAfterRank(let line): "line \(line) of the vocabulary has more than a token and a rank"
    case .rankTooHigh(let line): "the rank in line \(line) of the vocabulary is too high"
    case .repeatedToken(let line):
      "line \(line) of the vocabulary has a token that an earlier line has"
    case .repeatedRank(let rank, let line):
      "line \(line) of the vocabulary has the rank \(rank), which an earlier line has"
    case .missingByte(let byte):
      "the vocabulary has no token for the single byte \(String(byte, radix: 16, uppercase: true))"
    case .unknownName(let name): "no vocabulary is known by the name \"\(name)\""
    case .unknownPattern(let tokens):
      "it is not known how a vocabulary of \(tokens) tokens cuts texts into pieces"
    }
  }

  /// What to do next, a sentence without a full stop.
  package var help: String {
    switch self {
    case .unknownName, .unknownPattern:
      "name one of \(SplitPattern.knownVocabularies.joined(separator: ", ")), the one that "
        + "the file was made for"
    default:
      "take a whole .tiktoken file: each line has a token in base64, a space and its rank"
    }
  }
}
