package import Exporters

/// An endpoint and the key for it, as an environment tells them.
package struct ProviderAccess: Sendable {
  package let endpoint: ProviderEndpoint
  package let key: APIKey?

  /// - Parameters:
  ///   - baseURL: Where a person wants it asked: any server that speaks like the provider. It may want
  ///     no key; one that is set goes there all the same, as with the providers' own packages.
  ///   - environment: The value of a variable; nil where it is not set.
  package init(
    _ provider: Provider, baseURL: String? = nil, environment: (String) -> String?
  ) throws(ProviderFailure) {
    endpoint = try ProviderEndpoint(provider, baseURL: baseURL, environment: environment)
    var found: APIKey?
    for name in provider.keyVariables where found == nil {
      guard let text = environment(name), !text.isEmpty else { continue }
      guard let key = APIKey(text) else {
        throw ProviderFailure(.unusableKey(variable: name), of: provider)
      }
      found = key
    }
    if found == nil, endpoint.isUsual, !provider.keyVariables.isEmpty {
      throw ProviderFailure(.missingKey, of: provider)
    }
    key = found
  }
}
