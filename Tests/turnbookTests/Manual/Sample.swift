import Foundation
import Testing

/// A fenced block of a page.
struct Sample: Sendable, CustomTestStringConvertible {
  /// The page, in `content/`.
  let page: String
  /// Of the opening fence, from 1.
  let line: Int
  let language: String
  let title: String?
  /// The heading that it stands below.
  let section: String
  /// The lines between the fences, each with its end.
  let text: String

  /// The text as a reader sees it: a `;` keeps a snippet from being put in where it is shown.
  var source: String { text.replacing(";--8<--", with: "--8<--") }

  var testDescription: String { "\(page):\(line)" }

  /// How a failure names it.
  var place: Comment { "the block at content/\(page):\(line)" }

  /// The blocks of a page in their order. Blocks in lists and tabs are indented, and so is their
  /// text; a block inside another is text of that one.
  static func all(in text: String, of page: String) -> [Sample] {
    var samples: [Sample] = []
    var fence: (indent: Substring, ticks: Substring, info: Substring, line: Int)?
    var section = ""
    var lines = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let open = fence {
        let isClosing = line.drop { $0 == " " } == open.ticks
        let own = line.hasPrefix(open.indent) ? line.dropFirst(open.indent.count) : line
        guard isClosing else {
          lines += own + "\n"
          continue
        }
        samples.append(
          Sample(page: page, line: open.line, section: section, info: open.info, text: lines))
        fence = nil
      } else if let match = line.wholeMatch(of: /( *)(`{3,}|~{3,})([^`]*)/) {
        fence = (match.output.1, match.output.2, match.output.3, index + 1)
        lines = ""
      } else if let heading = line.wholeMatch(of: /#+ (.+)/) {
        section = String(heading.output.1)
      }
    }
    return samples
  }

  private init(page: String, line: Int, section: String, info: Substring, text: String) {
    self.page = page
    self.line = line
    self.section = section
    language = info.split(separator: " ").first.map(String.init) ?? ""
    title = info.firstMatch(of: /\btitle="([^"]*)"/).map { String($0.output.1) }
    self.text = text
  }
}
