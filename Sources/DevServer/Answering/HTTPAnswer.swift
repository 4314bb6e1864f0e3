/// What a client is answered.
package struct HTTPAnswer: Equatable, Sendable {
  package typealias Header = HTTPRequest.Header

  package enum Body: Equatable, Sendable {
    case bytes([UInt8])
    /// A part of a file, in bytes.
    case file(path: String, part: Range<Int>)
    /// The events of the hub, as long as the client listens.
    case events
  }

  package var status: Int
  package var headers: [Header]
  package var body: Body

  package init(_ status: Int, headers: [Header] = [], body: Body = .bytes([])) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of a header; nil where it is not there.
  package func value(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// A few words for a person, or for a program that asked wrongly.
  static func refusal(_ status: Int, _ words: String) -> HTTPAnswer {
    HTTPAnswer(
      status, headers: [Header("Content-Type", "text/plain; charset=utf-8")],
      body: .bytes(Array((words + "\n").utf8)))
  }
}
