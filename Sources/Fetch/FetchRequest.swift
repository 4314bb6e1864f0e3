/// What is asked of a server.
package struct FetchRequest: Sendable {
  package enum Method: Sendable { case head, get }

  package var address: WebAddress
  package var method: Method
  /// The most bytes of a body to keep, counted after decompression; 0 where only the status matters.
  package var bodyLimit: Int
  /// The kinds of body to keep, in lower case; empty for every kind.
  package var mediaTypes: [String]

  package init(
    _ address: WebAddress, method: Method = .get, bodyLimit: Int = 0, mediaTypes: [String] = []
  ) {
    self.address = address
    self.method = method
    self.bodyLimit = bodyLimit
    self.mediaTypes = mediaTypes
  }
}
