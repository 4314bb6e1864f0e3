import Diagnostics

/// A value with what it costs to walk it, so that aliases cannot make a tree too large or too deep.
struct Measured {
  var node: YAMLNode
  /// The values in it, itself included.
  var size = 1
  /// The lists and mappings inside each other, itself included.
  var height = 0
}

/// A list or mapping whose end has not come yet.
struct OpenCollection {
  enum Fault {
    case unusableKey(YAMLNode)
    case duplicate(key: String, first: ByteRange, second: ByteRange)
  }

  private enum Key {
    case text(String, ByteRange)
    case unusable
  }

  let anchor: String?
  /// The end of the last value so far.
  private(set) var end: Int
  private let isMapping: Bool
  private let isFlow: Bool
  private let start: Int
  private let tag: String?
  private var items: [YAMLNode] = []
  private var entries: [YAMLEntry] = []
  /// The key whose value comes next.
  private var key: Key?
  /// Places of the keys in `entries`, kept once a mapping is too long to look through.
  private var places: [String: Int] = [:]
  private var merged: [YAMLNode] = []
  private var size = 1
  private var height = 0

  init(
    isMapping: Bool, isFlow: Bool = false, start: Int, anchor: String? = nil, tag: String? = nil
  ) {
    self.isMapping = isMapping
    self.isFlow = isFlow
    self.start = start
    self.anchor = anchor
    self.tag = tag
    end = start
  }

  mutating func add(_ value: Measured) -> Fault? {
    size += value.size
    height = max(height, value.height)
    end = max(end, value.node.range.end)
    guard isMapping else {
      items.append(value.node)
      return nil
    }
    guard let key else { return begin(value.node) }
    self.key = nil
    guard case .text(let text, let range) = key else { return nil }
    return append(YAMLEntry(key: text, keyRange: range, value: value.node))
  }

  /// - Parameter end: where libyaml says it ends. In a block that is the start of what follows, so
  ///   the end of the last value is taken instead.
  func closed(at end: Int) -> Measured {
    let node = node(endingAt: isFlow ? end : self.end)
    return Measured(node: node, size: size, height: height + 1)
  }

  func node(endingAt end: Int) -> YAMLNode {
    let content: YAMLNode.Content = isMapping ? .mapping(entriesWithMerged) : .sequence(items)
    return YAMLNode(content, range: ByteRange(start, end), tag: tag)
  }

  private mutating func begin(_ node: YAMLNode) -> Fault? {
    guard case .scalar(let text, let style) = node.content, !text.isEmpty || style != .plain else {
      key = .unusable
      return .unusableKey(node)
    }
    key = .text(text, node.range)
    return nil
  }

  /// Adds a key with its value.
  mutating func append(_ entry: YAMLEntry) -> Fault? {
    end = max(end, entry.value.range.end)
    if entry.key == "<<" {
      merged += entry.value.items ?? [entry.value]
      return nil
    }
    if let first = place(of: entry.key) {
      return .duplicate(
        key: entry.key, first: entries[first].keyRange, second: entry.keyRange)
    }
    entries.append(entry)
    return nil
  }

  private mutating func place(of key: String) -> Int? {
    let longest = 16
    if entries.count < longest { return entries.firstIndex { $0.key == key } }
    for index in places.count..<entries.count { places[entries[index].key] = index }
    return places[key]
  }

  /// YAML 1.1's merge key: entries of `<<: *name` come after the mapping's own, which win.
  private var entriesWithMerged: [YAMLEntry] {
    guard !merged.isEmpty else { return entries }
    var all = entries
    var known = Set(entries.map(\.key))
    for entry in merged.compactMap(\.entries).joined() where known.insert(entry.key).inserted {
      all.append(entry)
    }
    return all
  }
}
