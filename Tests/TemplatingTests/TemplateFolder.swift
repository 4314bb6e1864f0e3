import ByteText
import Diagnostics
import Templating

/// Templates written in a test. `«…»` marks a place that a finding is expected at; the marks
/// are not part of the template. The name of a template is its path too.
struct TemplateFolder {
  let library: TemplateLibrary
  private var marks: [String: [ByteRange]] = [:]

  init(_ templates: KeyValuePairs<String, String>, allowsRecursion: Bool = false) {
    var sources: [TemplateSource] = []
    for (name, marked) in templates {
      let (bytes, ranges) = Self.unmark(marked)
      sources.append(TemplateSource(name: name, path: name, bytes: bytes))
      marks[name, default: []] += ranges
    }
    library = TemplateLibrary(sources, allowsRecursion: allowsRecursion)
  }

  /// The places marked in a template, by their ends.
  func marks(in name: String = "page") -> [ByteRange] { marks[name] ?? [] }

  func rendered(
    _ name: String = "page", with contexts: TemplateValue..., missing: MissingNames = .diagnose
  ) -> (text: String, findings: [Diagnostic]) {
    var renderer = TemplateRenderer(library, missing: missing)
    let text = text(name, with: contexts, by: &renderer)
    return (text, renderer.takeDiagnostics())
  }

  func text(
    _ name: String = "page", with contexts: [TemplateValue], by renderer: inout TemplateRenderer
  ) -> String {
    guard let template = library.template(named: name) else { return "no template \(name)" }
    var output = ByteBuffer()
    renderer.render(template, with: contexts, into: &output)
    return String(decoding: output.array, as: UTF8.self)
  }

  private static func unmark(_ marked: String) -> (bytes: [UInt8], ranges: [ByteRange]) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var ranges: [ByteRange] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": starts.append(bytes.count)
      case "»": ranges.append(ByteRange(starts.popLast() ?? 0, bytes.count))
      default: bytes += Array(String(scalar).utf8)
      }
    }
    return (bytes, ranges)
  }
}

/// One mistake in the template `page`, marked there, and what has to be said about it.
struct Mistake: Sendable, CustomStringConvertible {
  let description: String
  let template: String
  let code: Code
  let message: String
  let help: String
  var severity = Severity.error
}
