import Diagnostics

extension FlatWriter {
  mutating func write(_ finding: Diagnostic) {
    write(finding.code.id)
    write(finding.severity.rawValue)
    write(finding.message)
    write(finding.path) { $0.write($1) }
    write(finding.range) { $0.write($1) }
    write(finding.subject) { $0.write($1) }
    write(finding.notes) { $0.write($1) }
    write(finding.places) { writer, place in
      writer.write(place.label)
      writer.write(place.path)
      writer.write(place.range)
    }
    write(finding.help) { $0.write($1) }
    write(finding.fix) { writer, fix in
      writer.write(fix.title)
      writer.write(fix.isSafe)
      writer.write(fix.edits) { writer, edit in
        writer.write(edit.path)
        writer.write(edit.range)
        writer.write(edit.replacement)
      }
    }
  }

  private mutating func write(_ range: ByteRange) {
    write(range.start)
    write(range.end)
  }
}

extension FlatReader {
  /// - Parameter codes: Every code there is, by its name.
  mutating func finding(_ codes: [String: Code]) throws(Broken) -> Diagnostic {
    guard let code = codes[try text()], let severity = Severity(rawValue: try text()) else {
      throw Broken()
    }
    var finding = Diagnostic(code, severity, try text())
    finding.path = try optional { (reader) throws(Broken) in try reader.text() }
    finding.range = try optional { (reader) throws(Broken) in try reader.range() }
    finding.subject = try optional { (reader) throws(Broken) in try reader.text() }
    finding.notes = try list { (reader) throws(Broken) in try reader.text() }
    finding.places = try list { (reader) throws(Broken) in
      Diagnostic.Place(try reader.text(), path: try reader.text(), range: try reader.range())
    }
    finding.help = try optional { (reader) throws(Broken) in try reader.text() }
    finding.fix = try optional { (reader) throws(Broken) in
      let title = try reader.text()
      let isSafe = try reader.bool()
      let edits = try reader.list { (reader) throws(Broken) in
        Edit(path: try reader.text(), range: try reader.range(), replacement: try reader.text())
      }
      return Fix(title, edits, isSafe: isSafe)
    }
    return finding
  }

  private mutating func range() throws(Broken) -> ByteRange {
    let start = try number()
    let end = try number()
    guard 0 <= start, start <= end else { throw Broken() }
    return ByteRange(start, end)
  }
}
