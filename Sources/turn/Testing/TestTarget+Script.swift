import FileTree
import JSONSchema
import Patterns
import PromptTests

extension TestTarget {
  /// Reads a script and fills in its pattern for each of its cases.
  /// - Throws: `ScriptRefusal` with every mistake in it.
  init(script path: String, _ collection: Collection) throws(Refusal) {
    let script: TestScript
    let bytes: [UInt8]
    do throws(FileError) { bytes = try FileReader.read(path, limit: 1 << 24) } catch {
      throw Refusal(error)
    }
    do throws(ScriptFaults) { script = try TestScript(parsing: bytes) } catch {
      throw Refusal(error, in: path)
    }
    var faults: [ScriptFault] = []
    guard try collection.entries.contains(where: { $0.id == script.pattern }) else {
      let words = Collection.unknown(
        "pattern", script.pattern, among: try collection.entries.map(\.id))
      throw Refusal(ScriptFaults([ScriptFault(JSONPointer().member("pattern"), words)]), in: path)
    }
    let pattern = try collection.pattern(script.pattern)
    guard
      let variant = pattern.variants.first(where: {
        script.variant == nil || $0.id == script.variant
      })
    else {
      let words = Collection.unknown(
        "variant", script.variant ?? "", among: pattern.variants.map(\.id))
      throw Refusal(ScriptFaults([ScriptFault(JSONPointer().member("variant"), words)]), in: path)
    }
    var cases: [TestCase] = []
    for test in script.cases {
      do throws(ScriptFaults) {
        cases.append(try TestCase(test, of: script, Filling(pattern, variant)))
      } catch {
        faults += error.faults
      }
    }
    // What is wrong for every case is said once.
    var seen: Set<ScriptFault> = []
    faults = faults.filter { seen.insert($0).inserted }
    guard faults.isEmpty else { throw Refusal(ScriptFaults(faults), in: path) }
    var start = path
    for ending in [TestScript.ending, ".json"] where start.hasSuffix(ending) {
      start = String(start.dropLast(ending.count))
      break
    }
    self.init(name: path, pattern: pattern, cases: cases, recording: start + Self.ending)
  }
}

extension TestCase {
  fileprivate init(
    _ test: TestScript.Case, of script: TestScript, _ filling: Filling
  ) throws(ScriptFaults) {
    let sources = [script.values, test.values]
    let conversation: FilledConversation
    do throws(FillingError) { conversation = try filling.conversation(sources) } catch {
      let own = Set(test.values.values.map(\.name))
      throw ScriptFaults(
        error.problems.map { problem in
          let name = problem.name
          let place = name.map { own.contains($0) } == true ? test.place : JSONPointer()
          switch problem {
          case .missing: return ScriptFault(test.place, problem.message)
          default:
            let values = place.member("values")
            return ScriptFault(name.map { values.member($0) } ?? test.place, problem.message)
          }
        })
    }
    let count = conversation.turns.count
    let known = conversation.turns.map(\.id) + test.say.indices.map { String(count + $0 + 1) }
    var faults: [ScriptFault] = []
    for expectation in test.expectations {
      if case .named(let id) = expectation.turn, !known.contains(id) {
        let turns = known.count == 1 ? "turn" : "turns"
        faults.append(
          ScriptFault(
            expectation.entry.member("turn"),
            "there is no turn \"\(id)\"; the conversation has \(known.count) \(turns)"))
      }
    }
    guard faults.isEmpty else { throw ScriptFaults(faults) }
    self.init(
      name: test.name, variant: filling.variant, conversation: conversation,
      values: filling.remembered(sources), say: test.say, expectations: test.expectations)
  }
}

extension FillingProblem {
  /// The name that a person gave, where it is about one.
  fileprivate var name: String? {
    switch self {
    case .missing(let name), .unknown(let name, _), .wrongType(let name, _, _),
      .notAmong(let name, _, _, _):
      name
    case .unequal: nil
    }
  }
}

extension Refusal {
  /// Everything that is wrong with a script.
  init(_ faults: ScriptFaults, in path: String) {
    let lines = faults.faults.map { fault in
      let line = faults.line.map { ":\($0)" } ?? ""
      let place = faults.line == nil && !fault.place.text.isEmpty ? " \(fault.place)" : ""
      return "\(path)\(line)\(place): \(fault.words)"
    }
    self.init(.work, lines.joined(separator: "\nturn: "))
  }
}
