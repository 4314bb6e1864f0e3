/// The tokens of a model and their ranks, as tiktoken's files have them, with the pattern that
/// texts are cut by.
///
/// Special tokens such as `<|endoftext|>` are not in it: in a text they are ordinary characters.
package struct Vocabulary: Sendable {
  /// `o200k_base`, or the name of the file.
  package let name: String
  package let pattern: SplitPattern
  let ranks: RankTable

  /// How many tokens it has.
  package var count: Int { ranks.count }

  /// The bytes of a token; nil where it has none such. They may be a part of a character.
  package func bytes(of token: UInt32) -> [UInt8]? { ranks.bytes(of: token).map(Array.init) }
}
