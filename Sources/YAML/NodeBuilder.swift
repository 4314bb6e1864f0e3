import Diagnostics

/// Puts the events of a document together to a tree, on a stack of its own so that no depth can
/// overflow.
///
/// libyaml stops at the first fault. Reading starts again at the next line that begins with a key,
/// so that one run finds what is wrong below it as well.
struct NodeBuilder {
  private(set) var root: YAMLNode?
  private(set) var isComplete = false
  private(set) var diagnostics: [Diagnostic] = []
  private let source: SourceLines
  private let path: String?
  private var stack: [OpenCollection] = []
  /// The values at the top: one, and one more for every time that reading started again.
  private var fragments: [YAMLNode] = []
  private var anchors: [String: Measured] = [:]
  private var aliasedNodes = 0
  private var hasDocument = false

  init(source: SourceLines, path: String?) {
    self.source = source
    self.path = path
  }

  mutating func build(_ part: Range<Int>) {
    var start = part.lowerBound
    for _ in 0..<YAMLLimits.restarts {
      let bytes = UnsafeBufferPointer(rebasing: source.bytes[start..<part.upperBound])
      var reader = EventReader(bytes, base: start)
      guard let fault = read(&reader),
        let next = source.nextKey(after: fault.start, before: part.upperBound)
      else { break }
      start = next
    }
    joinFragments()
  }

  /// Reads to the end or to a fault of grammar, which it returns.
  private mutating func read(_ reader: inout EventReader) -> ByteRange? {
    var fault: ByteRange?
    do throws(SyntaxProblem) {
      while handle(try reader.next()) {}
      isComplete = isComplete && diagnostics.isEmpty
    } catch {
      let found = SyntaxExplanation(problem: error, source: source).diagnostic(path: path)
      diagnostics.append(found)
      fault = error.isEncoding ? nil : found.range
    }
    // What is open now was cut off: its finished entries are kept, an unfinished one is not.
    if let outermost = stack.first {
      fragments.append(outermost.node(endingAt: outermost.end))
      stack.removeAll()
    }
    hasDocument = false
    return fault
  }

  private mutating func joinFragments() {
    guard let first = fragments.first, fragments.count > 1 else {
      root = fragments.first
      return
    }
    var whole = OpenCollection(isMapping: true, start: first.range.start)
    for entry in fragments.compactMap(\.entries).joined() { report(whole.append(entry)) }
    root = whole.node(endingAt: whole.end)
  }

  /// Takes one step; false when there is nothing more to read.
  private mutating func handle(_ event: YAMLEvent) -> Bool {
    let range = ByteRange(event.start, event.end)
    switch event.kind {
    case .documentStart:
      if hasDocument {
        report(
          .secondDocument, "a second document begins here, only the first one is read",
          at: range, help: "remove the line of three dashes, or move what follows to its own file")
        return false
      }
      hasDocument = true
    case .documentEnd: break
    case .streamEnd:
      isComplete = true
      return false
    case .scalar(let text, let style):
      let tag = YAMLTag(event.tag)
      let node = YAMLNode(
        .scalar(text, tag.isText ? .quoted : style), range: range, tag: tag.name)
      return add(Measured(node: node), anchor: event.anchor)
    case .alias(let name): return addAlias(name, at: range)
    case .sequenceStart(let isFlow): return open(event, isMapping: false, isFlow: isFlow)
    case .mappingStart(let isFlow): return open(event, isMapping: true, isFlow: isFlow)
    case .collectionEnd:
      guard let finished = stack.popLast() else { return false }
      return add(finished.closed(at: event.end), anchor: finished.anchor)
    }
    return true
  }

  private mutating func open(_ event: YAMLEvent, isMapping: Bool, isFlow: Bool) -> Bool {
    guard stack.count < YAMLLimits.depth else {
      return stopTooDeep(at: ByteRange(event.start, max(event.end, event.start + 1)))
    }
    stack.append(
      OpenCollection(
        isMapping: isMapping, isFlow: isFlow, start: event.start, anchor: event.anchor,
        tag: YAMLTag(event.tag).name))
    return true
  }

  private mutating func addAlias(_ name: String, at range: ByteRange) -> Bool {
    guard var target = anchors[name] else {
      report(
        .badAlias, "nothing before this alias is named \"\(name)\"", at: range,
        help: "write the text in quotes if it is no alias: \"*\(name)\"")
      return add(
        Measured(node: YAMLNode(.scalar("", .plain), range: range)), anchor: nil)
    }
    aliasedNodes += target.size
    guard aliasedNodes <= YAMLLimits.aliasedNodes else {
      report(
        .badAlias, "the aliases up to here stand for more than \(YAMLLimits.aliasedNodes) values",
        at: range, help: "write the values out, or refer to smaller ones")
      return false
    }
    guard stack.count + target.height <= YAMLLimits.depth else { return stopTooDeep(at: range) }
    target.node.range = range
    return add(target, anchor: nil)
  }

  private mutating func add(_ value: Measured, anchor: String?) -> Bool {
    if let anchor { anchors[anchor] = value }
    guard let top = stack.indices.last else {
      fragments.append(value.node)
      return true
    }
    report(stack[top].add(value))
    return true
  }

  private mutating func report(_ fault: OpenCollection.Fault?) {
    switch fault {
    case nil: break
    case .unusableKey(let key):
      report(
        .badKey, "a key must be text, here it is \(key.description)", at: key.range,
        help: "put a value that begins with a brace, a bracket or a question mark in quotes")
    case .duplicate(let key, let first, let second):
      report(
        .duplicateKey, "\"\(key)\" stands twice in this mapping", at: second,
        notes: ["it stands first on line \(source.number(of: first.start))"],
        help: "keep one of the two; the first is used")
    }
  }

  private mutating func stopTooDeep(at range: ByteRange) -> Bool {
    report(
      .deepYAML, "this is nested more than \(YAMLLimits.depth) deep", at: range,
      help: "nothing here needs more than a few levels; check for a run of brackets")
    return false
  }

  private mutating func report(
    _ code: Code, _ message: String, at range: ByteRange, notes: [String] = [], help: String
  ) {
    diagnostics.append(
      Diagnostic(code, .error, message, path: path, range: range, notes: notes, help: help))
  }
}
