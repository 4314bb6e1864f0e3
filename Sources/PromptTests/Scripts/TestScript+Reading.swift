import JSON
import JSONSchema
import Patterns

extension TestScript {
  /// - Throws: Every mistake in the file at once.
  package init(parsing bytes: [UInt8]) throws(ScriptFaults) {
    let file: JSONValue
    do throws(JSONError) { file = try JSONValue(parsing: bytes) } catch {
      let line = bytes.prefix(error.offset).count { $0 == 0x0A } + 1
      throw ScriptFaults([ScriptFault(JSONPointer(), error.message)], line: line)
    }
    var fields = ScriptFields(
      file, JSONPointer(),
      known: ["$schema", "format", "pattern", "variant", "values", "cases"], what: "a test script")
    guard fields.isObject else { throw ScriptFaults(fields.faults) }
    fields.required("format", "a test script")
    if let format = fields["format"], format != .string(Self.format) {
      fields.complain("format", "the format is \"\(Self.format)\"")
    }
    fields.required("pattern", "a test script")
    pattern = fields.text("pattern") ?? ""
    variant = fields.text("variant")
    values = fields.values("values")
    fields.required("cases", "a test script")
    cases = []
    var names: Set<String> = []
    for (index, value) in fields.elements("cases").enumerated() {
      let place = JSONPointer().member("cases").element(index)
      let (test, faults) = Self.read(value, place)
      fields.add(faults)
      if !test.name.isEmpty, !names.insert(test.name).inserted {
        fields.add([
          ScriptFault(place.member("name"), "there are two cases \"\(test.name)\"")
        ])
      }
      cases.append(test)
    }
    if fields["cases"]?.array?.isEmpty == true { fields.complain("cases", "there is no case") }
    guard fields.faults.isEmpty else { throw ScriptFaults(fields.faults) }
  }

  private static func read(
    _ value: JSONValue, _ place: JSONPointer
  ) -> (test: Case, faults: [ScriptFault]) {
    var fields = ScriptFields(
      value, place, known: ["name", "values", "say", "expect"], what: "a case")
    fields.required("name", "a case")
    let name = fields.text("name") ?? ""
    let values = fields.values("values")
    let say = fields.has("say") && fields["say"]?.array?.isEmpty != true ? fields.texts("say") : []
    var expectations: [Expectation] = []
    for (index, element) in fields.elements("expect").enumerated() {
      let (found, faults) = Expectation.all(in: element, place.member("expect").element(index))
      expectations += found
      fields.add(faults)
    }
    let test = Case(
      name: name, values: values, say: say, expectations: expectations, place: place)
    return (test, fields.faults)
  }
}
