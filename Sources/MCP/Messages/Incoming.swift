import JSON

/// One message of the client, as far as JSON-RPC goes.
enum Incoming: Hashable {
  case request(Request)
  case notification(method: String, parameters: JSONObject)
  /// The answer to a request of ours: its result, or nil where the client sent an error.
  case answer(RequestID, result: JSONValue?)
  /// Something that is no message. It is answered by the error, with the id where it has a good one.
  case malformed(RPCError, id: RequestID?)

  init(_ value: JSONValue) {
    guard let object = value.object else {
      self = .malformed(RPCError(.invalidRequest, "a message is an object"), id: nil)
      return
    }
    let id = RequestID(object["id"])
    func malformed(_ message: String) -> Incoming {
      .malformed(RPCError(.invalidRequest, message), id: id)
    }
    guard object["jsonrpc"] == "2.0" else {
      self = malformed("\"jsonrpc\" is \"2.0\"")
      return
    }
    guard let method = object["method"] else {
      guard object.contains("result") || object.contains("error") else {
        self = malformed("a request has a \"method\"")
        return
      }
      // What nobody asked for is not answered: two programs would go on for ever.
      self =
        id.map { Incoming.answer($0, result: object["result"]) }
        ?? .notification(method: "", parameters: [:])
      return
    }
    guard let method = method.string else {
      self = malformed("\"method\" is a text")
      return
    }
    let parameters = object["params"] ?? .object([:])
    if !object.contains("id") {
      self = .notification(method: method, parameters: parameters.object ?? [:])
    } else if id == nil {
      self = malformed("the \"id\" of a request is a text or a whole number")
    } else if let id, let parameters = parameters.object {
      self = .request(Request(id: id, method: method, parameters: parameters))
    } else {
      self = malformed("\"params\" is an object")
    }
  }
}

/// Something that the client wants to know, and has to be told.
struct Request: Hashable {
  var id: RequestID
  var method: String
  var parameters: JSONObject
}
