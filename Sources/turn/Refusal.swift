import Commands
import FileTree
import Patterns
import Terminal

/// Why a command cannot go on: what is printed, and how the program ends.
struct Refusal: Error {
  enum Reason: Int32 {
    /// Values are missing or wrong, or nothing was found.
    case content = 1
    /// A file, folder or server cannot be used.
    case work = 2
    /// The command line names what there is not.
    case usage = 64
  }

  var text: String
  var reason: Reason

  /// - Parameter message: In plain words, without a full stop; may have several lines.
  init(_ reason: Reason, _ message: String) {
    self.reason = reason
    // It may repeat what a file or a server says.
    text = "turn: \(Output.visible(Array(message.utf8)))\n"
  }

  /// Ends the program where all is told already.
  init(quietly reason: Reason) {
    self.reason = reason
    text = ""
  }

  init(_ error: FileError) {
    reason = .work
    text = Failure.text(error.diagnostic())
  }

  init(_ error: PatternFileError, in path: String) {
    self.init(.work, "\(path): \(error)")
  }

  /// What it says, without the program's name before it.
  var words: String {
    let line = text.hasSuffix("\n") ? text.dropLast() : text[...]
    return String(line.hasPrefix("turn: ") ? line.dropFirst("turn: ".count) : line)
  }

  /// Prints it; the code to end with.
  func tell() -> Int32 {
    StandardStream.error.write(text)
    return reason.rawValue
  }
}
