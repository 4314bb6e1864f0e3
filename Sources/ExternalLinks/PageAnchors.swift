import Diagnostics

/// The places that a fetched page can be entered at.
///
/// Reads tags as the HTML standard cuts them, and nothing else of it: what is wrong in a page of
/// somebody else does not matter here.
struct PageAnchors {
  enum Finding: Hashable, Sendable {
    case found
    /// Not there; with the nearest name that is.
    case missing(near: String?)
    /// The page may get it from a script, or was not read to its end.
    case unknown
  }

  /// The ids of all elements and the names of links.
  private(set) var names: Set<String> = []
  private(set) var scripts: [UInt8] = []
  /// Bytes of text that a reader sees.
  private(set) var textCount = 0
  private let isWhole: Bool
  private let isUTF8: Bool

  init(_ page: [UInt8], isWhole: Bool) {
    self.isWhole = isWhole
    isUTF8 = String(validating: page, as: UTF8.self) != nil
    var tags = TagReader(page)
    while let tag = tags.next() {
      names.formUnion(tag.anchors)
      if tag.isScript { scripts += tag.content + [0x0A] }
    }
    textCount = tags.textCount
  }

  func finding(for fragment: Fragment) -> Finding {
    let wanted = fragment.names
    if wanted.contains(where: names.contains) { return .found }
    if names.contains(where: { wanted.contains(Fragment.percentDecoded($0)) }) { return .found }
    if wanted.contains(where: isQuotedInScript) { return .found }
    guard isWhole, fragment.isASCII || isUTF8 else { return .unknown }
    // A page that is nearly all script shows what the script makes.
    if !scripts.isEmpty, textCount < Self.leastText { return .unknown }
    let near = NearMiss.best(for: Fragment.percentDecoded(fragment.written), among: names.sorted())
    return .missing(near: near)
  }

  private static let leastText = 400

  /// Whether a script holds the name by itself, as data for a page that is put together later:
  /// `"id":"setup"`, `id=\"setup\"`, `"#setup"`.
  private func isQuotedInScript(_ name: String) -> Bool {
    let name = Array(name.utf8)
    guard name.count > 1, scripts.count >= name.count else { return false }
    let quotes = Array("\"'`\\#".utf8)
    var index = 1
    while index + name.count < scripts.count {
      if scripts[index] == name[0], quotes.contains(scripts[index - 1]),
        quotes.contains(scripts[index + name.count]),
        scripts[index..<(index + name.count)].elementsEqual(name)
      {
        return true
      }
      index += 1
    }
    return false
  }
}
