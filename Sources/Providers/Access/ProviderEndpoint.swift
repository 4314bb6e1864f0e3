package import Exporters
package import Fetch

/// Whom to ask, and where.
package struct ProviderEndpoint: Sendable, Hashable {
  package let provider: Provider
  package let base: WebAddress
  /// Whether it is the provider's own server, which wants a key.
  package let isUsual: Bool

  /// - Parameters:
  ///   - baseURL: Where a person wants it asked; nil for what the environment says, or as usual.
  ///   - environment: The value of a variable; nil where it is not set.
  package init(
    _ provider: Provider, baseURL: String? = nil, environment: (String) -> String? = { _ in nil }
  ) throws(ProviderFailure) {
    guard let usual = provider.base else {
      throw ProviderFailure(.notSupported, of: provider)
    }
    let set = environment(usual.variable).flatMap { $0.isEmpty ? nil : $0 }
    let wished = baseURL ?? set
    let source = baseURL == nil && wished != nil ? usual.variable : nil
    let text = wished ?? usual.standard
    let address = provider == .ollama ? Self.ollama(text) : WebAddress(text)
    guard let address else {
      throw ProviderFailure(.unusableAddress(variable: source), of: provider)
    }
    self.provider = provider
    base = address
    isUsual = WebAddress(usual.standard) == address
  }

  /// Where one request goes. A base that ends in the request's own path is taken as it is.
  func address(model: String?) -> WebAddress {
    let path = provider.path(model: model, isStreamed: true) ?? ""
    let parts = path.split(separator: "?", maxSplits: 1)
    let place = parts.first.map(String.init) ?? ""
    var address = base.path.hasSuffix(place) ? base : base.appending(path: place)
    if parts.count > 1 { address = address.adding(query: String(parts[1])) }
    return address
  }

  /// What Ollama takes for the name of a server: a host, perhaps with a port, perhaps a URL. Its own
  /// server may be told to listen at 0.0.0.0, which nobody can be asked at.
  private static func ollama(_ text: String) -> WebAddress? {
    var text = text
    let hasScheme = text.contains("://")
    if text.hasPrefix(":") { text = "127.0.0.1" + text }
    guard let address = WebAddress(hasScheme ? text : "http://" + text) else { return nil }
    let host = address.host == "0.0.0.0" ? "127.0.0.1" : address.host
    // `http://host` means its usual port, `host` alone that of Ollama; `host:80` says what it wants.
    let authority = text.prefix { $0 != "/" }
    let named = authority.last != "]" && authority.contains(":")
    let hasPort = hasScheme || named && (!authority.hasPrefix("[") || authority.contains("]:"))
    return address.with(host: host, port: hasPort ? address.port : 11434)
  }
}
