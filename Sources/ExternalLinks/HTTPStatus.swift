/// What the numbers of HTTP mean.
enum HTTPStatus {
  /// The number with the name that RFC 9110 gives it.
  static func named(_ status: Int) -> String {
    names[status].map { "\(status) \($0)" } ?? "\(status)"
  }

  /// Whether servers answer so to programs they do not know, and a reader with a browser may be
  /// answered better. 999 is what LinkedIn says.
  static func mayRefusePrograms(_ status: Int) -> Bool {
    [401, 402, 403, 405, 406, 407, 408, 418, 421, 451, 999].contains(status)
  }

  private static let names: [Int: String] = [
    204: "No Content", 300: "Multiple Choices", 301: "Moved Permanently", 302: "Found",
    303: "See Other", 304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect",
    400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden",
    404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable",
    407: "Proxy Authentication Required", 408: "Request Timeout", 409: "Conflict", 410: "Gone",
    414: "URI Too Long", 421: "Misdirected Request", 429: "Too Many Requests",
    451: "Unavailable For Legal Reasons", 500: "Internal Server Error", 501: "Not Implemented",
    502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
  ]
}
