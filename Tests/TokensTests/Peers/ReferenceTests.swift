import Testing
import Tokens

@Suite("Tokens, judged by tiktoken", .enabled(if: Tiktoken.isPresent, Tiktoken.absent))
struct ReferenceTests {
  @Test("every text has the same tokens", arguments: Tiktoken.names)
  func same(_ name: String) throws {
    let vocabulary = try Tiktoken.vocabulary(name)
    var texts = SampleTexts.characters() + SampleTexts.random(4000) + SampleTexts.runs()
    texts += SampleTexts.specials + SampleTexts.languages.map(\.text)
    texts += try SampleTexts.files()
    let expected = try Tiktoken.tokens(name, texts)
    try #require(expected.count == texts.count && texts.count > 10_000)
    var wrong = 0
    for (text, tokens) in zip(texts, expected) where vocabulary.encode(text) != tokens {
      wrong += 1
      if wrong <= 5 { Issue.record("\(text.prefix(200).debugDescription) should be \(tokens)") }
    }
    #expect(wrong == 0)
  }

  @Test("the estimate is within 15 % of o200k_base, and of what is written here mostly closer")
  func estimate() throws {
    let vocabulary = try Tiktoken.vocabulary("o200k_base")
    let files = ("English and code", try SampleTexts.files().joined(separator: "\n"))
    for (name, text) in [files] + SampleTexts.languages {
      let exact = Double(vocabulary.count(text))
      let estimated = Double(TokenCounter.estimate.count(text))
      #expect(abs(estimated / exact - 1) < 0.15, "\(name): \(estimated) for \(exact)")
    }
  }
}
