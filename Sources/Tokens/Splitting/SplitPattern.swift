/// How a text is cut into pieces before the pairs of bytes of each are merged. A vocabulary was
/// made for one of them, and its file does not say which.
///
/// The patterns are those of OpenAI's tiktoken 0.14; `PieceScanner` finds what its regular
/// expressions match.
package enum SplitPattern: String, Sendable, CaseIterable {
  case cl100k, o200k

  /// What people call the vocabularies that were made for it.
  package var vocabularies: [String] {
    switch self {
    case .cl100k: ["cl100k_base"]
    case .o200k: ["o200k_base", "o200k_harmony"]
    }
  }

  package static let knownVocabularies = allCases.flatMap(\.vocabularies)

  /// - Parameter name: `o200k_base`, whatever its case.
  package init?(vocabulary name: String) {
    let name = name.lowercased()
    guard let found = Self.allCases.first(where: { $0.vocabularies.contains(name) }) else {
      return nil
    }
    self = found
  }

  /// By how many tokens a vocabulary has without the special ones.
  package init?(tokenCount: Int) {
    switch tokenCount {
    case 100_256: self = .cl100k
    case 199_998: self = .o200k
    default: return nil
    }
  }
}
