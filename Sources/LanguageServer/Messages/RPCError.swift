import JSON

/// Why a request has no result, as JSON-RPC says it.
struct RPCError: Error, Hashable {
  /// The codes of JSON-RPC 2.0, section 5.1, and those of the Language Server Protocol.
  enum Code: Int64 {
    case parse = -32700
    case invalidRequest = -32600
    case unknownMethod = -32601
    case invalidParameters = -32602
    case notInitialized = -32002
    /// The client took the request back.
    case cancelled = -32800
    /// The request is well formed, and cannot be done.
    case failed = -32803
  }

  var code: Code
  /// In plain words, a sentence without a full stop.
  var message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  var json: JSONValue {
    ["code": .integer(code.rawValue), "message": .string(message)]
  }
}
