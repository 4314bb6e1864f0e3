import Testing

struct HTTPLexerTests {
  static let cases = [
    Case("a request", "GET /a HTTP/1.1\nHost: b", ["nf GET", "s /a", "k HTTP/1.1", "na Host"]),
    Case(
      "a response with JSON", "HTTP/2 200 OK\nContent-Type: application/json\n\n{\"a\": 1}",
      [
        "k HTTP/2", "m 200", "s OK", "na Content-Type", "nt \"a\"", "m 1",
      ]),
    Case(
      "a body with markup", "HTTP/1.1 404\r\nContent-type: text/html\r\n\r\n<p>",
      ["k HTTP/1.1", "m 404", "na Content-type", "nt p"]),
    Case("headers alone", "Accept: */*", ["na Accept"]),
  ]

  @Test("requests and responses are coloured by their rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "http")
    #expect(found == example.colours)
  }
}
