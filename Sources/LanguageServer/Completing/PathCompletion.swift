import ByteText
import Diagnostics
import Links
import Pages
import Site

/// The pages and files that a link can lead to, as they are written from one page.
struct PathCompletion {
  let desk: Desk
  /// The path in the content folder that the targets are seen from; empty for the folder itself.
  let source: [UInt8]
  private static let limit = 100

  init(_ desk: Desk, from source: String) {
    self.desk = desk
    self.source = Array(source.utf8)
  }

  /// - Parameters:
  ///   - typed: the beginning of the target.
  ///   - hasFiles: Whether files that are no pages belong to the answer.
  func list(_ typed: String, replacing range: ByteRange, hasFiles: Bool = true) -> CompletionList {
    let catalog = desk.guide.catalog
    let wanted = Self.needle(typed)
    let isRooted = typed.hasPrefix("/")
    var found: [(rank: Int, path: [UInt8], title: String?)] = []
    for (index, path) in catalog.pathBytes.enumerated() where path != source {
      let title = catalog.pages[index].title
      if let rank = Self.rank(wanted, path, title) { found.append((rank, path, title)) }
    }
    if hasFiles {
      for file in catalog.files {
        let path = Array(file.utf8)
        if let rank = Self.rank(wanted, path, "") { found.append((rank, path, nil)) }
      }
    }
    let folder = source.lastIndex(of: UInt8(ascii: "/")).map { source[...$0] } ?? []
    let sorted = found.enumerated().map { place, entry in
      // What lies in the same folder first.
      (entry.rank * 2 + (entry.path.starts(with: folder) ? 0 : 1), place)
    }.sorted { $0 < $1 }
    let items = sorted.prefix(Self.limit).map { _, place in
      item(found[place].path, found[place].title, isRooted: isRooted, typed)
    }
    return CompletionList(items: items, range: range, isIncomplete: found.count > Self.limit)
  }

  private func item(
    _ path: [UInt8], _ title: String?, isRooted: Bool, _ typed: String
  ) -> CompletionItem {
    var target = isRooted ? [UInt8(ascii: "/")] + path : RelativeURL.path(from: source, to: path)
    if typed.hasPrefix("./"), target.first != UInt8(ascii: ".") {
      target = Array("./".utf8) + target
    }
    let text = Self.escaped(target)
    return CompletionItem(
      label: text, kind: .file, detail: title, filter: title.map { "\(text) \($0)" } ?? text,
      text: text)
  }

  /// What a link's target cannot hold as it stands is percent-encoded.
  private static func escaped(_ path: [UInt8]) -> String {
    var escaped: [UInt8] = []
    for byte in path {
      if byte <= 0x20 || byte == 0x7F || #"()<>%?#|\"'"#.utf8.contains(byte) {
        escaped += "%".utf8
        escaped += String(byte >> 4, radix: 16, uppercase: true).utf8
        escaped += String(byte & 15, radix: 16, uppercase: true).utf8
      } else {
        escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// What is looked for: the typed path without its way through folders above.
  private static func needle(_ typed: String) -> [UInt8] {
    var rest = Array(typed.utf8)[...]
    while let slash = rest.firstIndex(of: UInt8(ascii: "/")),
      rest[..<slash].allSatisfy({ $0 == UInt8(ascii: ".") })
    {
      rest = rest[(slash + 1)...]
    }
    return PercentEncoding.decoded(rest.drop { $0 == UInt8(ascii: ".") }).map(Letters.lower)
  }

  /// How well something fits; nil where it does not. 0 is best.
  private static func rank(_ wanted: [UInt8], _ path: [UInt8], _ title: String) -> Int? {
    if wanted.isEmpty { return 0 }
    let name = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    if Letters.begins(path[name...], wanted) || Letters.begins(path[...], wanted) { return 0 }
    if Letters.contains(path, wanted) { return 1 }
    var title = title
    return title.withUTF8 { Letters.contains($0, wanted) } ? 1 : nil
  }
}
