import ByteText
import Diagnostics
import Highlighting

/// Code blocks: highlighted, with title, line numbers, marked lines and annotations.
extension PageRenderer {
  mutating func writeCodeBlock(_ node: Node) {
    freshLine()
    positions.block(node)
    let info = node.fenceInfo
    if paintFence(node, info) { return }
    guard dialect.codeAttributes else { return writePlainBlock(node, info) }
    var options = CodeBlockInfo(info)
    if dialect.html.isRestricted, let id = options.id, !SafeNames.isID(id) { options.id = nil }
    let place = addCodeBlock(options.language)
    out.append("<div class=\"code\"")
    if let id = options.id {
      addAnchor(id, inInfoAt: place)
      out.append(" id=\"")
      out.append(escaping: id)
      out.append(UInt8(ascii: "\""))
    }
    if !options.language.isEmpty {
      out.append(" data-language=\"")
      out.append(escaping: options.language)
      out.append(UInt8(ascii: "\""))
    }
    out.append(UInt8(ascii: ">"))
    if let title = options.title {
      out.append("<p class=\"code-title\">")
      out.append(escaping: title)
      out.append("</p>")
    }
    if options.language.isEmpty {
      out.append("<pre><code>")
    } else {
      out.append("<pre><code class=\"language-")
      out.append(escaping: options.language)
      out.append("\">")
    }
    withOriginal(of: node.literal) { $0.writeCode($1, options) }
    out.append("</code></pre></div>\n")
  }

  /// Records the block that is about to be written. Returns where its first line stands.
  private mutating func addCodeBlock(
    _ language: some Collection<UInt8>
  ) -> (file: Int, range: ByteRange) {
    let place = positions.range(ofBlockIn: lowering)
    page.codeBlocks.append(
      CodeBlock(
        language: String(decoding: language, as: UTF8.self), offset: out.count,
        path: lowering.paths[place.file], range: place.range))
    return place
  }

  /// The anchor `#id` in the info string of the line at `place`.
  private mutating func addAnchor(_ id: [UInt8], inInfoAt place: (file: Int, range: ByteRange)) {
    let line = lowering.files[place.file][place.range.indices]
    let mark = [UInt8(ascii: "#")] + id
    let start = line.indices.first { line[$0...].starts(with: mark) }
    let range = start.map { ByteRange($0 + 1, $0 + mark.count) } ?? place.range
    page.anchors.append(
      Anchor(
        name: String(decoding: id, as: UTF8.self), origin: .attributeList,
        path: lowering.paths[place.file], range: range))
  }

  /// As libcmark writes it.
  private mutating func writePlainBlock(_ node: Node, _ info: UnsafeBufferPointer<UInt8>) {
    let word = info.prefix { !Self.isSpace($0) }
    _ = addCodeBlock(word)
    if word.isEmpty {
      out.append("<pre><code>")
    } else {
      out.append("<pre><code class=\"language-")
      out.append(escaping: UnsafeBufferPointer(rebasing: word))
      out.append("\">")
    }
    withOriginal(of: node.literal) { $0.out.append(escaping: $1) }
    out.append("</code></pre>\n")
  }

  private mutating func writeCode(_ code: UnsafeBufferPointer<UInt8>, _ options: CodeBlockInfo) {
    let language =
      dialect.highlighting ? options.language.withUnsafeBufferPointer(Language.init(named:)) : nil
    let isAnnotated = options.isAnnotated || CodeAnnotations.isLikely(in: code)
    guard options.marksLines || isAnnotated else {
      if let language {
        Highlighter.highlight(code, as: language, into: &out)
      } else {
        out.append(escaping: code)
      }
      return
    }
    highlighted.removeAll()
    if let language {
      Highlighter.highlight(code, as: language, into: &highlighted)
    } else {
      highlighted.append(escaping: code)
    }
    var html = highlighted.array
    if isAnnotated { html = CodeAnnotations.marked(html, bare: options.isAnnotated) }
    guard options.marksLines else { return out.append(html) }
    writeLines(html, options)
  }

  private mutating func writeLines(_ html: [UInt8], _ options: CodeBlockInfo) {
    var number = 1
    var start = 0
    while start < html.count {
      let end = html[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? html.count
      out.append(options.isHighlighted(number) ? "<span class=\"line hl\"" : "<span class=\"line\"")
      if let first = options.firstNumber {
        out.append(" data-line=\"")
        out.append(decimal: first + number - 1)
        out.append(UInt8(ascii: "\""))
      }
      out.append(UInt8(ascii: ">"))
      out.append(html[start..<end])
      out.append("</span>")
      number += 1
      start = end
    }
  }
}
