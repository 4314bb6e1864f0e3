import Reporting
import Terminal

/// A person's word before something is lost that nothing brings back.
enum Consent {
  /// - Parameters:
  ///   - deed: What will happen, without a question mark.
  ///   - isGiven: Whether the command line says so already.
  static func require(for deed: String, isGiven: Bool) throws(Refusal) {
    if isGiven { return }
    guard Questions.canBeAsked else {
      throw Refusal(.usage, "nobody can be asked here: \(deed)?\nSay so with --yes")
    }
    StandardStream.error.write(VisibleText.of(deed) + "? [y/N] ")
    var input = StandardInput()
    let answer = input.line()?.lowercased() ?? ""
    guard ["y", "yes"].contains(answer) else { throw Refusal(.content, "nothing is deleted") }
  }

  /// Whether the bytes are gone with what they said.
  static func rest(isErased: Bool) -> String {
    isErased
      ? "no byte of it is left in the store"
      : "its bytes go when the other programs close the store"
  }
}
