import ByteText
import Markdown

/// Text under bold labels, as **Problem:** and **Fix:** divide it.
struct LabelledText {
  /// What stands before the first label that is known.
  private(set) var lead = ""
  private(set) var fields: [String: String] = [:]

  /// - Parameter labels: the known ones; other bold text is a part of what it stands in.
  init(_ outline: Outline, _ blocks: some Sequence<Int>, labels: Set<String>) {
    var label: String?
    for index in blocks {
      let block = outline.blocks[index]
      switch block.kind {
      case .paragraph, .item:
        var isFirst = true
        let runs = Self.joined(block.runs)
        var skipsColon = false
        for (place, run) in runs.enumerated() {
          if run.isBold,
            let found = Self.label(run, next: place + 1 < runs.count ? runs[place + 1] : nil),
            labels.contains(found.name)
          {
            label = found.name
            skipsColon = !found.hasColon
            // A second problem of one name goes on where the first ended.
            if fields[found.name] == nil { fields[found.name] = "" }
            continue
          }
          var text = run.text
          if skipsColon, text.first?.isColon ?? false { text.removeFirst() }
          skipsColon = false
          add(text, to: label, afterBlock: isFirst)
          isFirst = false
        }
      case .code(let code):
        let text = code.lines.map { String(decoding: $0.bytes, as: UTF8.self) }
          .joined(separator: "\n")
        add(text, to: label, afterBlock: true)
      case .heading, .box, .tab, .quote: break
      }
    }
    lead = Self.clean(lead)
    fields = fields.mapValues(Self.clean)
  }

  private mutating func add(_ text: String, to label: String?, afterBlock: Bool) {
    let known = label.map { fields[$0] ?? "" } ?? lead
    let text = (afterBlock && !known.isEmpty ? "\n\n" : "") + text
    if let label { fields[label, default: ""] += text } else { lead += text }
  }

  /// Takes a title from the beginning of what stands before the labels.
  mutating func dropLead(_ title: String) {
    let start = title.withoutEnds
    guard lead.hasPrefix(start) else { return }
    lead = Dash.trimmed(String(lead.dropFirst(start.count)))
  }

  func field(_ names: Set<String>) -> String? {
    names.sorted().lazy.compactMap { fields[$0] }.first { !$0.isEmpty }
  }

  /// Neighbours that are bold alike, links and code among them, are one piece.
  private static func joined(_ runs: [OutlineRun]) -> [OutlineRun] {
    var joined: [OutlineRun] = []
    for run in runs {
      if let last = joined.last, last.isBold == run.isBold {
        joined[joined.count - 1].text += run.text
      } else {
        joined.append(run)
      }
    }
    return joined
  }

  static func label(_ run: OutlineRun, next: OutlineRun?) -> (name: String, hasColon: Bool)? {
    let text = run.text.withoutEnds
    if text.last?.isColon ?? false { return (SectionNames.folded(String(text.dropLast())), true) }
    guard let next, next.text.first?.isColon ?? false else { return nil }
    return (SectionNames.folded(text), false)
  }

  /// Lines of a paragraph are joined; paragraphs stay apart.
  private static func clean(_ text: String) -> String {
    var clean = ""
    var isGap = false
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = String(Substring(line)).withoutEnds
      if line.isEmpty {
        isGap = true
      } else {
        if !clean.isEmpty { clean += isGap ? "\n\n" : " " }
        clean += line
        isGap = false
      }
    }
    return clean
  }
}
