import ByteText
import Diagnostics

/// Text that libcmark handed over as it stands, though more may have been meant. Found where text
/// is written, looked for in the source when its block ends.
struct Suspects {
  /// A bracket with what may be a target or a label behind it.
  var hasBracket = false
  var hasMojibake = false
}

extension PageRenderer {
  /// Whether a closing bracket at `index` has something behind it that makes links.
  static func isSuspect(bracket index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = index + 1
    while next < text.count, text[next] == 0x20 { next += 1 }
    guard next < text.count else { return false }
    return text[next] == UInt8(ascii: "(")
      || (next == index + 1 && text[next] == UInt8(ascii: "["))
  }

  /// Looks at the source of a block with suspects, which ends here.
  mutating func checkSuspects(_ node: Node) {
    let found = suspects
    suspects = Suspects()
    let isHeading = node.kind == .heading
    let last = isHeading ? max(node.startLine, lastTextLine(ofHeading: node)) : node.endLine
    let lines = positions.lines(node.startLine, to: last)
    if found.hasBracket { checkBrackets(in: lines) }
    if found.hasMojibake { collectMojibake(in: lines) }
  }

  /// Notes every place in the block, but in code, where text was read in a wrong encoding.
  private mutating func collectMojibake(in lines: Range<Int>) {
    let text = positions.text
    var search = LinkSearch()
    var index = lines.lowerBound
    while index < lines.upperBound {
      if text[index] == UInt8(ascii: "`") {
        index = search.afterCode(text, index, lines.upperBound)
      } else if let found = Mojibake.find(text, at: index, lines.upperBound) {
        let place = lowering.map.source(of: index..<found.end)
        mojibake.append(
          Edit(
            path: lowering.paths[place.file], range: place.range, replacement: found.text))
        index = found.end
      } else {
        index += text[index] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
  }

  /// Reports what was read in a wrong encoding: once for the whole page.
  mutating func reportMojibake() {
    // The name of a file may be as odd as it likes.
    let places = mojibake.filter { place in
      !page.links.contains {
        $0.path == place.path && $0.range.indices.overlaps(place.range.indices)
      }
    }
    guard let first = places.first else { return }
    let more = places.count > 1 ? ", here and in \(places.count - 1) more places" : ""
    page.diagnostics.append(
      Diagnostic(
        .wrongEncoding, .warning,
        "UTF-8 was read in a wrong encoding: this was \"\(first.replacement)\"" + more,
        path: first.path, range: first.range, help: "write \"\(first.replacement)\"",
        fix: Fix("write the characters that were meant", places, isSafe: true)))
  }

  /// Reports a reference to a footnote that the page does not have.
  mutating func reportUnknownFootnote(_ label: [UInt8], _ token: Token) {
    let file = lowering.files[token.file]
    let after = token.end < file.count ? file[token.end] : 0x20
    guard FootnoteLabel.isLikely(label), !"+*?{".utf8.contains(after) else { return }
    let name = String(decoding: label, as: UTF8.self)
    // Among very many some are always near.
    let known =
      footnotes.defined.count > 500
      ? [] : footnotes.defined.map { String(decoding: $0, as: UTF8.self) }.sorted()
    let near = NearMiss.best(for: name, among: known)
    let range = ByteRange(token.start, token.end)
    let path = lowering.paths[token.file]
    page.diagnostics.append(
      Diagnostic(
        .unknownFootnote, .warning, "no footnote has the label \"\(name)\"", path: path,
        range: range,
        help: near.map { "did you mean \"\($0)\"?" } ?? "add a line `[^\(name)]: …`",
        fix: near.map {
          Fix(
            "write [^\($0)]", [Edit(path: path, range: range, replacement: "[^\($0)]")],
            isSafe: false)
        }))
  }
}

/// What can be the label of a footnote rather than characters in a regular expression.
enum FootnoteLabel {
  static func isLikely(_ label: [UInt8]) -> Bool {
    guard label.allSatisfy({ Lowering.isWordByte($0) || $0 == UInt8(ascii: ".") }) else {
      return false
    }
    var rest = 0
    var index = 0
    var ranges = 0
    while index < label.count {
      if index + 2 < label.count, label[index + 1] == UInt8(ascii: "-"),
        isRange(label[index], label[index + 2])
      {
        index += 3
        ranges += 1
      } else {
        rest += 1
        index += 1
      }
    }
    return ranges == 0 || rest > 2
  }

  /// `a-z`, `A-F`, `0-9`.
  private static func isRange(_ first: UInt8, _ last: UInt8) -> Bool {
    let kinds: [ClosedRange<UInt8>] = [0x30...0x39, 0x41...0x5A, 0x61...0x7A]
    return first < last && kinds.contains { $0.contains(first) && $0.contains(last) }
  }
}
