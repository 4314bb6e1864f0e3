/// What a person should know of an export, each sentence once, in the order in which it came up.
struct Notes {
  private(set) var sentences: [String] = []

  mutating func add(_ sentence: String) {
    if !sentences.contains(sentence) { sentences.append(sentence) }
  }
}
