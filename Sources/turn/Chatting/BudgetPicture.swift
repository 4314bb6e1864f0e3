import Conversation
import Terminal

/// What a model's window is used for, as a picture for the terminal.
enum BudgetPicture {
  static func text(_ budget: ContextBudget, _ screen: ChatScreen) -> String {
    text(budget, columns: screen.width, on: .error)
  }

  static func text(_ budget: ContextBudget, columns: Int, on stream: StandardStream) -> String {
    let isUTF8 =
      ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { Environment.value($0) }.first
      .map { $0.lowercased().contains("utf") } ?? false
    return budget.picture(
      ContextBudget.Style(
        width: max(20, min(72, columns - 8)), hasColours: stream.showsColour,
        isASCII: !isUTF8))
  }
}
