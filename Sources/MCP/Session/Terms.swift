import JSON

/// What holds for one request: the revision that it is answered by, and whether the client puts
/// questions to the person.
struct Terms: Hashable {
  var revision: Revision
  var canAsk = false

  private static let prefix = "io.modelcontextprotocol/"
  static let serverInfoKey = prefix + "serverInfo"

  init(_ revision: Revision, capabilities: JSONObject) {
    self.revision = revision
    guard revision.hasTitles, let forms = capabilities["elicitation"]?.object else { return }
    // Before there were other ways than a form, nothing had to be said.
    canAsk = forms.isEmpty || forms["form"]?.object != nil
  }

  /// What a request of the stateless kind says of itself; nil for a request of the other kind.
  init?(_ request: Request) throws(RPCError) {
    guard let meta = request.parameters["_meta"]?.object,
      let version = meta[Self.prefix + "protocolVersion"]
    else { return nil }
    guard let version = version.string else { throw Self.invalid("protocolVersion", "a text") }
    guard let revision = Revision(rawValue: version), revision.isStateless else {
      throw RPCError(
        .unsupportedVersion, "the protocol's version \(version) is not spoken here",
        data: [
          "supported": .array(Revision.names.map { .string($0) }), "requested": .string(version),
        ])
    }
    guard let capabilities = meta[Self.prefix + "clientCapabilities"]?.object else {
      throw Self.invalid("clientCapabilities", "an object, which is needed")
    }
    if let info = meta[Self.prefix + "clientInfo"], info.object == nil {
      throw Self.invalid("clientInfo", "an object")
    }
    self.init(revision, capabilities: capabilities)
  }

  private static func invalid(_ key: String, _ what: String) -> RPCError {
    RPCError(.invalidParameters, "_meta[\"\(prefix)\(key)\"] is \(what)")
  }
}
