import ByteText
import Exporters
import Fetch
import JSON

/// One request and what came of it, as a line of JSON. It holds no header that was sent.
struct Recording: Sendable {
  var provider: String?
  var model: String?
  /// Of the request as `hash(of:)` gives it; nil in a line that answers any.
  var hash: String?
  var request: JSONValue?
  var status = 200
  var headers = HeaderFields()
  /// The body as it came.
  var chunks: [[UInt8]] = []
  /// The words of the answer, in place of its bytes.
  var text: String?
  /// Whether the connection broke off.
  var isCut = false

  /// What an answer is read by; nobody is told by them.
  static let keptHeaders: Set<String> = [
    "content-type", "retry-after", "retry-after-ms", "x-should-retry", "x-request-id", "request-id",
  ]

  /// A digest of what is asked: the provider, the model and the body with its keys in order, without
  /// what only says how the answer is to come.
  static func hash(of call: ProviderCall) -> String {
    var body = call.body.object ?? JSONObject()
    for key in ["stream", "stream_options"] { body[key] = nil }
    let asked: JSONValue = [
      "provider": .string(call.provider.rawValue), "model": .string(call.model),
      "body": sorted(.object(body)),
    ]
    var buffer = ByteBuffer()
    buffer.append(json: asked)
    return SHA256.hexadecimal(of: buffer.array)
  }

  private static func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map(sorted))
    case .object(let object):
      var ordered = JSONObject()
      for member in object.members.sorted(by: { $0.key < $1.key }) {
        ordered[member.key] = sorted(member.value)
      }
      return .object(ordered)
    default: return value
    }
  }
}

// As a line.
extension Recording {
  /// With its line break.
  var line: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      if let provider { json.member("provider", provider) }
      if let model { json.member("model", model) }
      if let hash { json.member("hash", hash) }
      if let request { json.member("request", request) }
      json.member("status", status)
      json.object("headers") { json in
        for field in headers.fields { json.member(field.name, field.value) }
      }
      if let text {
        json.member("text", text)
      } else {
        json.array("chunks") { json in for chunk in chunks { json.value(Self.value(of: chunk)) } }
      }
      if isCut { json.member("cut", true) }
    }
    return json.finish().array + [UInt8(ascii: "\n")]
  }

  /// - Throws: Words for what is wrong with it.
  init(_ value: JSONValue) throws(RecordingProblem.Line) {
    guard let object = value.object else { throw .init("it is no object") }
    provider = object["provider"]?.string
    model = object["model"]?.string
    hash = object["hash"]?.string
    request = object["request"]
    if let told = object["status"] {
      guard let number = told.integer, (100..<600).contains(number) else {
        throw .init("its \"status\" is no status of HTTP")
      }
      status = number
    }
    for member in object["headers"]?.object?.members ?? [] {
      if let text = member.value.string { headers.add(member.key, text) }
    }
    text = object["text"]?.string
    for chunk in object["chunks"]?.array ?? [] { chunks.append(try Self.bytes(of: chunk)) }
    guard text != nil || object["chunks"]?.array != nil else {
      throw .init("it has neither \"text\" nor \"chunks\"")
    }
    isCut = object["cut"]?.bool ?? false
  }

  /// Text where it is UTF-8, else `{"hex": "…"}`.
  private static func value(of chunk: [UInt8]) -> JSONValue {
    if let text = String(validating: chunk, as: UTF8.self) { return .string(text) }
    let digits = Array("0123456789abcdef".utf8)
    let hex = chunk.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return ["hex": .string(String(decoding: hex, as: UTF8.self))]
  }

  private static func bytes(of chunk: JSONValue) throws(RecordingProblem.Line) -> [UInt8] {
    if let text = chunk.string { return Array(text.utf8) }
    let digits = chunk["hex"]?.string.map { $0.compactMap(\.hexDigitValue) } ?? []
    guard let hex = chunk["hex"]?.string, digits.count == hex.count, hex.count.isMultiple(of: 2)
    else { throw .init("one of its chunks is neither text nor {\"hex\": …}") }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
