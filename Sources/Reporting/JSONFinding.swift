import ByteText
import Diagnostics
import JSON

/// One finding as an object of `json` and `jsonl`.
///
/// Lines and columns count from 1, columns in Unicode scalars; `end_column` is one past the last.
/// What is not known is null.
struct JSONFinding {
  private let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

  func write(to json: inout JSONWriter, from sources: inout SourceLines) {
    let lines = sources.own(diagnostic.path)
    json.object { json in
      json.member("code", diagnostic.code.id)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("message", diagnostic.message)
      json.member("path", diagnostic.path)
      place(diagnostic.range, in: lines, to: &json)
      json.array("notes") { json in for note in diagnostic.notes { json.value(note) } }
      json.member("help", diagnostic.help)
      json.array("places") { json in
        for place in diagnostic.places { write(place, to: &json, from: &sources) }
      }
      json.key("fix")
      if let fix = diagnostic.fix {
        write(fix, to: &json, from: &sources)
      } else {
        json.null()
      }
    }
  }

  private func write(
    _ place: Diagnostic.Place, to json: inout JSONWriter, from sources: inout SourceLines
  ) {
    json.object { json in
      json.member("label", place.label)
      json.member("path", place.path)
      self.place(place.range, in: sources.other(place.path), to: &json)
    }
  }

  private func write(_ fix: Fix, to json: inout JSONWriter, from sources: inout SourceLines) {
    json.object { json in
      json.member("title", fix.title)
      json.member("is_safe", fix.isSafe)
      json.array("edits") { json in
        for edit in fix.edits {
          json.object { json in
            json.member("path", edit.path)
            place(edit.range, in: sources.other(edit.path), to: &json)
            json.member("replacement", edit.replacement)
          }
        }
      }
    }
  }

  private func place(_ range: ByteRange?, in lines: LineTable?, to json: inout JSONWriter) {
    let start = range.flatMap { lines?.position(of: $0.start) }
    let end = range.flatMap { lines?.position(of: $0.end) }
    json.member("line", start?.line)
    json.member("column", start?.column)
    json.member("end_line", end?.line)
    json.member("end_column", end?.column)
  }
}
