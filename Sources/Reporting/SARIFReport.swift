import ByteText
import Diagnostics
import JSON

/// Findings as a SARIF 2.1.0 log of one run (OASIS standard, errata 01): the rules that occur, the
/// results with their fixes, and fingerprints by which two runs are compared.
struct SARIFReport {
  private let facts: ReportFacts

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  init(_ facts: ReportFacts) { self.facts = facts }

  func write(_ report: Report, into output: inout ByteBuffer, from sources: inout SourceLines) {
    let rules = SARIFRules(report)
    var json = JSONWriter(into: output, layout: .indented)
    json.object { json in
      json.member("$schema", Self.schema)
      json.member("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          json.object("tool") { json in rules.writeDriver(facts, to: &json) }
          json.member("columnKind", "unicodeCodePoints")
          json.array("newlineSequences") { json in
            for sequence in ["\r\n", "\n", "\r"] { json.value(sequence) }
          }
          json.object("originalUriBaseIds") { json in
            json.object(SARIFLocation.base) { json in
              json.object("description") { json in
                json.member("text", "the folder that the program ran in")
              }
            }
          }
          json.array("results") { json in
            var fingerprints = Fingerprints()
            for diagnostic in report.diagnostics {
              let fingerprint = fingerprints.next(
                for: diagnostic, in: sources.own(diagnostic.path))
              json.object { json in
                json.member("ruleId", diagnostic.code.id)
                json.member("ruleIndex", rules.index(of: diagnostic.code))
                write(diagnostic, to: &json, from: &sources)
                json.object("partialFingerprints") { json in
                  json.member(Fingerprints.name, fingerprint)
                }
              }
            }
          }
        }
      }
    }
    output = json.finish()
    output.append("\n")
  }

  private func write(
    _ diagnostic: Diagnostic, to json: inout JSONWriter, from sources: inout SourceLines
  ) {
    json.member("level", diagnostic.severity.rawValue)
    let words = FindingWords(diagnostic, places: false, from: &sources)
    write("message", words.lines.joined(separator: "\n"), to: &json)
    if let path = diagnostic.path {
      let location = SARIFLocation(path, diagnostic.range, in: sources.own(path))
      json.array("locations") { json in
        json.object { json in location.writePhysical(to: &json) }
      }
    }
    if !diagnostic.places.isEmpty {
      json.array("relatedLocations") { json in
        for (index, place) in diagnostic.places.enumerated() {
          let location = SARIFLocation(place.path, place.range, in: sources.other(place.path))
          json.object { json in
            json.member("id", index + 1)
            location.writePhysical(to: &json)
            write("message", VisibleText.of(place.label), to: &json)
          }
        }
      }
    }
    if let fix = diagnostic.fix, !fix.edits.isEmpty {
      json.array("fixes") { json in write(fix, to: &json, from: &sources) }
    }
  }

  private func write(_ fix: Fix, to json: inout JSONWriter, from sources: inout SourceLines) {
    json.object { json in
      write("description", VisibleText.of(fix.title), to: &json)
      json.array("artifactChanges") { json in
        var rest = fix.edits[...]
        while let first = rest.first {
          let file = rest.prefix { $0.path == first.path }
          rest = rest.dropFirst(file.count)
          let lines = sources.other(first.path)
          json.object { json in
            SARIFLocation(first.path, nil, in: nil).writeArtifact(to: &json)
            json.array("replacements") { json in
              for edit in file {
                json.object { json in
                  json.object("deletedRegion") { json in
                    SARIFLocation(edit.path, edit.range, in: lines).writeRegion(to: &json)
                  }
                  json.object("insertedContent") { json in json.member("text", edit.replacement) }
                }
              }
            }
          }
        }
      }
    }
  }

  /// Plain text of a message. What looks like a link of Markdown would be one in a message too, so
  /// its brackets are escaped.
  private func write(_ key: String, _ text: String, to json: inout JSONWriter) {
    var text = text
    if text.contains("](") {
      text = text.reduce(into: "") { escaped, character in
        if character == "[" || character == "]" { escaped += "\\" }
        escaped.append(character)
      }
    }
    json.object(key) { json in json.member("text", text) }
  }
}
