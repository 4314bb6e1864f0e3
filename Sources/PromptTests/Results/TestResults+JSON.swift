import ByteText
import JSON

extension TestResults {
  package static let format = "turnbook.test-results/1"

  package var json: [UInt8] {
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("format", Self.format)
      json.object("summary") { json in
        json.member("passed", passed)
        json.member("failed", failed)
        json.member("not_run", unrun)
      }
      json.array("cases") { json in for each in cases { Self.write(each, to: &json) } }
    }
    return json.finish().array + [0x0A]
  }

  private static func write(_ test: Case, to json: inout JSONWriter) {
    json.object { json in
      json.member("target", test.target)
      json.member("pattern", test.pattern)
      json.member("variant", test.variant)
      json.member("name", test.name)
      json.member("turns", test.turns)
      switch test.state {
      case .passed: json.member("state", "passed")
      case .failed(let failures):
        json.member("state", "failed")
        json.array("failures") { json in
          for failure in failures {
            json.object { json in
              json.member("turn", failure.turn)
              json.member("place", failure.place)
              json.member("expected", failure.expected)
              json.member("came", failure.came)
            }
          }
        }
      case .unrun(let words, let help):
        json.member("state", "not_run")
        json.member("why", words)
        json.member("help", help)
      }
    }
  }
}
