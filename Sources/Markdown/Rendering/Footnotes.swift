import ByteText

/// The footnotes of a page: defined anywhere, numbered as they are first referred to.
struct FootnoteList {
  var defined: Set<[UInt8]> = []
  var nodes: [[UInt8]: Node] = [:]
  /// Indices into the lowering's blocks: the definitions that `nodes` are.
  var blocks: [[UInt8]: Int] = [:]
  var order: [[UInt8]] = []
  /// From 1, in that order.
  var numbers: [[UInt8]: Int] = [:]
  var references: [[UInt8]: Int] = [:]

  mutating func collect(_ blocks: [LoweredBlock]) {
    for block in blocks {
      if case .footnote(let label) = block.kind { defined.insert(label) }
    }
  }
}

extension PageRenderer {
  /// Writes the number that refers to a footnote; false when no footnote has the label.
  mutating func writeFootnoteReference(_ label: [UInt8]) -> Bool {
    guard footnotes.defined.contains(label) else { return false }
    let count = footnotes.references[label, default: 0] + 1
    footnotes.references[label] = count
    if count == 1 {
      footnotes.order.append(label)
      footnotes.numbers[label] = footnotes.order.count
    }
    let number = footnotes.numbers[label, default: 1]
    out.append("<sup class=\"footnote-ref\" id=\"")
    let anchor = referenceAnchor(label, count)
    addGeneratedAnchor(anchor)
    out.append(escaping: anchor)
    out.append("\"><a href=\"#fn:")
    out.append(escaping: label)
    out.append("\">")
    out.append(decimal: number)
    out.append("</a></sup>")
    return true
  }

  /// `fnref:label`, then `fnref2:label` and so on, as Python-Markdown has it.
  private func referenceAnchor(_ label: [UInt8], _ count: Int) -> String {
    "fnref\(count > 1 ? String(count) : ""):\(String(decoding: label, as: UTF8.self))"
  }

  /// Writes the footnotes that are referred to, at the end of the page.
  mutating func writeFootnotes() {
    guard !footnotes.order.isEmpty else { return }
    freshLine()
    out.append("<div class=\"footnotes\">\n<ol>\n")
    var index = 0
    // A footnote may refer to others, which then follow.
    while index < footnotes.order.count {
      let label = footnotes.order[index]
      out.append("<li id=\"fn:")
      out.append(escaping: label)
      out.append("\">\n")
      addGeneratedAnchor("fn:" + String(decoding: label, as: UTF8.self))
      sequences.append(.none)
      var child = footnotes.nodes[label]?.firstChild
      while let node = child {
        walk(node)
        child = node.next
      }
      if let node = footnotes.nodes[label] { endElements(of: node) }
      endSequence()
      sequences.removeLast()
      writeBackReferences(label, number: index + 1)
      out.append("</li>\n")
      index += 1
    }
    out.append("</ol>\n</div>\n")
  }

  private mutating func writeBackReferences(_ label: [UInt8], number: Int) {
    scratch.removeAll()
    for count in 1...max(1, footnotes.references[label, default: 1]) {
      scratch.append(" <a class=\"footnote-back\" href=\"#")
      scratch.append(escaping: referenceAnchor(label, count))
      scratch.append("\" aria-label=\"Back to reference ")
      scratch.append(decimal: number)
      scratch.append("\">↩</a>")
    }
    let links = scratch.array
    let closing: StaticString = "</p>\n"
    let isParagraph =
      out.count >= 5
      && (0..<5).allSatisfy { out[out.count - 5 + $0] == closing.utf8Start[$0] }
    if isParagraph {
      out.insert(links, at: out.count - 5)
    } else {
      out.append(links)
      out.append(0x0A)
    }
  }
}
