package import JSON

/// Why bytes are no list of messages, or no session, and where in them.
package struct ListError: Error, Sendable, Hashable {
  package enum Problem: Sendable, Hashable {
    case notJSON(JSONError)
    case missing
    /// In words: "a string".
    case expected(String)
    case notAmong(String, [String])
    /// A part of a content that is no text: its type.
    case notText(String)
    /// It says to be something else, or was written by a later program.
    case otherFormat(String?)
    /// An id that stands there a second time, or after a larger one.
    case idsNotGrowing(Int)
    /// A message that none of those before has the id of.
    case noSuchMessage(Int)
  }

  package var problem: Problem
  /// A JSON pointer (RFC 6901); empty for the whole.
  package var pointer: String

  package init(_ problem: Problem, at pointer: String = "") {
    self.problem = problem
    self.pointer = pointer
  }

  /// What is wrong and where, a sentence without a full stop.
  package var words: String {
    (pointer.isEmpty ? "" : "\(pointer): ") + problemWords
  }

  private var problemWords: String {
    switch problem {
    case .notJSON(let error): error.description
    case .missing: "it is missing"
    case .expected(let what): "\(what) is expected here"
    case .notAmong(let word, let words): "\"\(word)\" is none of \(words.joined(separator: ", "))"
    case .notText(let type): "a part of the type \"\(type)\" is no text"
    case .otherFormat(nil): "it says nothing about its format"
    case .otherFormat(let format?): "the format \"\(format)\" is not known here"
    case .idsNotGrowing(let id): "the id \(id) is not larger than the one before"
    case .noSuchMessage(let id): "no message before has the id \(id)"
    }
  }

  /// What to do next, a sentence without a full stop.
  package var help: String {
    switch problem {
    case .notText: "only text can be taken over; leave the part out, or say it in words"
    case .otherFormat:
      "a session is written by export; another program's list is an array of messages"
    default:
      #"a list looks like [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "…"}]"#
    }
  }
}
