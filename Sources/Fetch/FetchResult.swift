/// What came of a request, redirects followed.
package struct FetchResult: Sendable {
  /// Every address that was asked, in order: the last one answered, or failed.
  package var hops: [Hop]
  package var outcome: Result<FetchReply, FetchFailure>

  package struct Hop: Sendable {
    package var address: WebAddress
    /// 0 where there was no answer.
    package var status: Int
    /// Whether the answer set a cookie. Cookies are not kept, and some servers insist.
    package var setsCookie: Bool
  }
}

/// The answer of the last server.
package struct FetchReply: Sendable {
  package var status: Int
  /// The kind of body in lower case, without parameters; empty where the server does not say.
  package var mediaType: String
  /// The parameters of the content type in lower case, such as `charset=utf-8`.
  package var mediaParameters: String
  /// As much of the body as was asked for.
  package var body: [UInt8]
  /// Whether there is more of the body than that.
  package var isCut: Bool
  /// How many seconds the server wants to be left alone; nil where it does not say.
  package var retryAfter: Int?
}
