import Diagnostics
import Testing

@testable import YAML

@Suite("Explanations of broken YAML")
struct SyntaxExplanationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let source: String
    let code: String
    let marked: String
    let message: String
    let help: String

    var testDescription: String { source }
  }

  static let cases = [
    Case(
      source: "a: 1\ntitle: Prompting: a guide\n", code: "TB-Y003", marked: ":",
      message: "a value that contains a colon and a space must stand in quotes",
      help: "write title: \"Prompting: a guide\""),
    Case(
      source: "title: Say \"hi\": now\n", code: "TB-Y003", marked: ":", message: "colon",
      help: "write title: 'Say \"hi\": now'"),
    Case(
      source: "title: C:\\it's: now\n", code: "TB-Y003", marked: ":", message: "colon",
      help: "write title: \"C:\\\\it's: now\""),
    Case(
      source: "a: b\n  c: d\n", code: "TB-Y001", marked: "  c: d", message: "indented deeper",
      help: "same indentation"),
    Case(
      source: "tags:\n\t- a\n", code: "TB-Y002", marked: "\t", message: "a tab",
      help: "replace the tab by spaces"),
    Case(
      source: "a:\n  b: 1\n\tc: 2\n", code: "TB-Y002", marked: "\t", message: "a tab",
      help: "replace the tab by spaces"),
    Case(
      source: "title: @home and more\n", code: "TB-Y001", marked: "@",
      message: "cannot begin with \"@\"", help: "write \"@home and more\""),
    Case(
      source: "title\n\ntags: [a]\n", code: "TB-Y001", marked: "title",
      message: "no \"key: value\"", help: "colon and a space"),
    Case(
      source: "a: 1\nprose here\n\nb: 2\n", code: "TB-Y001", marked: "prose here",
      message: "no \"key: value\"", help: "colon and a space"),
    Case(
      source: "title: \"a\" b\n", code: "TB-Y001", marked: "b", message: "text follows the end",
      help: "whole value in quotes"),
    Case(
      source: "tags:\n  - a\n - b\n", code: "TB-Y001", marked: "- b", message: "indentation",
      help: "in the column"),
    Case(
      source: "- a\nb: c\n", code: "TB-Y001", marked: "b: c", message: "the list above",
      help: "\"- \""),
    Case(
      source: "tags: [ü, b\ntitle: x\n", code: "TB-Y001", marked: "[",
      message: "the list that begins here is not closed", help: "\"]\""),
    Case(
      source: "x: {a: 1\n", code: "TB-Y001", marked: "{",
      message: "the mapping that begins here is not closed", help: "\"}\""),
    Case(
      source: "title: \"open\n", code: "TB-Y001", marked: "\"open", message: "no closing quote",
      help: "closing quote"),
    Case(
      source: "a: \"\\q\"\n", code: "TB-Y001", marked: "\\", message: "\"\\q\" means nothing",
      help: "single quotes"),
    Case(
      source: "a: *\n", code: "TB-Y001", marked: "*", message: "followed by a name",
      help: "in quotes"),
    Case(
      source: "a: - b\n", code: "TB-Y001", marked: "-", message: "a list cannot begin here",
      help: "line of its own"),
    Case(
      source: "  a: 1\nb: 2\n", code: "TB-Y001", marked: "b: 2", message: "does not belong",
      help: "same column"),
  ]

  @Test("a fault is explained in plain words, at its place, with the next step", arguments: cases)
  func explained(_ example: Case) {
    let text = ParsedText(example.source)
    let found = text.document.diagnostics.first
    #expect(text.codes == [example.code])
    #expect(text.text(found?.range) == example.marked)
    #expect(found?.message.contains(example.message) == true)
    #expect(found?.help?.contains(example.help) == true)
    #expect(found?.path == "page.md")
  }

  @Test("what has no words of its own is told in libyaml's")
  func otherFaults() {
    let text = ParsedText("a: !x!y z\n")
    #expect(
      text.document.diagnostics.map(\.message) == [
        "this is not YAML: found undefined tag handle while parsing a node"
      ])
  }

  @Test("a proposed line is itself right")
  func proposals() {
    for example in Self.cases where example.help.hasPrefix("write title") {
      let help = ParsedText(example.source).document.diagnostics.first?.help ?? ""
      let proposed = ParsedText(String(help.dropFirst("write ".count)) + "\n")
      #expect(proposed.codes.isEmpty)
      #expect(example.source.contains(proposed.root?[key: "title"]?.text ?? "nothing"))
    }
  }
}
