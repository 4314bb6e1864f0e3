import ByteText
import JSON
import PatternExtraction
import Patterns

/// The same for programs: the pattern as its file would have it, and each block's fate.
struct PatternJSON {
  private let extraction: Extraction

  init(_ extraction: Extraction) { self.extraction = extraction }

  var text: ByteBuffer {
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("version", 1)
      json.key("pattern")
      if let pattern = extraction.pattern { json.value(pattern) } else { json.null() }
      json.array("fences") { json in
        for decision in extraction.explanation { Self.write(decision, to: &json) }
      }
    }
    return json.finish()
  }

  private static func write(_ decision: FenceDecision, to json: inout JSONWriter) {
    json.object { json in
      switch decision.verdict {
      case .template(let id):
        json.member("verdict", "template")
        json.member("variant", id)
      case .example(let id):
        json.member("verdict", "example")
        json.member("variant", id)
      case .workedExample(let title):
        json.member("verdict", "worked-example")
        json.member("title", title)
      case .notTaken: json.member("verdict", "not-taken")
      }
      json.member("reason", decision.reason)
      json.member("language", decision.language)
      json.member("path", decision.path)
      json.member("line", decision.line)
    }
  }
}
