import JSON

/// Why a request has no result, as JSON-RPC says it.
struct RPCError: Error, Hashable {
  /// The codes of JSON-RPC 2.0, section 5.1, and those that the protocol adds.
  enum Code: Int64 {
    case parse = -32700
    case invalidRequest = -32600
    case unknownMethod = -32601
    case invalidParameters = -32602
    case `internal` = -32603
    /// Until 2025-11-25; later revisions call it invalid parameters.
    case unknownResource = -32002
    case unsupportedVersion = -32022
  }

  var code: Code
  /// In plain words, a sentence without a full stop.
  var message: String
  var data: JSONValue?

  init(_ code: Code, _ message: String, data: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }

  init(_ fault: ShelfFault) { self.init(.internal, fault.message) }

  var json: JSONValue {
    var object: JSONObject = ["code": .integer(code.rawValue), "message": .string(message)]
    object["data"] = data
    return .object(object)
  }
}
