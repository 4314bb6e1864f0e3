import Reporting
import Terminal

/// Something that a person should know, beside the work: a line on standard error.
enum Notice {
  static func tell(_ text: String) {
    StandardStream.error.write("turn: note: \(VisibleText.of(text))\n")
  }
}
