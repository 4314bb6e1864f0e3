import ByteText
import Diagnostics
import Fetch
import FileTree
import Patterns
import Terminal

/// The patterns at an address, with a copy on this machine: a file that has not changed is not
/// fetched again, and without a connection the copy is used.
struct WebPatterns {
  private let address: String
  private let cache: String?
  private let isCurrent: Bool

  /// - Parameter isCurrent: Whether only what the server has now will do.
  init(_ address: String, isCurrent: Bool) {
    self.isCurrent = isCurrent
    var address = address
    while address.hasSuffix("/") { address.removeLast() }
    if address.hasSuffix("/index.json") { address.removeLast("/index.json".count) }
    self.address = address
    let name = SHA256.hexadecimal(of: Array(address.utf8)).prefix(32)
    cache = Environment.cacheFolder.map { "\($0)/turnbook/patterns/\(name)" }
  }

  func set() throws(Refusal) -> PatternSet {
    if address.hasSuffix(".json") {
      let bytes = try fresh("", cachedAs: "pattern.json") { (bytes) throws(Refusal) in
        guard (try? PatternFile.decoded(bytes)) != nil else {
          throw Refusal(.work, "\(address): it is no pattern file")
        }
      }
      let pattern = try PatternSet.decoded(bytes, address)
      let entry = PatternIndex.Entry(pattern, file: bytes)
      return PatternSet(
        place: address, index: PatternIndex([entry]), known: [pattern.id: pattern]
      ) { _ in bytes }
    }
    let bytes = try fresh("/index.json", cachedAs: "index.json") { (bytes) throws(Refusal) in
      _ = try PatternSet.index(bytes, address)
    }
    let index = try PatternSet.index(bytes, address + "/index.json")
    return PatternSet(place: address, index: index) { (entry) throws(Refusal) in
      if let copy = copy(of: entry.url), SHA256.hexadecimal(of: copy) == entry.sha256 {
        return copy
      }
      let bytes = try fetched("/" + entry.url)
      if SHA256.hexadecimal(of: bytes) == entry.sha256 { keep(bytes, as: entry.url) }
      return bytes
    }
  }

  /// What the server has now; else the copy, with a note.
  private func fresh(
    _ path: String, cachedAs name: String, check: ([UInt8]) throws(Refusal) -> Void
  ) throws(Refusal) -> [UInt8] {
    do throws(Refusal) {
      let bytes = try fetched(path)
      try check(bytes)
      keep(bytes, as: name)
      return bytes
    } catch {
      guard !isCurrent, let copy = copy(of: name) else { throw error }
      Notice.tell("\(address) cannot be asked; the copy of the last time is used")
      return copy
    }
  }

  private func copy(of name: String) -> [UInt8]? {
    cache.flatMap { try? FileReader.read("\($0)/\(name)", limit: PatternSet.limit) }
  }

  /// A copy that cannot be kept is no failure.
  private func keep(_ bytes: [UInt8], as name: String) {
    guard let cache else { return }
    let file = NewFiles.File(path: name, bytes: bytes)
    try? NewFiles.write([file], in: cache, replacing: true)
  }

  private func fetched(_ path: String) throws(Refusal) -> [UInt8] {
    let text = address + path
    guard let address = WebAddress(text) else {
      throw Refusal(.work, "\"\(text)\" is not an address on the web")
    }
    let fetcher = Fetcher(FetchOptions(userAgent: "turn/\(Version.text)"))
    var outcome: Result<FetchReply, FetchFailure>?
    do throws(MissingLibrary) {
      _ = try fetcher.run([FetchRequest(address, bodyLimit: PatternSet.limit)]) { _, result in
        outcome = result.outcome
        return .done
      }
    } catch {
      throw Refusal(.work, "\(error.message); \(error.help)")
    }
    switch outcome {
    case .success(let reply) where reply.status == 200 && !reply.isCut: return reply.body
    case .success(let reply) where reply.isCut:
      throw Refusal(.work, "\(text): the answer is larger than \(PatternSet.limit >> 20) MiB")
    case .success(let reply): throw Refusal(.work, "\(text): the server answers \(reply.status)")
    case .failure(let failure): throw Refusal(.work, "\(text): \(failure.words)")
    case nil: throw Refusal(.work, "\(text): there was no answer")
    }
  }
}
