import Diagnostics
import JSON

/// What can be done about the findings of a file.
struct CodeActions {
  let desk: Desk
  /// As findings name it.
  let path: String
  let text: TextDocument
  let findings: [Diagnostic]
  let form: DiagnosticJSON

  /// - Parameters:
  ///   - range: what the person has chosen, or where the cursor stands.
  ///   - kinds: those that the client wants; nil for all.
  func answer(in range: ByteRange, kinds: [String]?) -> JSONValue {
    let wants = { (kind: String) in
      kinds?.contains { kind == $0 || kind.hasPrefix($0 + ".") } ?? true
    }
    let chosen = findings.filter { finding in
      guard let place = finding.range else { return text.lineNumber(of: range.start) == 0 }
      return place.start <= range.end && place.end >= range.start
    }
    var actions: [JSONValue] = []
    if wants("quickfix") {
      actions += chosen.compactMap(fix)
      actions += chosen.compactMap(silence)
    }
    // Offered where it is asked for by name, as when a file is saved.
    if let kinds, kinds.contains(where: { Capabilities.fixAll.hasPrefix($0) }), let all = fixAll {
      actions.append(all)
    }
    return .array(actions)
  }

  private func fix(_ finding: Diagnostic) -> JSONValue? {
    guard let fix = finding.fix else { return nil }
    var edit = WorkspaceEdit(desk)
    edit.add(fix.edits)
    return edit.json.map {
      action(Self.sentence(fix.title), "quickfix", $0, for: finding, isPreferred: fix.isSafe)
    }
  }

  /// Every fix that needs nobody to look at it.
  private var fixAll: JSONValue? {
    let plan = EditPlan(findings.compactMap(\.fix).filter(\.isSafe), for: path, in: text.bytes)
    guard !plan.edits.isEmpty else { return nil }
    var edit = WorkspaceEdit(desk)
    edit.add(plan.edits)
    return edit.json.map {
      action("Mend what can have been meant in one way only", Capabilities.fixAll, $0)
    }
  }

  private func silence(_ finding: Diagnostic) -> JSONValue? {
    guard let comment = IgnoreDraft(finding, path: path, in: text) else { return nil }
    var edit = WorkspaceEdit(desk)
    edit.add(comment.edit)
    return edit.json.map {
      action(
        "Ignore \(finding.code.id) here, with a reason", "quickfix", $0, for: finding)
    }
  }

  private func action(
    _ title: String, _ kind: String, _ edit: JSONValue, for finding: Diagnostic? = nil,
    isPreferred: Bool = false
  ) -> JSONValue {
    var action: JSONObject = ["title": .string(title), "kind": .string(kind)]
    if let finding {
      action["diagnostics"] = [
        form.json(finding, in: text) { range, path in desk.location(range, in: path) }
      ]
    }
    if isPreferred { action["isPreferred"] = true }
    action["edit"] = edit
    return .object(action)
  }

  private static func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }
}
