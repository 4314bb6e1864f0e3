import Templating
import Testing

@Suite("Values")
struct TemplateValueTests {
  /// A value, whether a section shows it, and its two printed forms; nil when it cannot be printed.
  struct Example: Sendable, CustomStringConvertible {
    let description: String
    let value: TemplateValue
    let isTrue: Bool
    var escaped: String?
    var plain: String?
  }

  static let examples = [
    Example(description: "null", value: .null, isTrue: false, escaped: "", plain: ""),
    Example(description: "false", value: false, isTrue: false, escaped: "false", plain: "false"),
    Example(description: "true", value: true, isTrue: true, escaped: "true", plain: "true"),
    Example(description: "zero", value: 0, isTrue: false, escaped: "0", plain: "0"),
    Example(description: "a number", value: -12, isTrue: true, escaped: "-12", plain: "-12"),
    Example(description: "an empty text", value: "", isTrue: false, escaped: "", plain: ""),
    Example(description: "the text 0", value: "0", isTrue: true, escaped: "0", plain: "0"),
    Example(
      description: "a text", value: "<a & \"b\">", isTrue: true,
      escaped: "&lt;a &amp; &quot;b&quot;&gt;", plain: "<a & \"b\">"),
    Example(
      description: "an apostrophe", value: "it's", isTrue: true, escaped: "it's", plain: "it's"),
    Example(description: "no bytes", value: .bytes([]), isTrue: false, escaped: "", plain: ""),
    Example(
      description: "bytes", value: .bytes(Array("<é>".utf8)), isTrue: true,
      escaped: "&lt;é&gt;", plain: "<é>"),
    Example(description: "no HTML", value: .html([]), isTrue: false, escaped: "", plain: ""),
    Example(
      description: "HTML, which nothing escapes", value: .html(Array("<b>&amp;</b>".utf8)),
      isTrue: true, escaped: "<b>&amp;</b>", plain: "<b>&amp;</b>"),
    Example(description: "an empty list", value: [], isTrue: false),
    Example(description: "a list of nothing", value: [.null], isTrue: true),
    Example(description: "an empty object", value: [:], isTrue: true),
  ]

  @Test("what counts as false hides a section, everything else shows it", arguments: examples)
  func truth(_ example: Example) {
    let folder = TemplateFolder(["page": "{{#v}}yes{{/v}}{{^v}}no{{/v}}"])
    #expect(example.value.isTruthy == example.isTrue)
    #expect(folder.rendered(with: ["v": example.value]).text == (example.isTrue ? "yes" : "no"))
  }

  @Test("a value is printed escaped or as it is, or reported", arguments: examples)
  func printed(_ example: Example) {
    let folder = TemplateFolder(["page": "{{v}}|{{{v}}}|{{&v}}"])
    let (text, findings) = folder.rendered(with: ["v": example.value])
    let plain = example.plain ?? ""
    #expect(text == "\(example.escaped ?? "")|\(plain)|\(plain)")
    #expect(findings.count == (example.plain == nil ? 3 : 0))
  }

  @Test("of two keys with one name the last counts")
  func repeatedKey() {
    let folder = TemplateFolder(["page": "{{a}}"])
    let object = TemplateObject([("a", "1"), ("a", "2")])
    #expect(folder.rendered(with: .object(object)).text == "2")
  }

  @Test("every one of many keys is found, and no other", arguments: [1, 2, 3, 4, 100, 5000])
  func keys(_ count: Int) {
    let keys = TemplateKeys((0..<count).map { "key\($0)" })
    let object = TemplateObject(keys, (0..<count).map { .integer($0) })
    let tags = (0..<count).map { "{{key\($0)}}," }.joined()
    let folder = TemplateFolder(["page": tags + "{{key\(count)}}"])
    let (text, findings) = folder.rendered(with: .object(object))
    #expect(text == (0..<count).map { "\($0)," }.joined())
    #expect(findings.count == 1)
  }
}
