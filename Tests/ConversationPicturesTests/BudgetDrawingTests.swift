import Conversation
import ConversationPictures
import Testing
import Tokens

@Suite("The window as a picture", .enabled(if: Readers.arePresent, Readers.absent))
struct BudgetDrawingTests {
  private static var budget: ContextBudget {
    var budget = ContextBudget(window: 8192, reserve: 1024, counter: .estimate)
    budget[.system] = 1
    budget[.history] = 3000
    budget[.current] = 116
    budget.trimmed = 1500
    return budget
  }

  private func picture(_ budget: ContextBudget) throws -> Readers.Picture {
    try Readers.picture(BudgetDrawing.svg(budget, title: "Tea & <cups>"))
  }

  @Test("it says what the text says, figure by figure")
  func figures() throws {
    let picture = try picture(Self.budget)
    #expect(picture.title == "Tea & <cups>" && picture.outside == [])
    let drawn = picture.words.joined(separator: " ")
    // The bar is drawn; all other words and figures stand in both.
    for line in Self.budget.picture(.init(isASCII: true)).split(separator: "\n")
    where !line.hasPrefix("[") {
      let words = line.split(separator: " ")
      // The sign of a part in the bar is a colour here.
      let text = words.dropFirst(words.last == "%" ? 1 : 0).joined(separator: " ")
      #expect(drawn.contains(text), "\(text) in \(drawn)")
    }
  }

  @Test("what is too much is told, in words and by a line where the window ends")
  func excess() throws {
    var full = Self.budget
    full.window = 4000
    let svg = BudgetDrawing.svg(full, title: "Tea")
    let picture = try Readers.picture(svg)
    #expect(picture.words.contains("141 tokens too many") && picture.outside == [])
    #expect(picture.description.contains("141 tokens too many."))
    #expect(String(decoding: svg, as: UTF8.self).contains("class=\"limit\""))
    full.window = nil
    #expect(try self.picture(full).words.contains { $0.hasSuffix("window is not known") })
  }
}
