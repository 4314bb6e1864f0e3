import CYAML

/// Walks one YAML text with libyaml. The only file that knows libyaml; none of its pointers leave
/// it.
///
/// The bytes must outlive the reader.
struct EventReader: ~Copyable {
  /// On the heap: libyaml keeps the parser's own address as its reading context.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let base: Int
  private let isReady: Bool
  private var offsets: CharacterOffsets

  /// - Parameter base: the offset of the first byte in its file, added to every position.
  init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    self.base = base
    offsets = CharacterOffsets(bytes)
    parser = .allocate(capacity: 1)
    isReady = yaml_parser_initialize(parser) == 1
    if isReady {
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
  }

  mutating func next() throws(SyntaxProblem) -> YAMLEvent {
    guard isReady else { throw SyntaxProblem(problem: "there is not enough memory", offset: base) }
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
      defer { yaml_event_delete(&event) }
      if let converted = convert(event) { return converted }
    }
  }

  private mutating func convert(_ event: yaml_event_t) -> YAMLEvent? {
    var anchor: UnsafeMutablePointer<UInt8>?
    var tag: UnsafeMutablePointer<UInt8>?
    let kind: YAMLEvent.Kind
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      anchor = scalar.anchor
      tag = scalar.tag
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      kind = .scalar(text, Self.style(scalar.style))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      anchor = sequence.anchor
      tag = sequence.tag
      kind = .sequenceStart(isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      anchor = mapping.anchor
      tag = mapping.tag
      kind = .mappingStart(isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .collectionEnd
    case YAML_ALIAS_EVENT: kind = .alias(event.data.alias.anchor.map { String(cString: $0) } ?? "")
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    default: return nil
    }
    let start = offset(event.start_mark)
    var end = offset(event.end_mark)
    if case .scalar(_, .block) = kind {
      end = base + offsets.withoutTrailingSpace(end - base, from: start - base)
    }
    return YAMLEvent(
      kind: kind, start: start, end: end,
      anchor: anchor.map { String(cString: $0) }, tag: tag.map { String(cString: $0) })
  }

  private mutating func offset(_ mark: yaml_mark_t) -> Int {
    base + offsets.byteOffset(ofCharacter: mark.index)
  }

  private mutating func problem() -> SyntaxProblem {
    let state = parser.pointee
    let words = state.problem.map { String(cString: $0) } ?? "the text cannot be read"
    if state.error == YAML_READER_ERROR {
      return SyntaxProblem(problem: words, offset: base + state.problem_offset, isEncoding: true)
    }
    guard let context = state.context.map({ String(cString: $0) }) else {
      return SyntaxProblem(problem: words, offset: offset(state.problem_mark))
    }
    return SyntaxProblem(
      problem: words, offset: offset(state.problem_mark), context: context,
      contextOffset: offset(state.context_mark))
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLScalarStyle {
    switch style {
    case YAML_PLAIN_SCALAR_STYLE, YAML_ANY_SCALAR_STYLE: .plain
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .quoted
    }
  }
}
