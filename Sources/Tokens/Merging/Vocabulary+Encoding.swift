extension Vocabulary {
  /// How many tokens the text has.
  package func count(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { tokens(of: $0) { _ in } }
  }

  /// The tokens of the text in their order. Every character counts as what it is, so that no text
  /// can say a special token.
  package func encode(_ text: String) -> [UInt32] {
    var text = text
    return text.withUTF8 { bytes in
      var found: [UInt32] = []
      found.reserveCapacity(bytes.count / 3)
      _ = tokens(of: bytes) { found.append($0) }
      return found
    }
  }

  /// - Parameter bytes: UTF-8.
  @inline(__always) private func tokens(
    of bytes: UnsafeBufferPointer<UInt8>, _ take: (UInt32) -> Void
  ) -> Int {
    ranks.withView { ranks in
      CharacterClass.table.withUnsafeBufferPointer { classes in
        let scanner = PieceScanner(bytes: bytes, classes: classes)
        var merging = PairMerging(bytes, by: ranks)
        var count = 0
        var start = 0
        while start < bytes.count {
          let end = scanner.end(of: start, pattern)
          count += merging.tokens(of: start, end, take)
          start = end
        }
        return count
      }
    }
  }
}
