import Testing
import Tokens

@Suite("Counting tokens")
struct TokenCounterTests {
  @Test("a count says whether it is exact")
  func exact() throws {
    let counter = TokenCounter.vocabulary(try TinyVocabulary.made(of: ["hello"]))
    #expect(counter.isExact)
    #expect(counter.name == "o200k_base")
    #expect(counter.count("hello!") == 2)
    #expect(!TokenCounter.estimate.isExact)
    #expect(TokenCounter.estimate.name == "estimate")
  }

  @Test("a message costs three tokens, its role and its words; a name one more than itself")
  func message() throws {
    let counter = TokenCounter.vocabulary(try TinyVocabulary.made(of: ["us", "er", "user", "hi"]))
    #expect(counter.count(role: "user", content: "hi") == 5)
    #expect(counter.count(role: "user", content: "") == 4)
    #expect(counter.count(role: "user", content: "hi", name: "hi") == 7)
    #expect(TokenCounter.beforeReply == 3)
  }

  @Test("an estimate of nothing is nothing, and more text is never fewer tokens")
  func grows() {
    #expect(TokenCounter.estimate.count("") == 0)
    for text in ["a", "中", "1", " ", "\n", "🦀", "naïve", "Привет"] {
      var last = 0
      for length in 1..<40 {
        let count = TokenCounter.estimate.count(String(repeating: text, count: length))
        #expect(count >= max(1, last), "\(text) \(length)")
        last = count
      }
    }
  }

  @Test(
    "English has about four bytes a token, Chinese one to one and a half characters, numbers three digits"
  )
  func scripts() {
    let english =
      "The quick brown fox jumps over the lazy dog while nobody is looking at the garden."
    #expect(
      (3.5...5.5).contains(Double(english.count) / Double(TokenCounter.estimate.count(english))))
    let chinese = "我们今天讨论如何把一个很长的对话保持在模型的窗口之内，并且不会丢失目标。"
    #expect(
      (1...1.5).contains(Double(chinese.count) / Double(TokenCounter.estimate.count(chinese))))
    #expect(TokenCounter.estimate.count("123456789") == 3)
    #expect(TokenCounter.estimate.count("----------------------------") == 1)
  }
}
