package import JSON

/// Why bytes are not a pattern file, and at which place inside it.
package struct PatternFileError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case notJSON(JSONError)
    /// It says to be something else, or nothing.
    case otherFormat(String?)
    /// Written by a later program, by rules that are not known here.
    case newerFormat(String)
    case missing
    /// In words: "a string".
    case expected(String)
    case notAmong(String, [String])
    /// A name or id that its neighbour has already.
    case repeated(String)
    case undeclaredVariable(String)
    /// A reference to a turn that is not an earlier one.
    case noEarlierTurn(String)
  }

  package var problem: Problem
  /// `variants[0].turns[2].id`; empty for the file as a whole.
  package var path: String

  package init(_ problem: Problem, at path: String = "") {
    self.problem = problem
    self.path = path
  }
}

extension PatternFileError: CustomStringConvertible {
  /// The problem in plain words, a sentence without a full stop.
  package var message: String {
    switch problem {
    case .notJSON(let error): error.description
    case .otherFormat(nil): "it is no pattern file: its format is missing"
    case .otherFormat(let format?): "it is no pattern file: its format is \"\(format)\""
    case .newerFormat(let format):
      "its format is \"\(format)\", which needs a newer version of this program"
    case .missing: "it is missing"
    case .expected(let what): "\(what) is expected here"
    case .notAmong(let word, let words):
      "\"\(word)\" is none of \(words.joined(separator: ", "))"
    case .repeated(let name): "\"\(name)\" is there twice"
    case .undeclaredVariable(let name): "there is no variable \"\(name)\""
    case .noEarlierTurn(let id): "there is no earlier turn \"\(id)\""
    }
  }

  package var description: String { path.isEmpty ? message : "\(path): \(message)" }
}
