import FileTree
import Patterns
import PromptTests

/// What is tested: the words of the command line, or without any all that is here.
struct TestTargets {
  private let words: [String]
  private let source: AnswerSource
  private let collection: Collection

  init(_ words: [String], from: String?, _ source: AnswerSource) throws(Refusal) {
    self.words = words
    self.source = source
    collection = try PatternSearch.collection(from: from)
  }

  func all() throws(Refusal) -> [TestTarget] {
    if words.isEmpty { return try everything() }
    var targets: [TestTarget] = []
    var scripts: [String] = []
    for word in words {
      if word.hasSuffix(".json") || word.contains("/") {
        scripts.append(word)
      } else {
        let target = try examples(of: word)
        guard !target.cases.isEmpty else {
          throw Refusal(
            .content,
            "\(word) has no example to test it with\nWrite one into its page, or a test script")
        }
        targets.append(target)
      }
    }
    return targets + (try read(scripts))
  }

  private func everything() throws(Refusal) -> [TestTarget] {
    var targets: [TestTarget] = []
    var seen: Set<String> = []
    for set in collection.sets {
      for entry in try set.index.entries where seen.insert(entry.id).inserted {
        let recording = TestTarget.recording(of: entry.id, in: set.place)
        // A guide has many patterns; only those that can be run are read.
        guard source.asksModel || isThere(recording) else { continue }
        let target = TestTarget(try set.pattern(entry), recording: recording)
        if !target.cases.isEmpty { targets.append(target) }
      }
    }
    let files: [DiscoveredFile]
    do throws(FileError) { files = try Discovery.files(in: ".").files } catch {
      throw Refusal(error)
    }
    targets += try read(files.map(\.path).filter { $0.hasSuffix(TestScript.ending) })
    guard targets.isEmpty else { return targets }
    throw Refusal(
      .content,
      """
      there is nothing to test here: neither recordings of patterns nor a script *\(TestScript.ending)
      Record the examples of a pattern with 'turn test ID --record tests'.
      """)
  }

  private func isThere(_ recording: String) -> Bool {
    Discovery.stamp(of: source.file(of: recording) ?? recording) != nil
  }

  private func examples(of id: String) throws(Refusal) -> TestTarget {
    let pattern = try collection.pattern(id)
    let place = try collection.place(of: id) ?? ""
    return TestTarget(pattern, recording: TestTarget.recording(of: id, in: place))
  }

  /// - Throws: Every mistake of all scripts.
  private func read(_ paths: [String]) throws(Refusal) -> [TestTarget] {
    var targets: [TestTarget] = []
    var faults = ""
    for path in paths {
      do throws(Refusal) { targets.append(try TestTarget(script: path, collection)) } catch {
        faults += error.text
      }
    }
    guard faults.isEmpty else {
      var refusal = Refusal(quietly: .work)
      refusal.text = faults
      throw refusal
    }
    return targets
  }
}
