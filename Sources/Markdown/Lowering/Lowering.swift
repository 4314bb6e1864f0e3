import ByteText
import Diagnostics

/// Rewrites the dialect into CommonMark that libcmark parses in one go, in one pass over the lines.
///
/// It follows the containers and leaves of CommonMark (chapter 4 and 5) closely enough to know
/// where a construct of the dialect may begin; what it does not change it copies as it stands. One
/// value serves many pages: ``lower`` starts anew.
struct Lowering: ~Copyable {
  let dialect: Dialect

  /// The page's bytes, and those of every snippet in it; `paths` are their printed names.
  var files: [[UInt8]] = []
  var paths: [String] = []
  /// The bytes of the file that the current line is in.
  var bytes: [UInt8] = []
  var currentFile = 0

  /// Bytes of the files that were included so far, each as often as it was.
  var includedBytes = 0
  /// Whether more was to be included than a page may; said once, since each file may include two others.
  var includesTooMuch = false

  var lines: [Line] = []
  var lineIndex = 0
  var hasDefinitions = false

  var stack: [Container] = []
  /// How many containers of `stack` are lowered.
  var loweredDepth = 0
  /// How many of them are HTML elements.
  var elementDepth = 0
  var leaf = Leaf.none
  /// Blank lines whose place, inside or after the lowered containers, the next line decides.
  var blankLines: [Line] = []
  /// A source block quote was closed by this line, so that a lowered one must be kept apart from
  /// it.
  var closedQuote = false

  /// The current line: how many containers continue on it, and the part that opens new ones.
  var line = Line(file: 0, start: 0, end: 0, next: 0, indent: 0)
  var matched = 0
  var lead = Cursor(Line(file: 0, start: 0, end: 0, next: 0, indent: 0))
  var cursor = Cursor(Line(file: 0, start: 0, end: 0, next: 0, indent: 0))
  var isLeadWritten = false
  /// The line is the rest of one whose beginning is written already.
  var isPartial = false

  var out = ByteBuffer(capacity: 1 << 16)
  var map = PositionMap()
  /// Source bytes that are copied as they stand once something else follows.
  var run = 0..<0
  var runFile = 0

  var tokens: [Token] = []
  var blocks: [LoweredBlock] = []
  var tables: [[ColumnAlignment]] = []
  var attributeLists: [AttributeList] = []
  var abbreviations = AbbreviationTable()
  /// Cells that were added to short rows of tables.
  var filledCells = 0
  /// What is or looks like a definition, in the order of the text.
  var definitionPlaces: [DefinitionPlace] = []
  var diagnostics: [Diagnostic] = []
  /// Opening brackets of the paragraph under way; libcmark's time grows with their square.
  var bracketCount = 0
  var isTooDeep = false
  /// The last line that was a term or began a definition; -1 before any.
  var lastTermLine = -1
  /// The line that ended the last definition; -1 before any.
  var closedDefinitionLine = -1
  /// The line after a body that is indented by too little; what looks like markers there is not
  /// reported as well.
  var shallowEnd = -1
  /// The line of the definition that the terms under way belong to.
  var termsEnd = -1

  /// What was looked for on all lines of the page, where its HTML is held to a list.
  var lastLines: [String: Int] = [:]
  var endTags: [String: EndTagLines] = [:]

  init(dialect: Dialect) { self.dialect = dialect }

  /// Lowers `page` from `start` on. Afterwards `out` holds CommonMark, `map` leads back to the
  /// source, and the tables say what the markers mean.
  mutating func lower(
    _ page: [UInt8], from start: Int, path: String, snippets: SnippetSet
  ) {
    readLines(ofPage: page, from: start, path: path, snippets: snippets)
    while lineIndex < lines.count {
      lower(lines[lineIndex])
      lineIndex += 1
    }
    if !blankLines.isEmpty { flushBlankLines(keeping: 0) }
    reportUnclosedFence(endedByContainer: !stack.isEmpty)
    if out.isEmpty, runFile == 0 {
      verbatim = run
      map.add(lowered: 0, source: run.lowerBound, count: run.count, file: 0)
    } else {
      flushRun()
    }
  }

  /// The part of the page that is the lowered text as it stands, when nothing had to change; `out`
  /// is empty then.
  var verbatim: Range<Int>?

  mutating func reset() {
    files.removeAll(keepingCapacity: true)
    paths.removeAll(keepingCapacity: true)
    includedBytes = 0
    includesTooMuch = false
    currentFile = 0
    lines.removeAll(keepingCapacity: true)
    lineIndex = 0
    hasDefinitions = false
    stack.removeAll(keepingCapacity: true)
    loweredDepth = 0
    elementDepth = 0
    leaf = .none
    blankLines.removeAll(keepingCapacity: true)
    closedQuote = false
    out.removeAll()
    map.removeAll()
    run = 0..<0
    runFile = 0
    tokens.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    tables.removeAll(keepingCapacity: true)
    attributeLists.removeAll(keepingCapacity: true)
    abbreviations.removeAll()
    filledCells = 0
    definitionPlaces.removeAll(keepingCapacity: true)
    diagnostics.removeAll(keepingCapacity: true)
    bracketCount = 0
    isTooDeep = false
    lastTermLine = -1
    closedDefinitionLine = -1
    termsEnd = -1
    shallowEnd = -1
    fenceStart = nil
    verbatim = nil
    if !lastLines.isEmpty { lastLines.removeAll() }
    if !endTags.isEmpty { endTags.removeAll() }
  }

  /// Where the fence that is open began, to report it when it never closes.
  var fenceStart: (file: Int, start: Int, end: Int)?

  /// Lowers one line: its containers, then what begins on it.
  mutating func lower(_ line: Line) {
    self.line = line
    if line.file != currentFile {
      currentFile = line.file
      bytes = files[line.file]
    }
    isLeadWritten = false
    isPartial = false
    closedQuote = false
    cursor = Cursor(line)
    let ahead = cursor.whiteSpace(in: bytes, end: line.end)
    if ahead.first == line.end { return lowerBlankLine() }

    matched = matchContainers(ahead)
    lead = cursor
    if cursor.whiteSpace(in: bytes, end: line.end).first == line.end { return lowerBlankRest() }
    let wasBlank = !blankLines.isEmpty
    if wasBlank { flushBlankLines(keeping: matched) }
    if matched < stack.count {
      if continuesLazily() { return keepText() }
      checkNestedItem()
      closeContainers(wasBlank: wasBlank)
    }
    if let last = stack.indices.last { stack[last].isEmpty = false }
    if elementDepth > 0, closesElement() { return }
    lowerContent()
  }

  /// What the line holds after its containers: more of an open leaf, or something new.
  mutating func lowerContent() {
    switch leaf {
    case .fence(let byte, let count):
      let ahead = cursor.whiteSpace(in: bytes, end: line.end)
      if ahead.columns < 4,
        BlockSyntax.closesFence(bytes, ahead.first, line.end, byte: byte, count: count)
      {
        leaf = .none
        fenceStart = nil
      }
      return keepRest()
    case .html(let kind):
      if HTMLBlockSyntax.ends(kind, bytes, cursor.offset, line.end) { leaf = .none }
      return keepRest()
    case .table(let columns):
      let ahead = cursor.whiteSpace(in: bytes, end: line.end)
      if ahead.columns < 4, !startsBlock(ahead.first) {
        return writeRow(from: ahead.first, columns: columns, isHeader: false)
      }
      leaf = .none
    case .none, .paragraph:
      break
    }
    openBlocks()
  }

  /// How many containers the line continues; moves the cursor past their marks.
  private mutating func matchContainers(_ first: (columns: Int, first: Int)) -> Int {
    var count = 0
    var ahead = first
    while count < stack.count {
      switch stack[count].kind {
      case .item:
        guard ahead.columns >= stack[count].width else { return count }
        cursor.skip(columns: stack[count].width, in: bytes, end: line.end)
      case .indented:
        guard ahead.columns >= stack[count].width else { return count }
        let start = cursor.offset
        cursor.skip(columns: stack[count].width, in: bytes, end: line.end)
        checkIndentation(of: count, from: start)
      case .quote:
        guard ahead.columns < 4, ahead.first < line.end, bytes[ahead.first] == UInt8(ascii: ">")
        else { return count }
        readQuoteMark(ahead)
      case .aside, .element:
        break
      }
      count += 1
      ahead = cursor.whiteSpace(in: bytes, end: line.end)
    }
    return count
  }

  mutating func readQuoteMark(_ ahead: (columns: Int, first: Int)) {
    cursor.skip(to: ahead.first, columns: ahead.columns)
    cursor.skip(bytes: 1)
    cursor.skip(columns: 1, in: bytes, end: line.end)
  }

  /// Whether a line that some containers do not continue is still text of the open paragraph. A
  /// container of the dialect knows no such laziness: it ends at the first line that is not
  /// indented.
  private mutating func continuesLazily() -> Bool {
    guard case .paragraph = leaf, !stack[matched...].contains(where: \.isLowered) else {
      return false
    }
    let ahead = cursor.whiteSpace(in: bytes, end: line.end)
    guard ahead.first < line.end else { return false }
    return ahead.columns >= 4 || !startsBlock(ahead.first)
  }

  /// Closes the containers that the line does not continue.
  private mutating func closeContainers(wasBlank: Bool) {
    var firstLowered: Int?
    for index in matched..<stack.count {
      if firstLowered == nil, stack[index].isLowered { firstLowered = index }
      if !wasBlank, case .quote = stack[index].kind { closedQuote = true }
    }
    // The end stands where the lowered container stood: an item around it may have a sibling.
    if let firstLowered, !wasBlank { writeEnd(inside: firstLowered) }
    dropContainers(to: matched)
  }

  /// Closes containers, and with them the leaf that was open in them.
  mutating func dropContainers(to count: Int) {
    if case .fence = leaf, stack.count > count {
      reportUnclosedFence(endedByContainer: true)
    }
    leaf = .none
    while stack.count > count {
      let closed = stack.removeLast()
      if closed.isLowered { loweredDepth -= 1 }
      if closed.isElement { elementDepth -= 1 }
      if closed.isDefinition { closedDefinitionLine = lineIndex }
    }
  }

  mutating func push(_ container: Container) {
    if stack.count >= Self.maximumDepth {
      if !isTooDeep {
        isTooDeep = true
        report(
          .tooDeep, .error, "blocks are nested more than \(Self.maximumDepth) deep here",
          cursor.offset, line.end, help: "take some of the levels away")
      }
      return
    }
    stack.append(container)
    if container.isLowered { loweredDepth += 1 }
    if container.isElement { elementDepth += 1 }
    leaf = .none
  }

  /// Browsers flatten HTML nested deeper than 512; no guide that people read comes near.
  static let maximumDepth = 200
}
