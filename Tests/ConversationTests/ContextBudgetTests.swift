import Conversation
import JSON
import Testing
import Tokens

@Suite("The picture of the window")
struct ContextBudgetTests {
  private static var budget: ContextBudget {
    var budget = ContextBudget(window: 8192, reserve: 1024, counter: .estimate)
    budget[.system] = 40
    budget[.goal] = 12
    budget[.history] = 3000
    budget[.current] = 116
    budget.trimmed = 1500
    return budget
  }

  @Test("the bar has the width asked for, and each share a cell at least")
  func bar() {
    #expect(
      Self.budget.picture(.init(width: 40, isASCII: true)) == """
        3,168 of 8,192 tokens (estimated)
        [SGHHHHHHHHHHHHHHT..................AAAAA]
          S system text        40    0.5 %
          G goal               12    0.1 %
          H history         3,000   36.6 %
          T this turn         116    1.4 %
          . free            4,000   48.8 %
          A for the answer  1,024   12.5 %
          1,500 tokens of older turns are not sent

        """)
  }

  @Test("the bar is as wide for every width and every share")
  func widths() {
    for width in 1...200 {
      let lines = Self.budget.picture(.init(width: width)).split(separator: "\n")
      #expect(lines[1].count == width + 2)
    }
  }

  @Test("colours change nothing but colours")
  func colours() {
    let plain = Self.budget.picture(.init(width: 50))
    let coloured = Self.budget.picture(.init(width: 50, hasColours: true))
    #expect(coloured.contains("\u{1B}[35m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9]+m/, with: "") == plain)
  }

  @Test("without a window the bar is what is sent; too much is said")
  func edges() {
    var open = Self.budget
    open.window = nil
    #expect(open.free == nil)
    #expect(open.picture().hasPrefix("3,168 tokens (estimated); the model's window is not known\n"))
    #expect(!open.picture().contains("free"))
    var full = Self.budget
    full.window = 4000
    #expect(full.free == -192)
    #expect(full.picture().contains("192 tokens too many"))
  }

  @Test("the JSON has every figure")
  func json() {
    let json = Self.budget.json
    #expect(json["window"] == 8192)
    #expect(json["history"] == 3000)
    #expect(json["used"] == 3168)
    #expect(json["free"] == 4000)
    #expect(json["trimmed"] == 1500)
    #expect(json["exact"] == false)
    #expect(json["counter"] == "estimate")
  }
}
