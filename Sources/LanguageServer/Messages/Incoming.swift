import JSON

/// One message of the client, as far as JSON-RPC goes.
enum Incoming {
  case request(Request)
  case notification(method: String, parameters: JSONObject)
  /// The answer to a request of ours.
  case answer(RequestID)
  /// Something that is no message. It is answered by the error, with the id where it has a good one.
  case malformed(RPCError, id: RequestID?)

  init(_ bytes: [UInt8]) {
    do throws(JSONError) {
      self.init(try JSONValue(parsing: bytes, duplicateKeys: .keepLast))
    } catch {
      self = .malformed(RPCError(.parse, "no JSON: \(error)"), id: nil)
    }
  }

  private init(_ value: JSONValue) {
    guard let object = value.object else {
      self = .malformed(RPCError(.invalidRequest, "a message is an object"), id: nil)
      return
    }
    let id = RequestID(object["id"])
    guard object["jsonrpc"] == "2.0" else {
      self = .malformed(RPCError(.invalidRequest, "\"jsonrpc\" is \"2.0\""), id: id)
      return
    }
    // Some clients send null, or an empty array, where there are none.
    let parameters = object["params"]?.object ?? [:]
    switch (object["method"]?.string, id) {
    case (let method?, let id?):
      self = .request(Request(id: id, method: method, parameters: parameters))
    case (let method?, nil) where !object.contains("id"):
      self = .notification(method: method, parameters: parameters)
    case (nil, let id?) where object.contains("result") || object.contains("error"):
      self = .answer(id)
    default:
      self = .malformed(
        RPCError(.invalidRequest, "a request has a \"method\" and a good \"id\""), id: id)
    }
  }
}

/// Something that the client wants to know, and has to be told.
struct Request {
  var id: RequestID
  var method: String
  var parameters: JSONObject
}
