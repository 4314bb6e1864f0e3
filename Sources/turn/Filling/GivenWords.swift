import FileTree
import Patterns
import Terminal

/// The values that a command line gives: `-v name=value`, `-v name=@file`, `-v name=-` and
/// `--values FILE`; and in the same form the answers that are known, `--answer K=TEXT`.
enum GivenWords {
  private static let limit = 1 << 28

  /// - Parameter answers: by the numbers of turns; standard input can be one of all these only.
  static func values(
    _ words: [String], answers: [String] = []
  ) throws(Refusal) -> (values: GivenValues, answers: [(turn: String, text: String)]) {
    var hasReadInput = false
    let values = try read(words, "-v", "NAME=VALUE", &hasReadInput)
    let known = try read(answers, "--answer", "K=TEXT", &hasReadInput)
    return (GivenValues(values), known.map { ($0.name, $0.value) })
  }

  private static func read(
    _ words: [String], _ flag: String, _ form: String, _ hasReadInput: inout Bool
  ) throws(Refusal) -> [GivenValues.Value] {
    var values: [GivenValues.Value] = []
    for word in words {
      guard let sign = word.utf8.firstIndex(of: UInt8(ascii: "=")), sign != word.startIndex else {
        throw Refusal(.usage, "\(flag) \(word): \(form) is expected")
      }
      let name = String(word[..<sign])
      let value = String(word[word.utf8.index(after: sign)...])
      if value == "-" {
        guard !hasReadInput else {
          throw Refusal(.usage, "\(flag) \(word): standard input can be one value only")
        }
        hasReadInput = true
        values.append(.init(name, try text(readInput(), "standard input")))
      } else if value.hasPrefix("@") {
        let path = String(value.dropFirst())
        values.append(.init(name, try text(read(path), path)))
      } else {
        values.append(.init(name, value))
      }
    }
    return values
  }

  static func values(inFile path: String) throws(Refusal) -> GivenValues {
    let bytes = try read(path)
    _ = try text(bytes, path)
    do throws(ValuesFile.Failure) {
      return try ValuesFile.values(in: bytes, .init(path: path, bytes: bytes))
    } catch {
      let line = error.line.map { ":\($0)" } ?? ""
      throw Refusal(.content, "\(path)\(line): \(error.message)")
    }
  }

  private static func readInput() throws(Refusal) -> [UInt8] {
    do throws(FileError) {
      return try StandardInput.contents(limit: limit)
    } catch {
      throw Refusal(error)
    }
  }

  private static func read(_ path: String) throws(Refusal) -> [UInt8] {
    do throws(FileError) {
      return try FileReader.read(path, limit: limit)
    } catch {
      throw Refusal(error)
    }
  }

  /// The text without the line break that ends its last line, as `$(…)` of a shell has it.
  private static func text(_ bytes: [UInt8], _ path: String) throws(Refusal) -> String {
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(.content, "\(path): it is not text in UTF-8")
    }
    if bytes.last == 0x0A { text.removeLast() }
    return text
  }
}
