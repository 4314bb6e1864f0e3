import Links
import Pages

/// How a link to a page or file is best written in the source of another page.
enum LinkSpelling {
  /// - Parameters:
  ///   - suffix: `?query#fragment`, kept as it is.
  ///   - written: the target that stands there now; a path from the root stays one.
  static func of(
    _ target: Candidates.Target, suffix: [UInt8], from source: Int, like written: [UInt8] = [],
    in catalog: Catalog
  ) -> String {
    let path: [UInt8]
    switch target {
    case .page(let page): path = catalog.pathBytes[page]
    case .file(let file): path = Array(file.utf8)
    }
    var spelled: [UInt8]
    if written.first == UInt8(ascii: "/") {
      spelled = [UInt8(ascii: "/")] + path
    } else {
      spelled = RelativeURL.path(from: catalog.pathBytes[source], to: path)
      let dot = Array("./".utf8)
      if written.starts(with: dot), spelled.first != UInt8(ascii: ".") { spelled = dot + spelled }
    }
    return escaped(spelled) + String(decoding: suffix, as: UTF8.self)
  }

  /// A path as the target of a Markdown link: only what would end the link or the cell of a table it
  /// stands in, or mean something else, is percent-encoded, so that letters of all scripts stay
  /// readable.
  static func escaped(_ path: [UInt8]) -> String {
    var escaped: [UInt8] = []
    for byte in path {
      if byte <= 0x20 || byte == 0x7F || #"()<>%?#&|\"'"#.utf8.contains(byte) {
        escaped.append(UInt8(ascii: "%"))
        escaped += Array(String(byte, radix: 16, uppercase: true).utf8).padded
      } else {
        escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Two digits.
  fileprivate var padded: [UInt8] { count < 2 ? [UInt8(ascii: "0")] + self : self }
}
