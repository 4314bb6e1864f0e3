@testable import JSON
@testable import LanguageServer

extension Target {
  /// Messages of an editor: as bytes, or each line as a message. What the server says is well-formed. It is
  /// given no folder that is there, so that no input can make it read files.
  static let lsp = Target(name: "lsp") { input in
    let choice = Choice(input)
    var server = LanguageServer(version: "1", folder: "/nonexistent/guide")
    var said: [UInt8] = []
    if choice.has(bit: 0) {
      for line in choice.rest.split(separator: 0x0A) {
        said += server.receive(Array("Content-Length: \(line.count)\r\n\r\n".utf8) + line)
      }
    } else {
      said += server.receive(choice.rest)
    }
    var rest = said[...]
    while !rest.isEmpty {
      let head = rest.prefix { $0 != UInt8(ascii: "\r") }
      let digits = head.split(separator: UInt8(ascii: " ")).last ?? []
      let length = Int(String(decoding: digits, as: UTF8.self)) ?? -1
      let body = rest.dropFirst(head.count + 4).prefix(max(0, length))
      require(body.count == length, "a message is shorter than it says")
      require((try? JSONValue(parsing: Array(body))) != nil, "a message is no JSON")
      rest = rest[body.endIndex...]
    }
  }
}
