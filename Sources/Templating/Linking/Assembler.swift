/// Lays the trees of all templates out as one program.
struct Assembler {
  private(set) var program = Program()
  private var blockNames: [String: Int32] = [:]
  private var indentationNumbers: [ArraySlice<UInt8>: Int32] = [:]
  private var template: Int32 = 0
  private var bytes: [UInt8] = []
  /// Blocks of parent tags whose instructions still have to be written.
  private var pending: [(set: Int, index: Int, content: [TemplateNode])] = []

  static func assemble(_ templates: [ParsedTemplate]) -> Program {
    var assembler = Assembler()
    for (number, template) in templates.enumerated() {
      assembler.program.templates[template.name] = Int32(number)
      assembler.program.paths.append(template.path)
    }
    for (number, template) in templates.enumerated() {
      assembler.add(template, Int32(number))
    }
    return assembler.program
  }

  private mutating func add(_ parsed: ParsedTemplate, _ number: Int32) {
    template = number
    bytes = parsed.bytes
    program.entries.append(here)
    add(parsed.nodes)
    program.instructions.append(.finish)
    while let body = pending.popLast() {
      program.arguments[body.set][body.index].entry = here
      add(body.content)
      program.instructions.append(.finish)
    }
  }

  /// The index of the next instruction.
  private var here: Int32 { Int32(program.instructions.count) }

  private mutating func add(_ nodes: [TemplateNode]) {
    // Where the last run of text can still grow: not across the edge of a section.
    var textBefore: Int?
    for node in nodes {
      if case .text(let text) = node {
        if let index = textBefore, extend(index, by: text) { continue }
        textBefore = program.instructions.count
        add(text)
      } else {
        textBefore = nil
        add(node)
      }
    }
  }

  private mutating func add(_ node: TemplateNode) {
    switch node {
    case .text(let text): add(text)
    case .value(let value):
      addLineStart(value.startsLine)
      let name = number(ofName: value.tag)
      program.instructions.append(.value(name: name, isEscaped: value.isEscaped))
    case .section(let section): add(section)
    case .include(let include): add(include)
    case .block(let block): add(block)
    }
  }

  private mutating func add(_ text: TextNode) {
    let start = Int32(program.text.count)
    program.text += bytes[text.range]
    let end = Int32(program.text.count)
    program.instructions.append(.text(start: start, end: end, startsLine: text.startsLine))
  }

  /// Joins text to the run before it, if the places where indentation belongs can still be told by
  /// its line endings.
  private mutating func extend(_ index: Int, by text: TextNode) -> Bool {
    guard case .text(let start, let end, let startsLine) = program.instructions[index],
      start < end, text.startsLine == (program.text[Int(end) - 1] == 0x0A), !text.range.isEmpty
    else { return false }
    program.text += bytes[text.range]
    program.instructions[index] = .text(
      start: start, end: Int32(program.text.count), startsLine: startsLine)
    return true
  }

  private mutating func addLineStart(_ startsLine: Bool) {
    if startsLine { program.instructions.append(.lineStart) }
  }

  private mutating func add(_ section: SectionNode) {
    addLineStart(section.startsLine)
    let name = number(ofName: section.tag)
    let opening = program.instructions.count
    program.instructions.append(.section(name: name, exit: 0))
    let body = here
    add(section.children)
    if section.isInverted {
      program.instructions[opening] = .inverted(name: name, exit: here)
    } else {
      program.instructions.append(.next(body: body))
      program.instructions[opening] = .section(name: name, exit: here)
    }
  }

  private mutating func add(_ include: IncludeNode) {
    addLineStart(include.startsLine)
    let inclusion = Instruction.Inclusion(
      indentation: include.indentation.map { number(ofIndentation: $0) } ?? -1,
      arguments: add(arguments: include.arguments))
    program.includeRanges[program.instructions.count] = include.tag.range
    if include.tag.isDynamic {
      let name = number(ofName: include.tag)
      program.instructions.append(.dynamicInclude(name: name, inclusion))
    } else if let target = program.templates[include.tag.name] {
      program.instructions.append(.include(template: target, inclusion))
    }
  }

  private mutating func add(arguments: [BlockNode]) -> Int32 {
    guard !arguments.isEmpty else { return -1 }
    let set = program.arguments.count
    program.arguments.append(
      arguments.map { Program.Argument(name: number(ofBlock: $0.tag.name), entry: 0) })
    for (index, argument) in arguments.enumerated() {
      pending.append((set, index, argument.children))
    }
    return Int32(set)
  }

  private mutating func add(_ block: BlockNode) {
    let opening = program.instructions.count
    program.includeRanges[opening] = block.tag.range
    program.instructions.append(.finish)
    add(block.children)
    program.instructions[opening] = .block(
      name: number(ofBlock: block.tag.name), indentation: number(ofIndentation: block.indentation),
      exit: here, isWithinLine: block.placement == .withinLine,
      startsLine: block.placement == .lineStart)
  }

  // MARK: Tables

  private mutating func number(ofName tag: Tag) -> Int32 {
    let first = Int32(program.parts.count)
    if tag.name != "." {
      program.parts += tag.name.split(separator: ".", omittingEmptySubsequences: false)
        .map { NamePart(String($0)) }
    }
    program.names.append(
      Program.UsedName(
        template: template, range: tag.range, parts: first..<Int32(program.parts.count)))
    return Int32(program.names.count - 1)
  }

  private mutating func number(ofBlock name: String) -> Int32 {
    let next = Int32(blockNames.count)
    let known = blockNames[name]
    if known == nil { blockNames[name] = next }
    return known ?? next
  }

  private mutating func number(ofIndentation range: Range<Int>) -> Int32 {
    let blanks = bytes[range]
    if let known = indentationNumbers[blanks] { return known }
    let number = Int32(program.indentations.count)
    program.indentations.append(Array(blanks))
    indentationNumbers[blanks] = number
    return number
  }
}
