/// One step of libyaml through a document. Offsets are bytes from the start of the file.
struct YAMLEvent {
  enum Kind {
    case documentStart
    case documentEnd
    case streamEnd
    case scalar(String, YAMLScalarStyle)
    case alias(String)
    case sequenceStart(isFlow: Bool)
    case mappingStart(isFlow: Bool)
    case collectionEnd
  }

  var kind: Kind
  var start: Int
  var end: Int
  var anchor: String?
  var tag: String?
}
