package import ByteText
import Diagnostics

/// Turns one page after another into HTML: lowers the dialect, has libcmark parse, and walks the
/// tree once.
///
/// With the dialect off the output equals libcmark's own, byte for byte. A renderer keeps its
/// memory from page to page; each worker has one.
package struct PageRenderer: ~Copyable {
  let dialect: Dialect
  let slugRule: SlugRule
  let triggers: [UInt8]
  let wish: OutlineWish?
  let painting: FencePainting?
  /// What is known of the page under way before its text is looked at.
  var outlined: Bool?

  var lowering: Lowering
  var out = ByteBuffer(capacity: 1 << 16)
  /// Text nodes that libcmark split, joined.
  var scratch = ByteBuffer()
  var highlighted = ByteBuffer()
  /// The plain text of the heading under way.
  var headingText = ByteBuffer()

  var page = RenderedPage()
  var anchors = AnchorSet()
  var usedTokens: Set<Int> = []
  var delimiters: [OpenDelimiter] = []
  var openLinks: [Int] = []
  /// Where the start tags of bold text under way stand in the output.
  var openStrongs: [Int] = []
  var containers: [OpenContainer] = []
  /// Indices into the page's boxes.
  var openBoxes: [Int] = []
  var sequences: [Sequence] = []
  var isInHeading = false
  /// The alternative text of an image is text only.
  var imageDepth = 0
  /// Where the heading under way has its attributes and its text in the output, and the anchor its
  /// author gave it.
  var headingStart = 0
  var headingContent = 0
  var headingAnchor: Anchor?
  /// What the page had recorded when the heading under way began.
  var headingRecords = RecordCounts()
  /// A line break that only an attribute list follows.
  var droppedBreak: Node?
  var tabSets = 0
  var paintedFences = 0
  var footnotes = FootnoteList()
  var positions = SourcePositions()
  var definitionOrder: [DefinitionEntry] = []
  var suspects = Suspects()
  /// Places whose text was read in a wrong encoding, with what it was.
  var mojibake: [Edit] = []
  /// Where HTML is held to a list.
  var openElements = OpenElements()
  var unclosedTags: [UnclosedTags] = []

  /// - Parameters:
  ///   - wish: which pages get an outline; nil for none.
  ///   - painting: what draws fences; nil where all are shown as code.
  package init(
    dialect: Dialect, slugRule: SlugRule, outlines wish: OutlineWish? = nil,
    painting: FencePainting? = nil
  ) {
    self.dialect = dialect
    self.slugRule = slugRule
    self.wish = wish
    self.painting = painting
    lowering = Lowering(dialect: dialect)
    triggers = Self.textTriggers(dialect)
  }

  /// Renders the page whose Markdown begins at `start` of `bytes`, which hold valid UTF-8 without
  /// NUL or STX. `snippets` are all files that the page includes, and what those include.
  /// - Parameter outlined: whether the page gets an outline; nil where the wish decides.
  package mutating func render(
    _ bytes: [UInt8], from start: Int, path: String, snippets: SnippetSet = SnippetSet(),
    outlined: Bool? = nil
  ) -> RenderedPage {
    reset()
    self.outlined = outlined
    lowering.lower(bytes, from: start, path: path, snippets: snippets)
    page.diagnostics = lowering.diagnostics
    if let verbatim = lowering.verbatim {
      bytes.withUnsafeBufferPointer {
        parse(UnsafeBufferPointer(rebasing: $0[verbatim]), from: start)
      }
    } else {
      // The text is needed until the page is written, and nothing is lowered until then.
      var text = ByteBuffer(capacity: 0)
      swap(&text, &lowering.out)
      text.withBytes { parse($0, from: start) }
      swap(&text, &lowering.out)
    }
    page.html = out.array
    return page
  }

  private mutating func parse(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    _ = CMarkDocument.parse(text, smart: dialect.smartPunctuation) { root in
      positions.begin(text)
      collectDefinitions(root)
      footnotes.collect(lowering.blocks)
      reserveAnchors(root)
      walk(root)
      writeFootnotes()
      writeDefinitions()
      if isOutlined(from: start) { recordOutline(root) }
      if !mojibake.isEmpty { reportMojibake() }
    }
  }

  /// Whether the page, or a snippet in it, is one that somebody wants to have outlined.
  private func isOutlined(from start: Int) -> Bool {
    guard let wish, outlined != false else { return false }
    if outlined == true { return true }
    return lowering.files.indices.contains {
      wish.isMet(by: lowering.files[$0], from: $0 == 0 ? start : 0)
    }
  }

  /// Walks the tree under `root` without recursion, so that no depth can overflow the stack.
  mutating func walk(_ root: Node) {
    var node = root
    while true {
      if enter(&node), let child = node.firstChild {
        node = child
        continue
      }
      while true {
        leave(node)
        if node == root { return }
        if let next = node.next {
          node = next
          break
        }
        guard let parent = node.parent else { return }
        node = parent
      }
    }
  }

  private mutating func reset() {
    out.removeAll()
    page = RenderedPage()
    anchors.removeAll()
    if !usedTokens.isEmpty { usedTokens.removeAll() }
    delimiters.removeAll(keepingCapacity: true)
    openLinks.removeAll(keepingCapacity: true)
    openStrongs.removeAll(keepingCapacity: true)
    openBoxes.removeAll(keepingCapacity: true)
    definitionOrder.removeAll(keepingCapacity: true)
    suspects = Suspects()
    mojibake.removeAll()
    openElements.removeAll()
    if !unclosedTags.isEmpty { unclosedTags.removeAll() }
    containers.removeAll(keepingCapacity: true)
    sequences.removeAll(keepingCapacity: true)
    isInHeading = false
    imageDepth = 0
    droppedBreak = nil
    tabSets = 0
    paintedFences = 0
    footnotes = FootnoteList()
  }

  /// Begins a line, as libcmark's renderer does.
  @inline(__always) mutating func freshLine() {
    if out.count > 0, out[out.count - 1] != 0x0A { out.append(0x0A) }
  }

  mutating func addGeneratedAnchor(_ name: String) {
    page.anchors.append(
      Anchor(name: name, origin: .generated, path: lowering.paths[0], range: ByteRange(0, 0)))
  }
}
