import Commands
import FileTree
import MCP
import Patterns
import Terminal

/// `turn mcp`: lets other programs use the patterns, by the Model Context Protocol on standard input
/// and output.
struct MCPCommand {
  private let from: String?

  init(_ invocation: Invocation) { from = invocation.value("from") }

  /// Answers until the input ends. Nothing but the protocol is written to standard output.
  func run() throws(Refusal) {
    let patterns = ServedPatterns(try PatternSearch.collection(from: from), from: from)
    var server = MCPServer(patterns.shelf, version: Version.text)
    let input = StandardInput()
    if StandardInput.isTerminal {
      Notice.tell("waiting for a program that speaks the Model Context Protocol; Ctrl-D ends it")
    }
    while true {
      let bytes: [UInt8]
      do throws(FileError) { bytes = try input.piece() } catch { throw Refusal(error) }
      guard !bytes.isEmpty else { break }
      patterns.look()
      try Output.send(server.receive(bytes))
    }
    try Output.send(server.finish())
  }
}

/// The patterns that a server goes on to offer while their guide is built anew.
private final class ServedPatterns {
  private let from: String?
  private var collection: Collection
  private var stamps: [FileStamp?]

  init(_ collection: Collection, from: String?) {
    self.collection = collection
    self.from = from
    stamps = Self.stamps(of: collection)
  }

  /// Reads the indexes again where one of them has changed. Where they cannot be read, what was
  /// read before stays.
  func look() {
    let now = Self.stamps(of: collection)
    guard now != stamps else { return }
    stamps = now
    do throws(Refusal) {
      collection = try PatternSearch.collection(from: from)
      stamps = Self.stamps(of: collection)
    } catch {
      Notice.tell(error.words)
    }
  }

  private static func stamps(of collection: Collection) -> [FileStamp?] {
    collection.sets.map { Discovery.stamp(of: $0.place + "/index.json") }
  }

  var shelf: PatternShelf {
    PatternShelf(
      entries: { [self] () throws(ShelfFault) in
        try Self.read { () throws(Refusal) in try collection.entries }
      },
      pattern: { [self] (entry) throws(ShelfFault) in
        try Self.read { () throws(Refusal) in try collection.pattern(entry.id) }
      },
      file: { [self] (entry) throws(ShelfFault) in
        try Self.read { () throws(Refusal) in try collection.file(entry.id) }
      },
      page: { [self] entry, pattern in collection.page(entry.id, pattern) },
      note: Notice.tell)
  }

  private static func read<Value>(
    _ body: () throws(Refusal) -> Value
  ) throws(ShelfFault) -> Value {
    do throws(Refusal) { return try body() } catch { throw ShelfFault(error.words) }
  }
}
