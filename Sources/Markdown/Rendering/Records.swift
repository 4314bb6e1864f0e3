/// How many of each kind of fact with a place in the HTML a page has.
struct RecordCounts {
  var holes = 0
  var links = 0
  var labels = 0
}

/// Keeping the places of facts right while the HTML is written.
extension PageRenderer {
  var recordCounts: RecordCounts {
    RecordCounts(holes: page.holes.count, links: page.links.count, labels: page.labels.count)
  }

  /// Bytes were put into the output: what was recorded since and stands behind them moves.
  mutating func moveRecords(since counts: RecordCounts, after offset: Int, by count: Int) {
    for index in counts.holes..<page.holes.count where page.holes[index].offset > offset {
      page.holes[index].offset += count
    }
    for index in counts.links..<page.links.count {
      guard let content = page.links[index].content else { continue }
      page.links[index].content = content.lowerBound + count..<content.upperBound + count
    }
    for index in counts.labels..<page.labels.count { page.labels[index].offset += count }
  }
}
