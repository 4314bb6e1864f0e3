package import ByteText
package import Diagnostics

/// Renders templates of one library; one for each thread, kept from page to page so that its memory
/// is reused.
///
/// Measured on the machine of `performance.md`: 3.6 µs for a page of 12.5 KB with 64 printed
/// values, five templates, inheritance and an indented body; 0.5 µs more to make the page's 12
/// objects; 1 µs more when two threads share the site's objects and the library.
package struct TemplateRenderer {
  private let program: Program
  private var contexts = ContextStack()
  private var calls = CallStack()
  private var loops: [Loop] = []
  private var log: RenderLog

  /// A section under way. A value that is no list counts as one element.
  private struct Loop {
    var elements: [TemplateValue]
    var next: Int
  }

  package init(_ library: TemplateLibrary, missing: MissingNames = .diagnose) {
    program = library.program
    log = RenderLog(program, missing)
  }

  /// Appends a template, filled, to `output`.
  ///
  /// - Parameter stack: the contexts, the innermost last: the site's object, then the page's.
  ///   Nothing is copied but references.
  package mutating func render(
    _ template: TemplateID, with stack: [TemplateValue], into output: inout ByteBuffer
  ) {
    contexts.replaceAll(with: stack)
    calls.removeAll()
    loops.removeAll(keepingCapacity: true)
    run(from: Int(program.entries[Int(template.number)]), into: &output)
  }

  /// Hands over what was found since the last call: each kind of finding once for a tag over the
  /// renderer's life.
  ///
  /// Taken after each page, and joined in the order of pages by `TemplateLibrary.firstForEachTag`,
  /// the findings do not depend on the number of threads, as long as each renderer gets its pages
  /// in ascending order.
  package mutating func takeDiagnostics() -> [Diagnostic] {
    log.take()
  }

  // MARK: Instructions

  private mutating func run(from entry: Int, into output: inout ByteBuffer) {
    let instructions = program.instructions
    let text = program.text
    var counter = entry
    while true {
      let instruction = instructions[counter]
      counter += 1
      switch instruction {
      case .text(let start, let end, let startsLine):
        let run = text.span.extracting(Int(start)..<Int(end))
        if calls.isIndented {
          appendIndented(run, startsLine: startsLine, to: &output)
        } else {
          output.append(run)
        }
      case .lineStart:
        calls.appendIndentation(to: &output)
      case .value(let name, let isEscaped):
        append(valueOf: name, isEscaped: isEscaped, to: &output)
      case .section(let name, let exit):
        if !enterSection(name) { counter = Int(exit) }
      case .inverted(let name, let exit):
        if value(of: name).isTruthy { counter = Int(exit) }
      case .next(let body):
        if nextElement() { counter = Int(body) }
      case .include(let template, let inclusion):
        guard let entry = enter(template, inclusion, returningTo: counter) else { return }
        counter = entry
      case .dynamicInclude(let name, let inclusion):
        guard let template = template(namedBy: name) else { continue }
        guard let entry = enter(template, inclusion, returningTo: counter) else { return }
        counter = entry
      case .block(let name, let indentation, let exit, let isWithinLine, let startsLine):
        let added = program.indentations[Int(indentation)]
        if let found = calls.override(of: name, in: program) {
          guard !calls.isFull else { return reportDepth(at: counter - 1) }
          calls.push(returningTo: Int(exit), adding: isWithinLine ? nil : added)
          calls.enterOverride(from: found.scope)
          counter = found.entry
        } else if startsLine {
          calls.appendIndentation(to: &output)
          output.append(added)
        }
      case .finish:
        guard let next = calls.pop() else { return }
        counter = next
      }
    }
  }

  /// Text with the indentation in force before each line.
  private func appendIndented(
    _ text: Span<UInt8>, startsLine: Bool, to output: inout ByteBuffer
  ) {
    if startsLine { calls.appendIndentation(to: &output) }
    var start = 0
    for index in text.indices where text[index] == 0x0A && index + 1 < text.count {
      output.append(text.extracting(start...index))
      calls.appendIndentation(to: &output)
      start = index + 1
    }
    output.append(text.extracting(start..<text.count))
  }

  private mutating func append(
    valueOf name: Int32, isEscaped: Bool, to output: inout ByteBuffer
  ) {
    switch value(of: name) {
    case .null: break
    case .bool(let flag): output.append(flag ? "true" : "false")
    case .integer(let number): output.append(decimal: number)
    case .string(let text):
      if isEscaped { output.append(escaping: text) } else { output.append(text) }
    case .bytes(let text):
      if isEscaped { output.append(escaping: text) } else { output.append(text) }
    case .html(let text): output.append(text)
    case .list: log.add(name, .value) { program.unprintable(name, "a list") }
    case .object: log.add(name, .value) { program.unprintable(name, "an object") }
    }
  }

  /// False if the section is not shown.
  private mutating func enterSection(_ name: Int32) -> Bool {
    let value = value(of: name)
    if case .list(let elements) = value {
      guard let first = elements.first else { return false }
      loops.append(Loop(elements: elements, next: 1))
      contexts.push(first)
      return true
    }
    guard value.isTruthy else { return false }
    loops.append(Loop(elements: [], next: 1))
    contexts.push(value)
    return true
  }

  /// False after the last element.
  private mutating func nextElement() -> Bool {
    let top = loops.count - 1
    let next = loops[top].next
    guard next < loops[top].elements.count else {
      loops.removeLast()
      contexts.pop()
      return false
    }
    loops[top].next = next + 1
    contexts.replaceLast(with: loops[top].elements[next])
    return true
  }

  /// The first instruction of an included template; nil when rendering has to stop.
  private mutating func enter(
    _ template: Int32, _ inclusion: Instruction.Inclusion, returningTo counter: Int
  ) -> Int? {
    if calls.isFull {
      reportDepth(at: counter - 1)
      return nil
    }
    let indentation = Int(inclusion.indentation)
    calls.push(
      returningTo: counter, adding: indentation < 0 ? nil : program.indentations[indentation])
    if inclusion.arguments >= 0 { calls.enter(arguments: inclusion.arguments) }
    return Int(program.entries[Int(template)])
  }

  private mutating func template(namedBy name: Int32) -> Int32? {
    let target: String
    switch value(of: name) {
    case .string(let text): target = text
    case .bytes(let text): target = String(decoding: text, as: UTF8.self)
    case .integer(let number): target = String(number)
    default: return nil
    }
    if let template = program.templates[target] { return template }
    log.add(name, .template) { program.missingTemplate(target, name) }
    return nil
  }

  private mutating func value(of name: Int32) -> TemplateValue {
    let parts = program.names[Int(name)].parts
    switch contexts.resolve(parts, of: program) {
    case .found(let value): return value
    case .null: return .null
    case .missing(let part):
      log.add(name, .name) {
        program.unknownName(
          name, at: part, visible: contexts.names(besidePart: part, of: parts, in: program))
      }
      return .null
    }
  }

  private mutating func reportDepth(at instruction: Int) {
    log.addDepth { program.tooDeep(at: instruction) }
  }
}
