import ByteText

/// Collects the words of pages, one page after the other. Each worker has one.
package struct PageIndexer: ~Copyable {
  private var text = PageText()
  private var reader = WordReader()
  private var postings = PostingCollector()
  private var pieces: [PartialIndex.Piece] = []
  private var hashes: [ContentHash] = []

  package init() {}

  package mutating func add(_ page: SearchPage) {
    text.read(page)
    for (number, sections) in text.pieces.enumerated() {
      postings.beginPiece()
      if number == 0 { addFacts(of: page) }
      var piece = PartialIndex.Piece(isFirst: number == 0, boost: page.boost)
      for section in text.sections[sections] {
        if let heading = section.heading {
          let words = words(of: page.headings[heading].text)
          for word in words { postings.update(word) { $0.add(headingOf: words.count) } }
        }
        piece.words += addText(section.range)
        piece.size += section.range.count
      }
      pieces.append(piece)
    }
    addHash(of: page)
  }

  private mutating func addHash(of page: SearchPage) {
    var hash = ContentHash()
    for fact in [page.url, page.title, page.description ?? "", String(page.boost)] {
      hash.add(fact)
    }
    for tag in page.tags { hash.add(tag) }
    for section in page.trail { hash.add(section) }
    for heading in page.headings {
      hash.add(heading.text)
      hash.add(heading.anchor)
    }
    text.text.withBytes { hash.add($0) }
    hashes.append(hash)
  }

  private mutating func addFacts(of page: SearchPage) {
    let title = words(of: page.title)
    for word in title { postings.update(word) { $0.add(titleOf: title.count) } }
    for tag in page.tags {
      for word in words(of: tag) { postings.update(word) { $0.add(headingOf: 1) } }
    }
    for word in words(of: page.description ?? "") { postings.update(word) { $0.add(text: 4) } }
  }

  private mutating func words(of text: String) -> [Int] {
    var found: [Int] = []
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while let word = reader.next(in: bytes, &index) { found.append(postings.number(of: word)) }
    }
    return found
  }

  /// Returns the number of words.
  private mutating func addText(_ range: Range<Int>) -> Int {
    var count = 0
    var place = range.lowerBound
    var run = firstCode(endingAfter: place)
    while place < range.upperBound {
      let code = run < text.code.count ? text.code[run] : range.upperBound..<range.upperBound
      if code.lowerBound <= place {
        let end = min(range.upperBound, code.upperBound)
        count += addRun(place..<end, counting: 1)
        place = end
        run += 1
      } else {
        let end = min(range.upperBound, code.lowerBound)
        count += addRun(place..<end, counting: 2)
        place = end
      }
    }
    return count
  }

  /// The first run of code that ends behind a place, by bisection: there may be many.
  private func firstCode(endingAfter place: Int) -> Int {
    var (low, high) = (0, text.code.count)
    while low < high {
      let middle = (low + high) / 2
      if text.code[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func addRun(_ range: Range<Int>, counting times: UInt16) -> Int {
    var count = 0
    text.text.withBytes { bytes in
      let run = UnsafeBufferPointer(rebasing: bytes[range])
      var index = 0
      while let word = reader.next(in: run, &index) {
        count += 1
        postings.update(postings.number(of: word)) { $0.add(text: times) }
      }
    }
    return count
  }

  /// Puts the words in order, each with its pieces.
  package consuming func finished() -> PartialIndex {
    var index = PartialIndex(pieces: pieces, hashes: hashes)
    postings.finish(&index)
    return index
  }
}
